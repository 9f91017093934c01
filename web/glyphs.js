// Glyphs drawn by the browser with the system's fonts, for src/ui/fonts.

import {ascentOf, canvasFont} from './fonts.js';

/** Around the box that measureText gives: it is hinted, the drawing may be not. */
const pad = 1;

/**
 * The canvas writes in black.
 * @param {Uint8ClampedArray} rgba
 * @returns {boolean} whether anything in it has a colour of its own
 */
function hasInk(rgba) {
    for (let at = 0; at < rgba.length; at += 4) if (rgba[at] || rgba[at + 1] || rgba[at + 2]) return true;
    return false;
}

export class Glyphs {
    #canvas;
    #context;
    /** Last font set: setting it parses. */
    #font = '';

    constructor() {
        this.#canvas = document.createElement('canvas');
        this.#canvas.width = this.#canvas.height = 64;
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
        const text = String.fromCodePoint(codePoint);
        this.#setFont(canvasFont(size, bold));
        const measured = this.#context.measureText(text);
        const left = Math.floor(-measured.actualBoundingBoxLeft) - pad;
        const top = Math.floor(-measured.actualBoundingBoxAscent) - pad;
        const right = Math.ceil(measured.actualBoundingBoxRight) + pad;
        const bottom = Math.ceil(measured.actualBoundingBoxDescent) + pad;
        let width = right - left;
        let height = bottom - top;
        const isBlank = width <= 2 * pad || height <= 2 * pad;
        if (isBlank) width = height = 0;
        if (width > 0) width = Math.min(width, Math.floor(pixels.length / (4 * height)));
        box[0] = Math.round(measured.width * 64) / 64; // as layout counts; 32 comes as 32.00006
        box[1] = left;
        box[2] = top;
        box[3] = width;
        box[4] = height;
        const hasColors = width > 0 && this.#draw(text, left, top, width, height, pixels);
        box[5] = hasColors ? 1 : 0;
    }

    /**
     * Loading a large font and shaping with it for the first time takes its time: in the idle moments before.
     * @param {string} text
     * @param {number} size device pixels
     * @param {boolean} bold
     */
    prepare(text, size, bold) {
        const measure = () => {
            this.#setFont(canvasFont(size, bold));
            this.#context.measureText(text);
        };
        if (window.requestIdleCallback) window.requestIdleCallback(measure);
        else setTimeout(measure, 50); // Safari
    }

    /**
     * @param {string} text
     * @param {number} left
     * @param {number} top
     * @param {number} width
     * @param {number} height
     * @param {Uint8Array} pixels
     * @returns {boolean} whether it has colours
     */
    #draw(text, left, top, width, height, pixels) {
        if (width > this.#canvas.width || height > this.#canvas.height) this.#grow(width, height);
        const context = this.#context;
        context.clearRect(0, 0, width, height);
        context.fillText(text, -left, -top);
        const rgba = context.getImageData(0, 0, width, height).data;
        const hasColors = hasInk(rgba);
        if (hasColors) pixels.set(rgba);
        else for (let index = 0, count = width * height; index < count; ++index) pixels[index] = rgba[4 * index + 3] ?? 0;
        return hasColors;
    }

    /**
     * @param {number} width
     * @param {number} height
     */
    #grow(width, height) {
        this.#canvas.width = Math.max(this.#canvas.width, 2 * width);
        this.#canvas.height = Math.max(this.#canvas.height, 2 * height);
        const font = this.#font;
        this.#font = ''; // resizing forgets it
        this.#setFont(font);
    }

    /** @param {string} font */
    #setFont(font) {
        if (font !== this.#font) this.#context.font = this.#font = font;
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
