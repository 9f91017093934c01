// Glyphs drawn from a TrueType font without a canvas, for browsers that do not let the page read what a canvas shows.
// Reads what scripts/subset_font.py writes: outlines without hints.

/** @typedef {import('../glyphs.js').Bitmap} Bitmap */
/** @typedef {{x: number, y: number, isOn: boolean}} Point of a quadratic curve: on it, or where it bends to */
/** @typedef {[number, number, number, number, number, number]} Transform as of canvas: a, b, c, d, e, f */

/** How far a chord may be from its curve, in pixels. */
const tolerance = 0.05;
/** By how much of an em the strokes of bold letters are wider. */
const boldness = 1 / 24;
const most = 8; // parts within parts of a composite glyph

/**
 * @param {DataView} view
 * @returns {Record<string, DataView>}
 */
function tablesOf(view) {
    /** @type {Record<string, DataView>} */
    const tables = {};
    for (let index = 0; index < view.getUint16(4); ++index) {
        const entry = 12 + 16 * index;
        const name = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + entry, 4));
        tables[name] = new DataView(view.buffer, view.byteOffset + view.getUint32(entry + 8), view.getUint32(entry + 12));
    }
    return tables;
}

/** @param {DataView} map of format 4: the basic plane */
function basicMap(map) {
    const size = map.getUint16(6); // twice the number of segments
    const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
    return (/** @type {number} */ codePoint) => {
        for (let at = 0; at < size; at += 2) {
            if (codePoint > map.getUint16(ends + at)) continue;
            const start = map.getUint16(starts + at);
            if (codePoint < start) return 0;
            const offset = map.getUint16(offsets + at);
            const delta = map.getUint16(deltas + at);
            if (offset === 0) return (codePoint + delta) & 0xffff;
            const glyph = map.getUint16(offsets + at + offset + 2 * (codePoint - start));
            return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
        }
        return 0;
    };
}

/** @param {DataView} cmap */
function mapOf(cmap) {
    for (let index = 0; index < cmap.getUint16(2); ++index) {
        const map = new DataView(cmap.buffer, cmap.byteOffset + cmap.getUint32(4 + 8 * index + 4));
        if (map.getUint16(0) === 4) return basicMap(map);
    }
    throw new Error('the font names its letters in no way that is known here');
}

class Sheet {
    /** By how much the coverage changes from each pixel to the next. */
    #changes;
    #width;
    #height;

    /** @param {number} width @param {number} height */
    constructor(width, height) {
        this.#width = width;
        this.#height = height;
        this.#changes = new Float32Array(width * height + 1);
    }

    /**
     * An edge of an area: what lies to the right of it is covered as far as the edge reaches down, uncovered as far as it
     * reaches up.
     * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
     */
    edge(x0, y0, x1, y1) {
        if (y0 === y1) return;
        if (y0 > y1) this.#down(x1, y1, x0, y0, -1);
        else this.#down(x0, y0, x1, y1, 1);
    }

    /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {number} sign */
    #down(x0, y0, x1, y1, sign) {
        const slope = (x1 - x0) / (y1 - y0);
        for (let row = Math.max(0, Math.floor(y0)); row < Math.min(this.#height, y1); ++row) {
            const top = Math.max(row, y0);
            const bottom = Math.min(row + 1, y1);
            const [from, to] = [x0 + (top - y0) * slope, x0 + (bottom - y0) * slope];
            this.#across(row * this.#width, Math.min(from, to), Math.max(from, to), sign * (bottom - top));
        }
    }

