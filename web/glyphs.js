// Glyphs drawn by the browser with the system's fonts, for src/ui/fonts.

import {ascentOf, canvasFont, forgetLines} from './fonts.js';

/**
 * A glyph's place around the pen, in device pixels, or nothing but the advance.
 * @typedef {{text: string, advance: number, left: number, top: number, width: number, height: number}} Measured
 */

/**
 * @typedef {object} Bitmap
 * @property {number[]} box advance, left, top, width, height, whether it has colours
 * @property {Uint8Array} pixels coverage, or red, green, blue and alpha of what has colours
 */

/** Around the box that measureText gives: it is hinted, the drawing may be not. */
const pad = 1;
/** Browsers that guard against being recognised shake the last bits of what is read back. */
const tolerance = 8;
/** What 国 may cover of its em: it covers a third. */
const leastInk = 0.05;
const mostInk = 0.8;

/**
 * The canvas writes in black.
 * @param {Uint8Array} rgba
 * @returns {boolean} whether anything in it has a colour of its own
 */
function hasInk(rgba) {
    for (let at = 0; at < rgba.length; at += 4)
        if (Math.max(rgba[at], rgba[at + 1], rgba[at + 2]) > tolerance) return true;
    return false;
}

/**
 * @param {Measured} glyph
 * @param {ImageData} sheet
 * @param {{x: number, y: number}} place in it
 * @returns {Bitmap}
 */
function cutOut({advance, left, top, width, height}, sheet, {x, y}) {
    const rgba = new Uint8Array(4 * width * height);
    for (let row = 0; row < height; ++row) {
        const start = 4 * ((y + row) * sheet.width + x);
        rgba.set(sheet.data.subarray(start, start + 4 * width), 4 * row * width);
    }
    if (hasInk(rgba)) return {box: [advance, left, top, width, height, 1], pixels: rgba};
    const pixels = new Uint8Array(width * height);
    for (let index = 0; index < pixels.length; ++index) pixels[index] = rgba[4 * index + 3];
    return {box: [advance, left, top, width, height, 0], pixels};
}

/**
 * @param {Bitmap} a
 * @param {Bitmap} b
 */
function isSame({pixels: a}, {pixels: b}) {
    return a.length === b.length && a.every((value, index) => Math.abs(value - b[index]) <= tolerance);
}

/**
 * @param {number} codePoint
 * @param {number} size
 * @param {boolean} bold
 */
export const keyOf = (codePoint, size, bold) => `${codePoint} ${size} ${bold}`;

export class Glyphs {
    #canvas;
    #context;
    /** Last font set: setting it parses. */
    #font = '';
    /** What was prepared, the oldest first. @type {Map<string, Bitmap>} */
    bitmaps = new Map();
    /** @type {Promise<import('./later/prewarm.js').Prewarm> | null} */
    #prewarm = null;
    /**
     * Instead of the canvas, where the browser does not let it be read.
     * @type {((codePoint: number, size: number, bold: boolean) => Bitmap) | null}
     */
    drawer = null;

