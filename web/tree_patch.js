// Reads what src/platform/tree_patch.cpp packs: the difference between two frames' semantics trees.

/** As Role in src/platform/semantics.h, in its order. */
export const roles = Object.freeze(
    /** @type {const} */ ([
        'group',
        'region',
        'heading',
        'text',
        'button',
        'textbox',
        'combobox',
        'list',
        'listitem',
        'option',
        'grid',
        'row',
        'cell',
        'columnheader',
        'tablist',
        'tab',
        'dialog',
        'status',
        'alert',
        'progressbar',
        'scroll',
    ]),
);
/** @typedef {(typeof roles)[number]} Role */

/**
 * Look of a text field; lengths in CSS pixels, colours as CSS has them.
 * @typedef {object} TextStyle
 * @property {number} fontSize
 * @property {number} lineHeight
 * @property {number} padX
 * @property {number} padY
 * @property {string} color
 * @property {string} background
 */

/**
 * @typedef {object} Node
 * @property {number} handle
 * @property {Role} role
 * @property {number} level
 * @property {boolean} disabled
 * @property {boolean} readonly
 * @property {boolean} multiline
 * @property {boolean} invalid
 * @property {boolean} required
 * @property {boolean} selected
 * @property {boolean} expanded
 * @property {boolean} numeric
 * @property {boolean} bold
 * @property {boolean} toggle whether the button stays pressed
 * @property {boolean} pressed
 * @property {boolean} oneLine a textarea that holds no line break
 * @property {boolean} next Enter goes on to the next text field
 * @property {boolean} takesTable a cell of a grid: its keys and a table that is pasted there go to the program
 * @property {number} position of a row in its grid, from 1; of a grid: how many rows it has; 0: not counted
 * @property {number} popupOf handle of the combobox whose list this is, or 0
 * @property {string} id
 * @property {string} name
 * @property {string} value
 * @property {string} description
 * @property {string} shortcut as aria-keyshortcuts has it, or ''
 * @property {TextStyle | null} style of a textbox
 * @property {number} limit most code points of a textbox's text; 0: any number
 * @property {number} revision last text of ours that a textbox's value answers; 0: none
 * @property {string} placeholder of a textbox
 */

/**
 * From the container's left top corner, and how much is cut off at each side.
 * @typedef {object} Place
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {boolean} visible
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number} left
 */

/** @typedef {{handle: number, container: number}} Position */

/**
 * @typedef {object} PatchReader
 * @property {(node: Node) => void} node
 * @property {(handle: number, place: Place) => void} place
 * @property {(positions: Position[]) => void} order
 */

const decoder = new TextDecoder();

class Cursor {
    #bytes;
    #view;
    #at = 0;

    /** @param {Uint8Array} bytes */
    constructor(bytes) {
        this.#bytes = bytes;
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    get isAtEnd() {
        return this.#at >= this.#bytes.length;
    }
    u8() {
        return this.#view.getUint8(this.#at++);
    }
    u16() {
        this.#at += 2;
        return this.#view.getUint16(this.#at - 2, true);
    }
    u32() {
        this.#at += 4;
        return this.#view.getUint32(this.#at - 4, true);
    }
    f32() {
        this.#at += 4;
        return this.#view.getFloat32(this.#at - 4, true);
    }
    text() {
        const length = this.u32();
        this.#at += length;
        return length === 0 ? '' : decoder.decode(this.#bytes.subarray(this.#at - length, this.#at));
    }
}

/** @param {number} abgr */
function cssColor(abgr) {
    const channel = (/** @type {number} */ shift) => (abgr >>> shift) & 0xff;
    return `rgba(${channel(0)},${channel(8)},${channel(16)},${channel(24) / 255})`;
}

/**
 * @param {Cursor} from
 * @returns {TextStyle}
 */
function readStyle(from) {
    return {
        fontSize: from.f32(),
        lineHeight: from.f32(),
        padX: from.f32(),
        padY: from.f32(),
        color: cssColor(from.u32()),
        background: cssColor(from.u32()),
    };
}

/**
 * @param {Cursor} from
 * @returns {Node}
 */
function readNode(from) {
    const handle = from.u32();
    const role = roles[from.u8()] ?? 'group';
    const isTextbox = role === 'textbox';
    const level = from.u8();
    const flags = from.u16();
    const flag = (/** @type {number} */ bit) => ((flags >> bit) & 1) === 1;
    return {
        handle,
        role,
        level,
        disabled: flag(0),
        readonly: flag(1),
        multiline: flag(2),
        invalid: flag(3),
        required: flag(4),
        selected: flag(5),
        expanded: flag(6),
        numeric: flag(7),
        bold: flag(8),
        toggle: flag(9),
        pressed: flag(10),
        oneLine: flag(11),
        next: flag(12),
        takesTable: flag(13),
        popupOf: from.u32(),
        id: from.text(),
        name: from.text(),
        value: from.text(),
        description: from.text(),
        shortcut: from.text(),
        position: role === 'row' || role === 'grid' || role === 'progressbar' ? from.u32() : 0,
        style: isTextbox ? readStyle(from) : null,
        limit: isTextbox ? from.u32() : 0,
        revision: isTextbox ? from.u32() : 0,
        placeholder: isTextbox ? from.text() : '',
    };
}

/**
 * @param {Cursor} from
 * @returns {Place}
 */
function readPlace(from) {
    return {
        x: from.f32(),
        y: from.f32(),
        width: from.f32(),
        height: from.f32(),
        visible: from.u8() !== 0,
        top: from.f32(),
        right: from.f32(),
        bottom: from.f32(),
        left: from.f32(),
    };
}

/**
 * @param {Uint8Array} bytes
 * @param {PatchReader} reader
 */
export function readPatch(bytes, reader) {
    const from = new Cursor(bytes);
    while (!from.isAtEnd) {
        const kind = from.u8();
        if (kind === 1) {
            reader.node(readNode(from));
        } else if (kind === 2) {
            const handle = from.u32();
            reader.place(handle, readPlace(from));
        } else if (kind === 3) {
            const positions = Array.from({length: from.u32()}, () => ({handle: from.u32(), container: from.u32()}));
            reader.order(positions);
        } else {
            throw new Error(`unknown record ${kind} in the tree`);
        }
    }
}
