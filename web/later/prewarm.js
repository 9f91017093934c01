// Glyphs drawn before the program asks for them: most of a glyph's time goes into reading it back, so many are read back
// at once, in idle moments. Loading a large font and shaping with it for the first time takes longer still.

import {canvasFont} from '../fonts.js';
import {keyOf} from '../glyphs.js';
import {whenIdle} from '../idle.js';

/** @typedef {import('../glyphs.js').Measured} Measured */

/** Glyphs read back at once. */
const sheetGlyphs = 64;
/** Device pixels. */
const sheetWidth = 512;
/** No ink of one in another. */
const gap = 1;
/** Some megabytes. */
const mostBitmaps = 2048;

export class Prewarm {
    #glyphs;
    /** @type {Map<string, {codePoint: number, font: string}>} */
    #wanted = new Map();
    #isWaiting = false;

    /** @param {import('../glyphs.js').Glyphs} glyphs */
    constructor(glyphs) {
        this.#glyphs = glyphs;
    }

    /**
     * @param {number[]} codePoints
     * @param {number} size device pixels
     * @param {boolean} bold
     */
    add(codePoints, size, bold) {
        const font = canvasFont(size, bold);
        for (const codePoint of codePoints) {
            const key = keyOf(codePoint, size, bold);
            if (!this.#glyphs.bitmaps.has(key)) this.#wanted.set(key, {codePoint, font});
        }
        this.#waitForRest();
    }

    #waitForRest() {
        if (this.#isWaiting || this.#wanted.size === 0) return;
        this.#isWaiting = true;
        whenIdle(() => {
            this.#isWaiting = false;
            this.#drawSheet();
            this.#waitForRest();
        });
    }

    /** The next ones of one font. */
    #drawSheet() {
        /** @type {Map<string, Measured>} */
        const glyphs = new Map();
        let font = '';
        for (const [key, wanted] of this.#wanted) {
            font ||= wanted.font;
            if (wanted.font !== font || glyphs.size === sheetGlyphs) break;
            this.#wanted.delete(key);
            glyphs.set(key, this.#glyphs.measure(wanted.codePoint, font));
        }
        const {bitmaps} = this.#glyphs;
        const drawn = this.#drawInRows([...glyphs.values()]);
        [...glyphs.keys()].forEach((key, index) => bitmaps.set(key, drawn[index]));
        for (const key of bitmaps.keys())
            if (bitmaps.size > mostBitmaps) bitmaps.delete(key);
            else break;
    }

    /** @param {Measured[]} glyphs */
    #drawInRows(glyphs) {
        let x = 0;
        let y = 0;
        let width = 0;
        let height = 0;
        const places = glyphs.map((glyph) => {
            if (x > 0 && x + glyph.width > sheetWidth) {
                x = 0;
                y = height + gap;
            }
            const place = {x, y};
            width = Math.max(width, x + glyph.width);
            height = Math.max(height, y + glyph.height);
            x += glyph.width + gap;
            return place;
        });
        return this.#glyphs.drawAll(glyphs, places, width, height);
    }
}