    constructor() {
        this.#canvas = document.createElement('canvas');
        this.#canvas.width = this.#canvas.height = 64;
        // In the page it is of a language: fonts give Chinese letters other shapes and digits other heights.
        this.#canvas.hidden = true;
        this.#canvas.lang = 'zh-CN';
        document.body.append(this.#canvas);
        // willReadFrequently keeps it out of the graphics card: reading back from there takes ten times as long.
        const context = this.#canvas.getContext('2d', {willReadFrequently: true});
        if (!context) throw new Error('no 2D canvas');
        this.#context = context;
    }

    /**
     * @param {number} codePoint
     * @param {number} size device pixels
     * @param {boolean} bold
     * @param {Float32Array} box out: advance, left, top, width, height, whether it has colours
     * @param {Uint8Array} pixels out: coverage, or red, green, blue and alpha of what has colours
     */
    rasterize(codePoint, size, bold, box, pixels) {
        let bitmap = this.drawer?.(codePoint, size, bold) ?? this.bitmaps.get(keyOf(codePoint, size, bold));
        if (!bitmap || bitmap.pixels.length > pixels.length)
            bitmap = this.#draw(codePoint, canvasFont(size, bold), pixels.length);
        box.set(bitmap.box);
        pixels.set(bitmap.pixels);
    }

    /**
     * To be drawn in idle moments, many at once.
     * @param {Iterable<number>} codePoints
     * @param {number} size device pixels
     * @param {boolean} bold
     */
    prepare(codePoints, size, bold) {
        if (this.drawer) return;
        const all = [...codePoints]; // the program's memory is ours during the call
        this.#prewarm ??= import('./later/prewarm.js').then(({Prewarm}) => new Prewarm(this));
        this.#prewarm.then((prewarm) => prewarm.add(all, size, bold), () => {}); // without it they come one by one
    }

    /** A font came or went: everything may look different. */
    forget() {
        this.bitmaps.clear();
        this.#font = '';
        forgetLines();
    }

    /**
     * @returns {'canvas' | 'font' | null} what stands in the way of all text: a browser that falsifies what is read
     *     back, or a machine without Chinese letters
     */
    selfTest() {
        const [country, again, missing] = [0x56fd, 0x56fd, 0xffff].map((each) => this.#draw(each, canvasFont(32, false)));
        const ink = country.pixels.reduce((sum, value) => sum + value, 0) / (255 * 32 * 32);
        if (country.box[5] || ink < leastInk || ink > mostInk || !isSame(country, again)) return 'canvas';
        return isSame(country, missing) ? 'font' : null;
    }

    /**
     * @param {number} codePoint
     * @param {string} font
     * @param {number} [capacity] bytes that its pixels may have if it has colours
     */
    #draw(codePoint, font, capacity = Infinity) {
        const glyph = this.measure(codePoint, font);
        const {width, height} = glyph;
        if (width > 0) glyph.width = Math.min(width, Math.floor(capacity / (4 * height)));
        return this.drawAll([glyph], [{x: 0, y: 0}], glyph.width, height)[0];
    }

    /**
     * @param {number} codePoint
     * @param {string} font
     * @returns {Measured}
     */
    measure(codePoint, font) {
        const text = String.fromCodePoint(codePoint);
        if (font !== this.#font) this.#context.font = this.#font = font;
        const measured = this.#context.measureText(text);
        const left = Math.floor(-measured.actualBoundingBoxLeft) - pad;
        const top = Math.floor(-measured.actualBoundingBoxAscent) - pad;
        const width = Math.ceil(measured.actualBoundingBoxRight) + pad - left;
        const height = Math.ceil(measured.actualBoundingBoxDescent) + pad - top;
        const isBlank = width <= 2 * pad || height <= 2 * pad;
        const advance = Math.round(measured.width * 64) / 64; // as layout counts; 32 comes as 32.00006
        return {text, advance, left, top, width: isBlank ? 0 : width, height: isBlank ? 0 : height};
    }

    /**
     * Side by side, read back once.
     * @param {Measured[]} glyphs of the font that is set
     * @param {{x: number, y: number}[]} places
     * @param {number} width of all
     * @param {number} height
     * @returns {Bitmap[]}
     */
    drawAll(glyphs, places, width, height) {
        if (width === 0 || height === 0) return glyphs.map((glyph, index) => cutOut(glyph, new ImageData(1, 1), places[index]));
        this.#makeRoom(width, height);
        const context = this.#context;
        context.clearRect(0, 0, width, height);
        glyphs.forEach(({text, left, top}, index) => {
            context.fillText(text, places[index].x - left, places[index].y - top);
        });
        const sheet = context.getImageData(0, 0, width, height);
        return glyphs.map((glyph, index) => cutOut(glyph, sheet, places[index]));
    }

    /**
     * @param {number} width
     * @param {number} height
     */
    #makeRoom(width, height) {
        const canvas = this.#canvas;
        if (width <= canvas.width && height <= canvas.height) return;
        canvas.width = Math.max(canvas.width, 64 * Math.ceil(width / 64));
        canvas.height = Math.max(canvas.height, 64 * Math.ceil(height / 64));
        this.#context.font = this.#font; // resizing forgets it
    }

    /**
     * @param {number} size device pixels
     * @param {boolean} bold
     * @param {Float32Array} out ascent and descent, device pixels
     */
    fontMetrics(size, bold, out) {
        const ascent = ascentOf(size, bold);
        out[0] = ascent;
        out[1] = ascent - size;
    }
}
