// One text field: the element is the truth while it has the keyboard, the program is at rest. An input method works in
// the element undisturbed: its value is never written during composition.

import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */

/**
 * What we need of an <input> or <textarea>.
 * @typedef {Pick<HTMLInputElement, 'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange'> & {classList?: DOMTokenList}} Editor
 */

/**
 * A cell of a grid is at rest, its text selected whole, until something is typed over it or the person goes into the
 * text.
 * @typedef {'rest' | 'typing' | 'inside'} Mode
 */

/** Keys that are the grid's, as src/app/selection.cpp has them. @type {Readonly<Record<Mode, RegExp>>} */
const gridKeys = {
    rest: /^((Control\+)?(Shift\+)?(Arrow\w+|Home|End)|(Shift\+)?(Page\w+|Enter|Tab)|Delete|Shift\+Space|Control\+A)$/,
    typing: /^(Arrow\w+|(Shift\+)?(Enter|Tab))$/,
    inside: /^(Shift\+)?(Enter|Tab)$/,
};

/** As aria-keyshortcuts has it. @param {Key} event */
function nameOf({key, ctrlKey, metaKey, altKey, shiftKey}) {
    const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
    return (ctrlKey || metaKey ? 'Control+' : '') + (altKey ? 'Alt+' : '') + (shiftKey ? 'Shift+' : '') + name;
}

/**
 * What we need of a KeyboardEvent.
 * @typedef {object} Key
 * @property {string} key
 * @property {number} keyCode
 * @property {boolean} isComposing
 * @property {boolean} ctrlKey
 * @property {boolean} metaKey
 * @property {boolean} shiftKey
 * @property {boolean} altKey
 */

/**
 * The first key of a composition has isComposing false, Safari's last one as well: 229 tells them.
 * @param {Pick<Key, 'isComposing' | 'keyCode'>} event
 */
export function belongsToInputMethod(event) {
    return event.isComposing || event.keyCode === 229;
}

/**
 * A place in the text that is not inside of a character: those beyond the first plane are two units long.
 * @param {string} text
 * @param {number} at
 */
function between(text, at) {
    const place = Math.min(at, text.length);
    return (text.codePointAt(place - 1) ?? 0) > 0xffff ? place - 1 : place;
}

export class TextField {
    #editor;
    #id;
    #post;
    /** Whether Enter makes a line; else the text holds none, even where it wraps. */
    multiline;
    /** Whether it is a cell of a grid. */
    isCell = false;
    /** @type {Mode} */
    #mode = 'inside';
    /** Whether a finger or a pen is what gives it the keyboard. */
    #isTouched = false;
    /** Whether the person is in another window, and was in the text. */
    #isAway = false;
    #hasFocus = false;
    #isComposing = false;
    /** What the program shows. */
    #shown = '';
    /** Which text of ours that answers; 0: it does not count. */
    #answered = 0;
    /** What the program knows of the element: what it showed or what we told it. */
    #heard = '';
    #toldComposing = false;
    /** Of the texts we told, one more for each; the program answers it. */
    #revision = 0;
    /** What Escape goes back to: the text when the field got the keyboard, whatever was committed since. */
    #original = '';
    /** What was written or committed last: beyond it, undo is the program's. */
    #baseline = '';
    /** Whether the person typed since the baseline: then the browser has an undo history of its own. */
    #isEdited = false;
    /** How often the program took something back since then: that is redone before what the browser took back. */
    #takenBack = 0;
    /** Whether the program showed something new that the element has not taken over yet. */
    #isBehind = false;

    /**
     * @param {Editor} editor
     * @param {string} id the node's
     * @param {boolean} multiline whether Enter makes a line
     * @param {Post} post
     */
    constructor(editor, id, multiline, post) {
        this.#editor = editor;
        this.#id = id;
        this.multiline = multiline;
        this.#post = post;
    }

