// The semantics tree as DOM over the canvas: what keyboards, screen readers, input methods and browser tests see.
// Everything but the text fields is transparent to the pointer, so that mouse and touch reach the canvas.

import {
    createElement,
    describe,
    isActivated,
    isLive,
    position,
    setAttribute,
    setText,
    tagOf,
    takesKeyboard,
} from './elements.js';
import {Event} from './program.js';
import {TextField} from './text_field.js';
import {readPatch} from './tree_patch.js';

/** @typedef {import('./tree_patch.js').Node} Node */
/** @typedef {import('./tree_patch.js').Place} Place */
/** @typedef {import('./tree_patch.js').Position} Position */

/**
 * A node and its element.
 * @typedef {object} Item
 * @property {Node} node
 * @property {HTMLElement} element
 * @property {TextField | null} field
 * @property {HTMLElement | null} description
 * @property {number} container handle of the item it stands in, or 0
 * @property {Place | null} place
 */

export class Mirror {
    #root;
    #post;
    /** @type {Map<number, Item>} */
    #items = new Map();
    /** @type {Map<string, Item>} */
    #byId = new Map();
    /** @type {WeakMap<Element, Item>} */
    #byElement = new WeakMap();
    /** Handles in reading order. @type {number[]} */
    #order = [];
    /** Lists and dialogs that are there. @type {Set<Item>} */
    #special = new Set();
    /** Fields that may not show yet what the program wants. @type {Set<TextField>} */
    #unsettled = new Set();
    /**
     * Live regions speak only if they were there before their text, so they stay at the root, whatever goes around them.
     * @type {HTMLElement[]}
     */
    #silent = [];
    /** Handles of the fields to which a table may be pasted. @type {Set<number>} */
    #takers = new Set();
    /** Gone for the program, but an input method is still at work there: removing them would end it. @type {Set<number>} */
    #late = new Set();
    /** Where descriptions stand, out of sight. */
    #descriptions;
    /** Focus asked for a node that is to come in the same frame. */
    #wanted = '';
    /** Whether the pointer that was pressed last is a mouse. */
    #byMouse = false;
    /** The cell that the mouse was pressed in, while it may be dragged to select others. @type {Item | null} */
    #dragsFrom = null;
    /** The item with the keyboard. @type {Item | null} */
    #focused = null;
    /** Topmost dialog, and where the keyboard was before each open one. @type {{dialog: Item, before: string}[]} */
    #dialogs = [];