    /**
     * A part of an edge within one row.
     * @param {number} row its first pixel
     * @param {number} left @param {number} right
     * @param {number} height with its sign
     */
    #across(row, left, right, height) {
        const [first, last] = [Math.floor(left), Math.floor(right)];
        let before = 0; // of the edge's area, to the left of the pixel's right side
        for (let x = first; x <= last; ++x) {
            // The mean over the edge's part up to here of how much of the pixel lies to its right, and all of the part before.
            const [from, to] = [Math.max(left, x), Math.min(right, x + 1)];
            const share = right > left ? (to - from) / (right - left) : 1;
            const passed = right > left ? (Math.max(left, x) - left) / (right - left) : 0;
            const covered = height * (passed + share * (x + 1 - (from + to) / 2));
            this.#changes[row + x] += covered - before;
            before = covered;
        }
        this.#changes[row + last + 1] += height - before;
    }

    /** @returns {Uint8Array} coverage */
    pixels() {
        let covered = 0;
        return Uint8Array.from({length: this.#width * this.#height}, (_, index) => {
            covered += this.#changes[index];
            return Math.min(255, Math.round(255 * Math.abs(covered)));
        });
    }
}

/**
 * Moves copies of every row to the right by up to `by` pixels.
 * @param {Uint8Array} pixels @param {number} width @param {number} by
 */
function widen(pixels, width, by) {
    for (let rest = by; rest > 0; --rest)
        for (let index = pixels.length - 1; index > 0; --index)
            if (index % width !== 0)
                pixels[index] = Math.min(255, pixels[index] + Math.round(Math.min(1, rest) * pixels[index - 1]));
}

export class Outlines {
    #glyf;
    #loca;
    #glyphOf;
    #unitsPerEm;
    #hasLongPlaces;

    /** @param {ArrayBuffer} font */
    constructor(font) {
        const {head, cmap, glyf, loca} = tablesOf(new DataView(font));
        this.#glyf = glyf;
        this.#loca = loca;
        this.#glyphOf = mapOf(cmap);
        this.#unitsPerEm = head.getUint16(18);
        this.#hasLongPlaces = head.getInt16(50) === 1;
    }

    /**
     * @param {number} codePoint
     * @param {number} size device pixels
     * @param {boolean} bold
     * @param {number} advance as the browser lays it out
     * @returns {Bitmap}
     */
    draw(codePoint, size, bold, advance) {
        const scale = size / this.#unitsPerEm;
        const contours = this.#contours(this.#glyphOf(codePoint), [scale, 0, 0, -scale, 0, 0], most);
        const points = contours.flat();
        if (points.length === 0) return {box: [advance, 0, 0, 0, 0, 0], pixels: new Uint8Array()};
        const wider = bold ? size * boldness : 0;
        const left = Math.floor(Math.min(...points.map(({x}) => x)));
        const top = Math.floor(Math.min(...points.map(({y}) => y)));
        const width = Math.floor(Math.max(...points.map(({x}) => x)) + wider) + 2 - left;
        const height = Math.ceil(Math.max(...points.map(({y}) => y))) - top || 1;
        const sheet = new Sheet(width, height);
        for (const contour of contours) trace(contour, left, top, sheet);
        const pixels = sheet.pixels();
        widen(pixels, width, wider);
        return {box: [advance, left, top, width, height, 0], pixels};
    }

    /**
     * @param {number} glyph
     * @param {Transform} transform from the font's units to pixels
     * @param {number} depth
     * @returns {Point[][]}
     */
    #contours(glyph, transform, depth) {
        const place = (/** @type {number} */ index) =>
            this.#hasLongPlaces ? this.#loca.getUint32(4 * index) : 2 * this.#loca.getUint16(2 * index);
        const [start, end] = [place(glyph), place(glyph + 1)];
        if (start >= end || depth === 0) return [];
        const data = new DataView(this.#glyf.buffer, this.#glyf.byteOffset + start, end - start);
        const count = data.getInt16(0);
        return count < 0 ? this.#parts(data, transform, depth) : readContours(data, count, transform);
    }