    get isComposing() {
        return this.#isComposing;
    }
    get hasFocus() {
        return this.#hasFocus;
    }
    /** Whether keys, copying and cutting are the grid's. */
    get isAtRest() {
        return this.#mode === 'rest';
    }

    /** Follows what the person does in the element; keys and focus come from outside. @param {EventTarget} editor */
    listen(editor) {
        editor.addEventListener('compositionstart', () => this.compositionStart());
        editor.addEventListener('compositionend', () => this.compositionEnd());
        editor.addEventListener('input', (event) => this.input(/** @type {InputEvent} */ (event)));
    }

    /**
     * The program shows this text; settle() takes it over as soon as it may.
     * @param {string} value
     * @param {number} [revision] of our texts, the last one that the program knew; 0: it does not count
     */
    show(value, revision = 0) {
        if (value !== this.#shown) this.#isBehind = true;
        this.#shown = value;
        this.#answered = revision;
        // A field made anew goes on counting where the one before it was.
        this.#revision = Math.max(this.#revision, revision);
    }

    /** After every frame. @returns {boolean} whether the element is as the program wants it */
    settle() {
        if (this.#isComposing) return false;
        const differs = this.#editor.value !== this.#shown;
        // While a person types, the program's echo is as old as its last frame: only its answer to the last text counts,
        // be it the text from before; without revisions, what it really changed.
        const isNews = this.#answered ? this.#answered === this.#revision : this.#isBehind && this.#shown !== this.#heard;
        const mayWrite = !this.#hasFocus || isNews;
        this.#isBehind = false;
        if (!differs || !mayWrite) return true;
        // What the program changes under an untouched field is not the person's to take back.
        if (this.#editor.value === this.#original) this.#original = this.#shown;
        this.#write(this.#shown);
        return true;
    }

    focus() {
        if (this.#hasFocus) return;
        this.#hasFocus = true;
        this.#original = this.#editor.value;
        this.#startFrom(this.#editor.value);
        if (this.isCell && !this.#isTouched && !this.#isAway) this.#enter('rest');
        this.#isTouched = this.#isAway = false;
    }

    /** Pressed: the caret goes to where that was. @param {boolean} byTouch */
    press(byTouch) {
        if (this.#hasFocus) this.#enter('inside');
        this.#isTouched = byTouch;
    }

    /** @param {boolean} [isAway] the whole window loses the keyboard, and the person goes on here */
    blur(isAway = false) {
        this.#isAway = isAway && !this.isAtRest;
        this.#enter('inside');
        this.#hasFocus = false;
        this.#isComposing = false; // not every engine sends compositionend before
        if (this.#isEdited) this.#joinLines();
        this.flush();
    }

    compositionStart() {
        this.#isComposing = true;
        if (this.isAtRest) this.#enter('typing');
    }

    compositionEnd() {
        this.#isComposing = false;
        this.#hear(false);
    }

    /** @param {{isComposing?: boolean}} event */
    input(event) {
        this.#isEdited = true;
        this.#takenBack = 0;
        if (this.isAtRest) this.#enter('typing');
        this.#hear(this.#isComposing || event.isComposing === true);
        if (!this.#hasFocus) this.flush(); // dropped into it
    }

    /** The person is done: Enter, saving. */
    commit() {
        if (!this.#isComposing) this.#commit();
    }

    /**
     * The page may never come back: what was typed is committed, even from within a composition, where Android's
     * keyboards always are. That only reads the element, so the composition goes on if the page does come back.
     */
    flush() {
        if (this.#isEdited) this.#commit();
    }

    /**
     * @param {Key} event
     * @returns {boolean} whether the field took it
     */
    key(event) {
        if (belongsToInputMethod(event)) return false;
        if (this.isCell && this.#gridKey(event)) return true;
        const withControl = event.ctrlKey || event.metaKey;
        if (event.key === 'Enter' && (withControl || !this.multiline) && !event.shiftKey && !event.altKey) {
            this.commit();
            this.#rest();
            return true;
        }
        if (event.key === 'Escape' && (this.#editor.value !== this.#original || (this.isCell && !this.isAtRest))) {
            if (this.#editor.value !== this.#original) {
                this.#write(this.#original);
                this.commit();
            }
            this.#rest();
            return true;
        }
        return false;
    }

    /** @param {Key} event @returns {boolean} whether the grid took it */
    #gridKey(event) {
        const keys = nameOf(event);
        if (keys === 'F2') {
            this.#enter('inside');
            const end = this.#editor.value.length;
            this.#editor.setSelectionRange(end, end);
            return true;
        }
        const makesLine = keys.endsWith('Enter') && this.multiline && this.#mode === 'inside';
        if (makesLine || !gridKeys[this.#mode].test(keys)) return false;
        if (this.#isEdited) this.commit();
        this.#rest();
        this.#post(Event.cellKey, [this.#id, keys]);
        return true;
    }

    /** The next letter replaces the text. */
    #rest() {
        if (this.isCell && this.#hasFocus) this.#enter('rest');
    }

    /** @param {Mode} mode */
    #enter(mode) {
        this.#mode = mode;
        this.#editor.classList?.toggle('at-rest', mode === 'rest');
        if (mode === 'rest') this.#editor.setSelectionRange(0, this.#editor.value.length);
    }

    /**
     * Undo in the field's own text is the browser's; beyond what was typed here it is the program's, who is asked now.
     * @param {string} command "undo" or "redo"
     */
    leavesToProgram(command) {
        const isUndo = command === 'undo';
        const leaves = isUndo ? this.#editor.value === this.#baseline : this.#takenBack > 0 || !this.#isEdited;
        if (leaves) this.#takenBack = Math.max(0, this.#takenBack + (isUndo ? 1 : -1));
        return leaves;
    }

    #commit() {
        this.#tell();
        this.#startFrom(this.#editor.value);
        this.#post(Event.textCommitted, [this.#id, this.#editor.value], 0, ++this.#revision);
    }

    /** The text changed. @param {boolean} composing */
    #hear(composing) {
        // The browser cannot take back what we wrote, so the program must be able to.
        if (!composing && this.#joinLines()) this.#commit();
        else this.#tell(composing);
    }

    /**
     * Where the text holds no lines, their ends become blanks: of what was pasted, dropped, dictated. The last
     * one, before the caret or of all, leaves none: it came with a spreadsheet's cell, or from a keyboard without Enter.
     * @returns {boolean} whether there were any
     */
    #joinLines() {
        const {value, selectionEnd} = this.#editor;
        if (this.multiline || !value.includes('\n')) return false;
        const caret = selectionEnd ?? value.length;
        const join = (/** @type {string} */ text) => text.replace(/\n+$/, '').replace(/\n+/g, ' ');
        const before = join(value.slice(0, caret));
        this.#editor.value = before + join(value.slice(caret));
        if (this.#hasFocus) this.#editor.setSelectionRange(before.length, before.length);
        return true;
    }

    #tell(composing = false) {
        const value = this.#editor.value;
        if (value === this.#heard && composing === this.#toldComposing) return;
        this.#heard = value;
        this.#toldComposing = composing;
        this.#post(Event.textChanged, [this.#id, value], composing ? 1 : 0, ++this.#revision);
    }

    /** @param {string} value */
    #write(value) {
        const editor = this.#editor;
        const start = editor.selectionStart ?? value.length;
        const end = editor.selectionEnd ?? value.length;
        editor.value = value;
        // Assigning moves the caret to the end. Outside focus there is none, and setting it steals focus in Safari.
        if (this.isAtRest) this.#rest();
        else if (this.#hasFocus) editor.setSelectionRange(between(value, start), between(value, end));
        this.#startFrom(value);
    }

    /** @param {string} value */
    #startFrom(value) {
        this.#baseline = value;
        this.#heard = value;
        this.#toldComposing = false;
        this.#isEdited = false;
    }
}