    /**
     * @param {HTMLElement} root
     * @param {import('./program.js').Post} post
     */
    constructor(root, post) {
        this.#root = root;
        this.#post = post;
        this.#descriptions = document.createElement('div');
        this.#descriptions.hidden = true;
        root.append(this.#descriptions);
        for (const role of ['status', 'alert']) this.#addSilent(role);
        root.addEventListener('focusin', (event) => this.#onFocus(event));
        root.addEventListener('focusout', (event) => this.#onBlur(event));
        root.addEventListener('click', (event) => this.#onClick(event));
        root.addEventListener('pointerdown', (event) => this.#onPress(event));
        root.addEventListener('mousedown', (event) => this.#onMouse(event));
        root.addEventListener('pointerover', (event) => this.#onDrag(event));
        // Tab into a field that is scrolled out must not move the page: the program scrolls.
        root.addEventListener('scroll', () => root.scrollTo(0, 0));
    }

    /** The text field with the keyboard. @returns {TextField | null} */
    get focusedField() {
        return this.#focused?.field ?? null;
    }

    /** @param {EventTarget | null} target whether a press there belongs to a text field */
    isField(target) {
        return target instanceof Element && this.#byElement.get(target)?.field != null;
    }

    /** @param {EventTarget | null} target whether what is selected there is the browser's */
    isEditing(target) {
        return this.isField(target) && !this.focusedField?.isAtRest;
    }

    /**
     * @param {EventTarget | null} target
     * @returns {boolean} whether a table pasted there goes to the program; outside of the fields, if any would take one
     */
    takesTable(target) {
        if (this.isField(target)) return this.#byElement.get(/** @type {Element} */ (target))?.node.takesTable === true;
        return this.#takers.size > 0;
    }

    /** @param {EventTarget | null} target whether one value that is pasted there is for more cells: they are selected */
    fillsCells(target) {
        if (!this.isField(target) || this.isEditing(target)) return false;
        const grid = /** @type {Element} */ (target).closest('[role=grid]');
        return (grid?.querySelectorAll('[role=gridcell][aria-selected=true]').length ?? 0) > 1;
    }

    /** Text in whole device pixels lies elsewhere at another scale. */
    restyle() {
        for (const {element, node, place} of this.#items.values()) if (place) position(element, node, place);
    }

    /** The person turned to something else than text. */
    leaveField() {
        if (this.#focused?.field) this.#focused.element.blur();
    }

    /** A frame's difference, possibly empty. @param {Uint8Array} patch */
    publish(patch) {
        readPatch(patch, {
            node: (node) => this.#onNode(node),
            place: (handle, place) => this.#onPlace(handle, place),
            order: (positions) => this.#onOrder(positions),
        });
        for (const field of this.#unsettled) if (field.settle()) this.#unsettled.delete(field);
        const wanted = this.#wanted;
        this.#wanted = '';
        if (wanted) this.focus(wanted);
    }

    /** Gives a node the keyboard; one that is not there yet gets it when it is published. @param {string} id */
    focus(id) {
        const item = this.#byId.get(id);
        if (!item) this.#wanted = id;
        else this.#focusItem(item);
    }

    /**
     * From a text field to the next one, or to the first of the options that it looks for.
     * @param {boolean} [down] only to those
     */
    goOn(down = false) {
        const item = this.#focused;
        if (!item?.node.next && !(down && item?.field && !item.field.multiline)) return false;
        const following = this.#order.slice(this.#order.indexOf(item.node.handle) + 1);
        return following.some((handle) => {
            const other = this.#items.get(handle);
            const isNext = other?.node.role === 'option' || (other?.node.role === 'textbox' && !down);
            return isNext && takesKeyboard(other.node) && this.#focusItem(other);
        });
    }

    /**
     * Arrow keys within a list of choices and a row of tabs.
     * @param {string} key of a KeyboardEvent
     * @returns {boolean} whether the keyboard moved
     */
    rove(key) {
        const item = this.#focused;
        if (!item) return false;
        const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity}[key];
        if (step === undefined) return false;
        if (item.node.role === 'combobox') return key === 'ArrowDown' && this.#enterChoices(item);
        if (item.node.role !== 'option' && item.node.role !== 'tab') return false;
        const siblings = [...this.#items.values()].filter(
            (other) => other.container === item.container && other.node.role === item.node.role,
        );
        siblings.sort((a, b) => this.#order.indexOf(a.node.handle) - this.#order.indexOf(b.node.handle));
        const to = Math.min(Math.max(siblings.indexOf(item) + step, 0), siblings.length - 1);
        return this.#focusItem(siblings[to]);
    }

    // ---- a frame's records ----

    /** @param {Node} node */
    #onNode(node) {
        let item = this.#items.get(node.handle);
        if (item && (item.node.role !== node.role || tagOf(item.node) !== tagOf(node))) item = this.#replace(item, node);
        item ??= this.#create(node);
        item.node = node;
        if (node.takesTable) this.#takers.add(node.handle);
        else this.#takers.delete(node.handle);
        describe(item.element, node);
        if (item.place) position(item.element, node, item.place);
        if (item.field) {
            item.field.multiline = node.multiline && !node.oneLine;
            item.field.isCell = node.takesTable;
            item.field.show(node.value, node.revision);
            this.#unsettled.add(item.field);
        }
        this.#explain(item);
    }

    /**
     * @param {number} handle
     * @param {Place} place
     */
    #onPlace(handle, place) {
        const item = this.#items.get(handle);
        if (!item) return;
        item.place = place;
        position(item.element, item.node, place);
    }

    /** @param {Position[]} positions */
    #onOrder(positions) {
        const order = positions.map((each) => each.handle);
        const kept = new Set(order);
        const late = this.#composingAndAround();
        const lost = this.#focused;
        const losesFocus = lost !== null && !kept.has(lost.node.handle) && !late.has(lost.node.handle);
        const refuge = losesFocus ? this.#refuge(lost, kept) : null;
        for (const handle of this.#order) {
            if (kept.has(handle)) continue;
            if (late.has(handle)) this.#late.add(handle);
            else this.#remove(handle);
        }
        this.#order = order;
        this.#arrange(positions);
        this.#connectPopups();
        this.#guardDialogs();
        if (losesFocus && this.#focused === null && !this.#focusItem(refuge)) this.#root.focus({preventScroll: true});
        // What moves into another element loses the keyboard on the way.
        if (lost && kept.has(lost.node.handle) && document.activeElement === document.body) this.#focusItem(lost);
    }

    // ---- items ----

    /**
     * @param {Node} node
     * @returns {Item}
     */
    #create(node) {
        const element = isLive(node.role) ? this.#takeSilent(node.role) : createElement(node);
        element.id = `n${node.handle}`;
        element.dataset.node = node.id;
        /** @type {Item} */
        const item = {node, element, field: null, description: null, container: 0, place: null};
        if (node.role === 'textbox') item.field = this.#createField(element, node);
        this.#items.set(node.handle, item);
        this.#byId.set(node.id, item);
        this.#byElement.set(element, item);
        if (node.role === 'list' || node.role === 'dialog') this.#special.add(item);
        return item;
    }

    /**
     * @param {HTMLElement} element
     * @param {Node} node
     */
    #createField(element, node) {
        const field = new TextField(/** @type {HTMLInputElement} */ (element), node.id, node.multiline, this.#post);
        field.listen(element);
        element.addEventListener('compositionend', () => this.#removeLate());
        return field;
    }

    /**
     * The same node as another kind of element.
     * @param {Item} item
     * @param {Node} node
     */
    #replace(item, node) {
        const hadFocus = this.#focused === item;
        this.#remove(node.handle);
        const next = this.#create(node);
        next.place = item.place;
        if (!isLive(node.role)) {
            next.container = item.container;
            const container = this.#items.get(item.container)?.element ?? this.#root;
            container.append(next.element); // the order of the siblings is set right with the next order record
        }
        if (hadFocus) this.#wanted = node.id;
        return next;
    }

    /** @param {number} handle */
    #remove(handle) {
        const item = this.#items.get(handle);
        if (!item) return;
        if (this.#focused === item) this.#leave(item);
        if (item.field) this.#unsettled.delete(item.field);
        item.description?.remove();
        this.#items.delete(handle);
        this.#special.delete(item);
        this.#takers.delete(handle);
        if (this.#byId.get(item.node.id) === item) this.#byId.delete(item.node.id);
        this.#byElement.delete(item.element);
        if (isLive(item.node.role)) this.#silence(item.element);
        else item.element.remove();
    }

    /** @returns {Set<number>} handles of the field where an input method is at work, and of what it stands in */
    #composingAndAround() {
        /** @type {Set<number>} */
        const handles = new Set();
        if (!this.#focused?.field?.isComposing) return handles;
        for (let item = this.#items.get(this.#focused.node.handle); item; item = this.#items.get(item.container))
            handles.add(item.node.handle);
        return handles;
    }

    #removeLate() {
        if (this.#late.size === 0) return;
        const lost = this.#focused;
        const refuge = lost && this.#late.has(lost.node.handle) ? this.#refuge(lost, new Set(this.#order)) : null;
        for (const handle of this.#late) this.#remove(handle);
        this.#late.clear();
        if (!this.#focused && !this.#focusItem(refuge)) this.#root.focus({preventScroll: true});
    }

    /** @param {Item} item */
    #explain(item) {
        const {description: text} = item.node;
        if (text && !item.description) {
            item.description = document.createElement('span');
            item.description.id = `d${item.node.handle}`;
            this.#descriptions.append(item.description);
        }
        if (item.description) setText(item.description, text);
        setAttribute(item.element, 'aria-describedby', text && item.description ? item.description.id : null);
    }

    // ---- order ----

    /**
     * Brings the elements into their containers and into reading order, without moving the one with the keyboard:
     * moving it would take the keyboard away and end a composition.
     * @param {Position[]} positions
     */
    #arrange(positions) {
        /** @type {Map<Element, HTMLElement[]>} */
        const children = new Map();
        for (const {handle, container} of positions) {
            const item = this.#items.get(handle);
            if (!item || isLive(item.node.role)) continue; // a live region that is moved may not speak
            item.container = container;
            const parent = this.#items.get(container)?.element ?? this.#root;
            const list = children.get(parent);
            if (list) list.push(item.element);
            else children.set(parent, [item.element]);
        }
        for (const [parent, elements] of children) this.#arrangeIn(parent, elements);
    }

    /**
     * @param {Element} parent
     * @param {HTMLElement[]} elements
     */
    #arrangeIn(parent, elements) {
        const keep = this.#focused?.element;
        let next = parent.firstElementChild;
        for (const element of elements) {
            if (element !== next && keep && element.contains(keep) && element.parentElement === parent) {
                while (next && next !== element) {
                    const following = next.nextElementSibling;
                    parent.append(next);
                    next = following;
                }
            }
            if (element === next) next = next.nextElementSibling;
            else parent.insertBefore(element, next);
        }
    }

    #connectPopups() {
        for (const item of this.#special) {
            if (item.node.role !== 'list') continue;
            const owner = this.#items.get(item.node.popupOf);
            const holdsOptions = owner !== undefined || item.element.firstElementChild?.getAttribute('role') === 'option';
            setAttribute(item.element, 'role', holdsOptions ? 'listbox' : 'list');
            if (owner) setAttribute(owner.element, 'aria-controls', item.element.id);
        }
    }

    // ---- live regions ----

    /** @param {string} role */
    #addSilent(role) {
        const element = document.createElement('div');
        element.setAttribute('role', role);
        this.#silence(element);
        this.#root.append(element);
    }

    /** @param {HTMLElement} element */
    #silence(element) {
        element.replaceChildren();
        element.removeAttribute('id');
        element.removeAttribute('aria-describedby');
        delete element.dataset.node;
        this.#silent.push(element);
    }

    /** @param {string} role */
    #takeSilent(role) {
        const isFree = (/** @type {HTMLElement} */ element) => element.getAttribute('role') === role;
        if (!this.#silent.some(isFree)) this.#addSilent(role);
        return this.#silent.splice(this.#silent.findIndex(isFree), 1)[0];
    }

    // ---- dialogs ----

    /** While a dialog is open the rest is out of reach. */
    #guardDialogs() {
        const open = [...this.#special].filter(({node}) => node.role === 'dialog' && this.#order.includes(node.handle));
        if (open.length === 0 && this.#dialogs.length === 0) return;
        open.sort((a, b) => this.#order.indexOf(a.node.handle) - this.#order.indexOf(b.node.handle));
        this.#dialogs = open.map(
            (dialog) =>
                this.#dialogs.find((each) => each.dialog === dialog) ?? {dialog, before: this.#focused?.node.id ?? ''},
        );
        for (const element of this.#root.querySelectorAll('[inert]')) element.removeAttribute('inert');
        const top = open[open.length - 1];
        if (!top) return;
        /** @type {Element} */
        let inside = top.element;
        while (inside !== this.#root && inside.parentElement) {
            for (const other of inside.parentElement.children) {
                const speaks = isLive(/** @type {any} */ (other.getAttribute('role')));
                if (other !== inside && !speaks) other.setAttribute('inert', '');
            }
            inside = inside.parentElement;
        }
        if (this.#focused && !top.element.contains(this.#focused.element)) this.#leave(this.#focused);
        if (!this.#focused && !this.#wanted) this.#focusItem(this.#firstIn(top) ?? top);
    }

    /** @param {Item} container */
    #firstIn(container) {
        for (const handle of this.#order) {
            const item = this.#items.get(handle);
            if (item && takesKeyboard(item.node) && container.element.contains(item.element)) return item;
        }
        return null;
    }

    // ---- focus ----

    /**
     * @param {Item | null | undefined} item
     * @returns {boolean}
     */
    #focusItem(item) {
        if (!item) return false;
        if (item.node.role === 'heading') item.element.tabIndex = -1; // a jump moves the keyboard there, Tab does not
        item.element.focus({preventScroll: true});
        return document.activeElement === item.element;
    }

    /**
     * Down opens the list, and from an open one goes to the chosen or the first choice.
     * @param {Item} combobox
     */
    #enterChoices(combobox) {
        if (combobox.node.expanded) return this.#focusItem(this.#firstChoice(combobox));
        this.#post(Event.activated, [combobox.node.id]);
        return true;
    }

    /** @param {Item} combobox */
    #firstChoice(combobox) {
        const choices = this.#order.flatMap((handle) => {
            const item = this.#items.get(handle);
            const list = item && this.#items.get(item.container);
            return item?.node.role === 'option' && list?.node.popupOf === combobox.node.handle ? [item] : [];
        });
        return choices.find((choice) => choice.node.selected) ?? choices[0];
    }

    /**
     * Where the keyboard goes when its node vanishes: to where it was before the dialog that closes, to the combobox
     * whose choice it was, else to the next node that takes it in the nearest surviving surroundings, else to the one
     * before; of a grid's cell to another cell rather than to a button. Null: to the page's main part.
     * @param {Item} lost
     * @param {Set<number>} kept
     * @returns {Item | null}
     */
    #refuge(lost, kept) {
        const closed = this.#dialogs.find(
            ({dialog}) => !kept.has(dialog.node.handle) && dialog.element.contains(lost.element),
        );
        if (closed) return this.#byId.get(closed.before) ?? null;
        const candidates = [...this.#order.keys()]
            .flatMap((index) => {
                const item = this.#items.get(this.#order[index]);
                return item && kept.has(item.node.handle) && takesKeyboard(item.node) ? [{item, index}] : [];
            });
        const at = this.#order.indexOf(lost.node.handle);
        for (let around = this.#items.get(lost.container); ; around = this.#items.get(around.container)) {
            const owner = around && this.#items.get(around.node.popupOf);
            if (owner && kept.has(owner.node.handle)) return owner;
            const inside = candidates.filter(({item}) => !around || around.element.contains(item.element));
            const cells = lost.node.takesTable ? inside.filter(({item}) => item.node.takesTable) : [];
            const near = cells.length > 0 ? cells : inside;
            const found = near.find(({index}) => index > at) ?? near[near.length - 1];
            if (found) return found.item;
            if (!around) return null;
        }
    }

    /** Its element goes away or out of reach. @param {Item} item */
    #leave(item) {
        if (this.#focused !== item) return;
        this.#focused = null;
        if (item.field) {
            item.field.blur(document.activeElement === item.element);
            this.#unsettled.add(item.field);
        }
        this.#post(Event.blurred, [item.node.id]);
    }

    /** @param {FocusEvent} event */
    #onFocus(event) {
        const item = this.#byElement.get(/** @type {Element} */ (event.target));
        if (!item || this.#focused === item) return;
        if (this.#focused) this.#leave(this.#focused);
        this.#focused = item;
        item.field?.focus();
        this.#post(Event.focused, [item.node.id]);
    }

    /** @param {FocusEvent} event */
    #onBlur(event) {
        const item = this.#byElement.get(/** @type {Element} */ (event.target));
        if (item) this.#leave(item);
    }

    /** The cell of a grid that was pressed. @param {{target: EventTarget | null}} event @returns {(Item & {field: TextField}) | null} */
    #cellAt(event) {
        const item = event.target instanceof Element ? this.#byElement.get(event.target) : null;
        return item?.field?.isCell ? /** @type {Item & {field: TextField}} */ (item) : null;
    }

    /** @param {PointerEvent} event */
    #onPress(event) {
        const cell = this.#cellAt(event);
        this.#byMouse = event.pointerType === 'mouse';
        if (cell && (cell === this.#focused || !this.#byMouse)) cell.field.press(!this.#byMouse);
    }

    /** A cell is taken whole, or selected up to; the next press goes into its text. @param {MouseEvent} event */
    #onMouse(event) {
        const cell = this.#cellAt(event);
        this.#dragsFrom = null;
        if (!cell || !this.#byMouse || event.button !== 0) return;
        if (cell === this.#focused) return;
        event.preventDefault();
        if (event.shiftKey && this.focusedField?.isCell) this.#post(Event.cellKey, [cell.node.id, 'Shift+Click']);
        else this.#focusItem(cell);
        this.#dragsFrom = this.#focused;
    }

    /** @param {PointerEvent} event */
    #onDrag(event) {
        const cell = this.#cellAt(event);
        if (cell && event.buttons === 1 && this.#focused && this.#focused === this.#dragsFrom)
            this.#post(Event.cellKey, [cell.node.id, 'Shift+Click']);
    }

    /**
     * The pointer goes through to the canvas, so whatever clicks here is a keyboard, a screen reader or a test.
     * @param {MouseEvent} event
     */
    #onClick(event) {
        const element = event.target instanceof Element ? event.target.closest('[data-node]') : null;
        const item = element && this.#byElement.get(element);
        if (item && isActivated(item.node.role) && !item.node.disabled) this.#post(Event.activated, [item.node.id]);
    }
}
