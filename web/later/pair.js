// Two fingers: whether they scale or scroll shows only when they have moved. Loaded with the first touch.

import {slop} from '../gestures.js';

/** @typedef {import('../gestures.js').Point} Point */
/** @typedef {import('../gestures.js').GestureSink} GestureSink */

/** The program's sizes: seven steps from 80 to 200 %. */
const stepRatio = (200 / 80) ** (1 / 7);

/**
 * @param {Point} a
 * @param {Point} b
 */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
/**
 * @param {Point} a
 * @param {Point} b
 * @returns {Point}
 */
const middle = (a, b) => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});

export class Pair {
    /** Where they came down. */
    #from;
    /** @type {'scale' | 'scroll' | null} */
    #does = null;
    /** Of the fingers, at the last step of the scale. */
    #spread;
    #middle;

    /** @param {Point[]} fingers two */
    constructor([a, b]) {
        this.#from = [{...a}, {...b}];
        this.#spread = distance(a, b);
        this.#middle = middle(a, b);
    }

    /**
     * @param {Point[]} fingers
     * @param {GestureSink} sink
     */
    move([a, b], sink) {
        this.#does ??= this.#decide(a, b);
        if (this.#does === 'scale') this.#scale(distance(a, b), sink);
        else if (this.#does === 'scroll') this.#scroll(middle(a, b), sink);
    }

    /**
     * They report one after the other, so the first that moves says little: the other may follow, or rest.
     * @param {Point} a
     * @param {Point} b
     */
    #decide(a, b) {
        const [fromA, fromB] = this.#from;
        const ways = [distance(a, fromA), distance(b, fromB)];
        if (Math.min(...ways) < slop / 2 && Math.max(...ways) < 3 * slop) return null;
        const apart = Math.abs(distance(a, b) - this.#spread);
        if (apart > distance(middle(a, b), this.#middle)) return 'scale';
        this.#middle = middle(a, b); // 1:1 from here
        return 'scroll';
    }

    /**
     * @param {number} spread
     * @param {GestureSink} sink
     */
    #scale(spread, sink) {
        const steps = Math.trunc(Math.log(spread / this.#spread) / Math.log(stepRatio));
        if (!steps || !Number.isFinite(steps)) return; // two fingers may report the same place
        this.#spread *= stepRatio ** steps;
        sink.scale(steps);
    }

    /**
     * @param {Point} to
     * @param {GestureSink} sink
     */
    #scroll(to, sink) {
        const {x, y} = this.#middle;
        this.#middle = to;
        const at = middle(this.#from[0], this.#from[1]);
        if (x !== to.x || y !== to.y) sink.scroll(at.x, at.y, x - to.x, y - to.y);
    }
}
