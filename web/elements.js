// What a node of the semantics tree is in the DOM: element, ARIA role, states. Native elements where there is one.

import {canvasBaseline, lineOf} from './fonts.js';

/** @typedef {import('./tree_patch.js').Node} Node */
/** @typedef {import('./tree_patch.js').Place} Place */
/** @typedef {import('./tree_patch.js').Role} Role */

/** @type {Readonly<Record<Role, {tag: string, role?: string}>>} */
const kinds = Object.freeze({
    group: {tag: 'div', role: 'group'},
    region: {tag: 'section'},
    heading: {tag: 'h2'},
    text: {tag: 'p'},
    button: {tag: 'button'},
    textbox: {tag: 'input'},
    combobox: {tag: 'button', role: 'combobox'},
    list: {tag: 'ul', role: 'list'},
    listitem: {tag: 'li', role: 'listitem'},
    option: {tag: 'button', role: 'option'},
    grid: {tag: 'div', role: 'grid'},
    row: {tag: 'div', role: 'row'},
    cell: {tag: 'div', role: 'gridcell'},
    columnheader: {tag: 'div', role: 'columnheader'},
    tablist: {tag: 'div', role: 'tablist'},
    tab: {tag: 'button', role: 'tab'},
    dialog: {tag: 'div', role: 'dialog'},
    status: {tag: 'div', role: 'status'},
    alert: {tag: 'div', role: 'alert'},
    progressbar: {tag: 'div', role: 'progressbar'},
    scroll: {tag: 'div', role: 'none'},
});

/** Roles whose name is the text they hold. @type {ReadonlySet<Role>} */
const namedByContent = new Set(
    /** @type {Role[]} */ ([
        'heading',
        'text',
        'button',
        'listitem',
        'option',
        'cell',
        'columnheader',
        'tab',
        'status',
        'alert',
    ]),
);

/** @param {Role} role */
export function isLive(role) {
    return role === 'status' || role === 'alert';
}

/** @param {Role} role whether Enter, Space and screen readers activate it */
export function isActivated(role) {
    return role === 'button' || role === 'combobox' || role === 'option' || role === 'tab';
}

/** @param {Node} node */
export function takesKeyboard(node) {
    return node.role === 'textbox' ? !node.disabled : isActivated(node.role);
}

/** An element of another kind cannot become this node. @param {Node} node */
export function tagOf(node) {
    if (node.role === 'heading') return `h${Math.min(Math.max(node.level, 1), 3)}`;
    if (node.role === 'textbox' && node.multiline) return 'textarea';
    return kinds[node.role].tag;
}

/**
 * @param {Node} node
 * @returns {HTMLElement}
 */
export function createElement(node) {
    const element = document.createElement(tagOf(node));
    const {role} = kinds[node.role];
    if (role) element.setAttribute('role', role);
    if (element instanceof HTMLButtonElement) element.type = 'button';
    if (node.role === 'textbox') prepareEditor(element);
    if (node.role === 'combobox') element.setAttribute('aria-haspopup', 'listbox');
    if (node.role === 'option') element.tabIndex = -1;
    if (node.role === 'dialog') {
        element.setAttribute('aria-modal', 'true');
        element.tabIndex = -1;
    }
    return element;
}

/** @param {HTMLElement} element */
function prepareEditor(element) {
    element.lang = 'zh-CN'; // what stands in it, whatever the page's language is
    element.className = 'field';
    if (element instanceof HTMLInputElement) element.type = 'text';
    for (const off of ['autocomplete', 'autocapitalize', 'autocorrect']) element.setAttribute(off, 'off');
    element.spellcheck = false;
}

/**
 * @param {Element} element
 * @param {string} attribute
 * @param {string | null} value null takes it off
 */
