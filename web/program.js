// The way from JavaScript into the program: events and input, as src/platform/web/web_platform.cpp reads them.

/** As EventKind in web_platform.cpp. */
export const Event = Object.freeze({
    activated: 1,
    focused: 2,
    blurred: 3,
    textChanged: 4,
    textCommitted: 5,
    cellKey: 6,
    command: 7,
    fileOpened: 8,
    fileFailed: 9,
    dragHover: 10,
    fileSaved: 11,
    fileSaveFailed: 12,
    journalSaved: 13,
    journalFailed: 14,
    journalLoaded: 15,
    resized: 16,
    redraw: 17,
    textPasted: 18,
    pasteFailed: 19,
    tablePasted: 20,
    copied: 21,
    copyFailed: 22,
    scaleStep: 23,
    fontsChanged: 24,
    contextRestored: 25,
    laterLoaded: 26,
    laterFailed: 27,
    booksListed: 28,
    assetLoaded: 29,
    assetFailed: 30,
});

/** As InputKind in web_platform.cpp. */
export const Input = Object.freeze({moved: 1, button: 2, left: 3, scroll: 4, key: 5});

/**
 * What Emscripten's module offers us.
 * @typedef {object} WasmModule
 * @property {Uint8Array} HEAPU8 Replaced when the memory grows: never keep it.
 * @property {() => number} _jibiao_frame
 * @property {(size: number) => number} _jibiao_buffer
 * @property {(kind: number, size: number, number: number, revision: number) => void} _jibiao_event
 * @property {() => void} _jibiao_context_restored
 * @property {(kind: number, size: number, a: number, b: number, c: number, d: number) => void} _jibiao_input
 */

/** @typedef {string | Uint8Array} Text */
/** @typedef {(kind: number, texts?: readonly Text[], number?: number, revision?: number) => void} Post */

const encoder = new TextEncoder();

/** @param {object} kinds numbered from 1 @param {number} kind */
const nameOf = (kinds, kind) => Object.keys(kinds)[kind - 1] ?? '';

export class Program {
    /** @type {WasmModule | null} */
    #module = null;
    /** @type {(() => void)[]} */
    #early = [];
    #wake;

    /** @param {(reason: string) => void} wake Called for everything that the program has to look at. */
    constructor(wake) {
        this.#wake = wake;
    }

    /**
     * What was posted before arrives now.
     * @param {WasmModule} module
     */
    attach(module) {
        this.#module = module;
        for (const deliver of this.#early.splice(0)) deliver();
    }

    /** Draws a frame. @returns {boolean} whether another one must follow at once */
    frame() {
        return this.#module !== null && this.#module._jibiao_frame() !== 0;
    }

    /**
     * @param {number} kind one of Event
     * @param {readonly Text[]} [texts]
     * @param {number} [number]
     * @param {number} [revision] of a text field
     */
    post(kind, texts = [], number = 0, revision = 0) {
        if (!this.#module) {
            this.#early.push(() => this.post(kind, texts, number, revision));
            return;
        }
        this.#module._jibiao_event(kind, this.#write(this.#module, texts), number, revision);
        this.#wake(nameOf(Event, kind));
    }

    /** The graphics card is back; nothing may be drawn before this. */
    contextRestored() {
        this.#module?._jibiao_context_restored();
        this.#wake('contextRestored');
    }

    /**
     * @param {number} kind one of Input
     * @param {number} [a]
     * @param {number} [b]
     * @param {number} [c]
     * @param {number} [d]
     * @param {string} [text]
     */
    input(kind, a = 0, b = 0, c = 0, d = 0, text = '') {
        if (!this.#module) return;
        const size = text ? this.#write(this.#module, [text]) : 0;
        this.#module._jibiao_input(kind, size, a, b, c, d);
        this.#wake(nameOf(Input, kind));
    }

    /**
     * Each text behind its length in bytes.
     * @param {WasmModule} module
     * @param {readonly Text[]} texts
     * @returns {number} bytes written
     */
    #write(module, texts) {
        let most = 0;
        for (const text of texts) most += 4 + (typeof text === 'string' ? 3 * text.length : text.length);
        const start = module._jibiao_buffer(most);
        const heap = module.HEAPU8;
        const lengths = new DataView(heap.buffer);
        let at = start;
        for (const text of texts) {
            const room = heap.subarray(at + 4, start + most);
            const length = typeof text === 'string' ? encoder.encodeInto(text, room).written ?? 0 : text.length;
            if (typeof text !== 'string') room.set(text);
            lengths.setUint32(at, length, true);
            at += 4 + length;
        }
        return at - start;
    }
}