    /** @param {DataView} data @param {Transform} transform @param {number} depth */
    #parts(data, [a, b, c, d, e, f], depth) {
        /** @type {Point[][]} */
        const contours = [];
        for (let at = 10, flags = 0x20; flags & 0x20; ) {
            flags = data.getUint16(at);
            const glyph = data.getUint16(at + 2);
            const [x, y] = flags & 1 ? [data.getInt16(at + 4), data.getInt16(at + 6)] : [data.getInt8(at + 4), data.getInt8(at + 5)];
            at += flags & 1 ? 8 : 6;
            const next = () => data.getInt16((at += 2) - 2) / 0x4000;
            let [p, q, r, s] = [1, 0, 0, 1];
            if (flags & 8) p = s = next();
            else if (flags & 0x40) [p, s] = [next(), next()];
            else if (flags & 0x80) [p, q, r, s] = [next(), next(), next(), next()];
            contours.push(
                ...this.#contours(
                    glyph,
                    [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * x + c * y + e, b * x + d * y + f],
                    depth - 1,
                ),
            );
        }
        return contours;
    }
}

/**
 * @param {DataView} data
 * @param {number} count
 * @param {Transform} transform
 * @returns {Point[][]}
 */
function readContours(data, count, [a, b, c, d, e, f]) {
    const ends = Array.from({length: count}, (_, index) => data.getUint16(10 + 2 * index));
    const size = (ends[count - 1] ?? -1) + 1;
    let at = 10 + 2 * count;
    at += 2 + data.getUint16(at); // instructions
    /** @type {number[]} */
    const flags = [];
    while (flags.length < size) {
        const flag = data.getUint8(at++);
        const repeats = flag & 8 ? data.getUint8(at++) : 0;
        for (let index = 0; index <= repeats; ++index) flags.push(flag);
    }
    /** @param {number} isShort @param {number} isSame or, of a short one, positive */
    const coordinates = (isShort, isSame) => {
        let value = 0;
        return flags.map((flag) => {
            if (flag & isShort) value += flag & isSame ? data.getUint8(at++) : -data.getUint8(at++);
            else if (!(flag & isSame)) value += data.getInt16((at += 2) - 2);
            return value;
        });
    };
    const xs = coordinates(2, 16);
    const ys = coordinates(4, 32);
    const points = flags.map((flag, index) => ({
        x: a * xs[index] + c * ys[index] + e,
        y: b * xs[index] + d * ys[index] + f,
        isOn: (flag & 1) === 1,
    }));
    return ends.map((end, index) => points.slice(index === 0 ? 0 : ends[index - 1] + 1, end + 1));
}

/** @param {Point} one @param {Point} other */
const between = (one, other) => ({x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, isOn: true});

/**
 * @param {Point[]} contour closed; between two points off the curve lies one on it
 * @param {number} left of the sheet
 * @param {number} top
 * @param {Sheet} sheet
 */
function trace(contour, left, top, sheet) {
    const last = contour[contour.length - 1];
    if (contour.length < 2) return;
    const start = contour[0].isOn ? contour[0] : last.isOn ? last : between(contour[0], last);
    let from = start;
    const line = (/** @type {{x: number, y: number}} */ to) => {
        sheet.edge(from.x - left, from.y - top, to.x - left, to.y - top);
        from = {...to, isOn: true};
    };
    /** @param {Point} bend @param {Point} to */
    const curve = (bend, to) => {
        const begin = from;
        const [dx, dy] = [begin.x - 2 * bend.x + to.x, begin.y - 2 * bend.y + to.y];
        const steps = Math.ceil(Math.sqrt(Math.hypot(dx, dy) / (4 * tolerance))) || 1;
        for (let step = 1; step < steps; ++step) {
            const t = step / steps;
            const u = 1 - t;
            line({
                x: u * u * begin.x + 2 * u * t * bend.x + t * t * to.x,
                y: u * u * begin.y + 2 * u * t * bend.y + t * t * to.y,
            });
        }
        line(to);
    };
    contour.forEach((point, index) => {
        const next = index + 1 < contour.length ? contour[index + 1] : start;
        if (point.isOn) {
            if (point !== from) line(point);
        } else curve(point, next.isOn ? next : between(point, next));
    });
    line(start);
}