export function setAttribute(element, attribute, value) {
    if (value === null) element.removeAttribute(attribute);
    else if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

/** @param {boolean} condition */
function whenTrue(condition) {
    return condition ? 'true' : null;
}

/**
 * Everything of the node but its place, its text field's value and its description.
 * @param {HTMLElement} element
 * @param {Node} node
 */
export function describe(element, node) {
    const {role} = node;
    if (namedByContent.has(role) || role === 'combobox') setText(element, contentOf(node));
    if (!namedByContent.has(role)) setAttribute(element, 'aria-label', node.name || null);
    if (isActivated(role)) setAttribute(element, 'aria-disabled', whenTrue(node.disabled));
    setAttribute(element, 'aria-keyshortcuts', node.shortcut || null);
    if (role === 'textbox') describeEditor(element, node);
    if (role === 'combobox') {
        element.setAttribute('aria-expanded', String(node.expanded));
        setAttribute(element, 'aria-invalid', whenTrue(node.invalid));
        setAttribute(element, 'aria-required', whenTrue(node.required));
    }
    if (role === 'option' || role === 'tab') element.setAttribute('aria-selected', String(node.selected));
    if (role === 'cell') setAttribute(element, 'aria-selected', whenTrue(node.selected));
    if (role === 'grid') element.setAttribute('aria-multiselectable', 'true');
    if (role === 'progressbar') {
        element.setAttribute('aria-valuenow', String(node.position));
        element.setAttribute('aria-valuetext', node.value);
    } else if (node.position) setAttribute(element, role === 'row' ? 'aria-rowindex' : 'aria-rowcount', String(node.position));
    if (role === 'tab') element.tabIndex = node.selected ? 0 : -1;
    if (role === 'button') setAttribute(element, 'aria-pressed', node.toggle ? String(node.pressed) : null);
    if (role === 'listitem' || role === 'button') setAttribute(element, 'aria-current', whenTrue(node.selected));
}

/** @param {Node} node */
function contentOf(node) {
    if (node.role === 'combobox') return node.value;
    return isLive(node.role) && node.value ? node.value : node.name;
}

/**
 * The text stands before the children.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function setText(element, text) {
    const first = element.firstChild;
    if (first instanceof Text) {
        if (first.data !== text) first.data = text;
    } else if (text) {
        element.prepend(text);
    }
}

/**
 * @param {HTMLElement} element
 * @param {Node} node
 */
function describeEditor(element, node) {
    const editor = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (element);
    editor.disabled = node.disabled;
    editor.readOnly = node.readonly;
    setAttribute(editor, 'aria-invalid', whenTrue(node.invalid));
    setAttribute(editor, 'aria-required', whenTrue(node.required));
    setAttribute(editor, 'inputmode', node.numeric ? 'decimal' : null);
    setAttribute(editor, 'placeholder', node.placeholder || null);
    setAttribute(editor, 'enterkeyhint', node.next ? 'next' : null);
    const {style} = node;
    if (!style) return;
    editor.style.fontSize = `${style.fontSize}px`;
    editor.style.fontWeight = node.bold ? 'bold' : 'normal';
    editor.style.lineHeight = node.multiline ? `${style.lineHeight}px` : 'normal';
    editor.style.setProperty('--ink', style.color);
    editor.style.setProperty('--paper', style.background);
}

/**
 * @param {HTMLElement} element
 * @param {Node} node
 * @param {Place} place
 */
export function position(element, node, place) {
    const {style} = element;
    style.transform = `translate(${place.x}px,${place.y}px)`;
    style.width = `${place.width}px`;
    style.height = `${place.height}px`;
    if (node.style) fitText(element, node, node.style, place);
    else if (node.role !== 'scroll') return;
    const cut = [place.top, place.right, place.bottom, place.left];
    // What is scrolled out cannot be seen or tapped, but Tab reaches it.
    if (!place.visible) style.clipPath = 'inset(50%)';
    else style.clipPath = cut.some((side) => side > 0) ? `inset(${cut.map((side) => `${side}px`).join(' ')})` : '';
}

/**
 * The editor's text on the very pixels where the canvas shows it.
 * @param {HTMLElement} element
 * @param {Node} node
 * @param {import('./tree_patch.js').TextStyle} look
 * @param {Place} place
 */
function fitText(element, node, look, place) {
    const line = lineOf(look.fontSize, node.multiline ? look.lineHeight : 'normal', node.bold);
    const top = Math.max(0, canvasBaseline(look, node.bold) - line.baseline);
    // An <input> has a line as high as its font asks for, whatever is said, and centres it in what the padding leaves, by
    // a rounding of its own: so nothing more than such a line is left.
    const bottom = node.multiline ? look.padY : Math.max(0, place.height - top - line.height);
    element.style.padding = `${top}px ${look.padX}px ${bottom}px`;
}
