// What fingers do on the canvas, decided before ImGui hears of it: a tap, a long press, a drag that scrolls and coasts
// on, two fingers that scale or scroll. No button is pressed during a drag, so none can fire.

/**
 * @typedef {object} GestureSink
 * @property {(x: number, y: number) => void} tap
 * @property {(x: number, y: number) => void} press long
 * @property {(x: number, y: number, dx: number, dy: number) => void} scroll positive: towards the end of the content
 * @property {(steps: number) => void} scale positive: larger
 * @property {(fingers: Point[]) => import('./later/pair.js').Pair | null} pair null: not loaded yet
 * @property {(finger: number) => void} dragStart from now on the finger is not the browser's
 * @property {() => boolean} coast asks for step() in every frame; false: nothing may move by itself
 */

/** @typedef {{x: number, y: number}} Point */
/** @typedef {Pick<import('./scheduler.js').Clock, 'setTimer' | 'clearTimer'>} Timers */

/** CSS pixels that a finger may tremble. */
export const slop = 10;
/** Milliseconds after which a finger that rests presses long. */
const patience = 500;
/** The last part of it. A machine that was busy hears of a lifted finger in it, so a tap does not press long. */
const doubt = 50;
/** Time constant of coasting, seconds. */
const decay = 0.325;
/** CSS pixels a second below which coasting ends. */
const slowest = 10;
/** The finger's speed is taken over its last milliseconds. */
const recent = 100;

export class Gestures {
    #sink;
    #timers;
    /** All that are down. @type {Map<number, Point>} */
    #fingers = new Map();
    /** The one that may tap, press or drag; -1 from the second finger on, until all are up. */
    #finger = -1;
    #isPair = false;
    /** @type {import('./later/pair.js').Pair | null} */
    #pair = null;
    #holding = 0;
    #isDragging = false;
    #mayTap = false;
    #hasPressed = false;
    #lockX = false;
    #lockY = false;
    #startTime = 0;
    #startX = 0;
    #startY = 0;
    #x = 0;
    #y = 0;
    /** @type {{x: number, y: number, time: number}[]} */
    #trail = [];
    #speedX = 0;
    #speedY = 0;

    /**
     * @param {GestureSink} sink
     * @param {Timers} timers
     */
    constructor(sink, timers) {
        this.#sink = sink;
        this.#timers = timers;
    }

    /**
     * @param {number} finger
     * @param {number} x
     * @param {number} y
     * @param {number} time milliseconds
     * @param {boolean} [isOnField] its taps and long presses are the browser's
     */
    down(finger, x, y, time, isOnField = false) {
        const isCoasting = this.#speedX !== 0 || this.#speedY !== 0;
        this.#stop();
        this.#fingers.set(finger, {x, y});
        if (this.#fingers.size > 1) {
            this.#startPair();
            return;
        }
        this.#finger = finger;
        this.#mayTap = !isCoasting && !isOnField;
        this.#startTime = time;
        this.#startX = this.#x = x;
        this.#startY = this.#y = y;
        this.#trail = [{x, y, time}];
        if (this.#mayTap) this.#hold();
    }

    /**
     * @param {number} finger
     * @param {number} x
     * @param {number} y
     * @param {number} time
     */
    move(finger, x, y, time) {
        if (!this.#fingers.has(finger)) return;
        if (this.#isPair) this.#pair ??= this.#sink.pair([...this.#fingers.values()]);
        this.#fingers.set(finger, {x, y});
        if (this.#pair) this.#pair.move([...this.#fingers.values()], this.#sink);
        else if (finger === this.#finger) this.#drag(x, y, time);
    }

    /**
     * @param {number} finger
     * @param {number} time
     */
    up(finger, time) {
        if (!this.#fingers.delete(finger)) return;
        const drags = this.#isDragging;
        const taps = this.#mayTap || (this.#hasPressed && time < this.#startTime + patience);
        this.#stop();
        if (drags) this.#release(time);
        else if (taps) this.#sink.tap(this.#startX, this.#startY);
    }

    /** The browser took the finger. @param {number} finger */
    cancel(finger) {
        if (this.#fingers.delete(finger)) this.#stop();
    }

    /** No finger is down, whatever we heard of the last ones. */
    forget() {
        this.#fingers.clear();
    }

    /**
     * One frame of coasting.
     * @param {number} seconds
     * @returns {boolean} whether it goes on
     */
    step(seconds) {
        if (this.#speedX === 0 && this.#speedY === 0) return false;
        const kept = Math.exp(-seconds / decay);
        const way = decay * (1 - kept);
        this.#sink.scroll(this.#startX, this.#startY, this.#speedX * way, this.#speedY * way);
        this.#speedX *= kept;
        this.#speedY *= kept;
        if (Math.hypot(this.#speedX, this.#speedY) < slowest) this.#speedX = this.#speedY = 0;
        return this.#speedX !== 0 || this.#speedY !== 0;
    }

    /** Whatever goes on; fingers that are still down do nothing any more. */
    #stop() {
        this.#stopHolding();
        this.#finger = -1;
        this.#pair = null;
        this.#isPair = this.#isDragging = this.#mayTap = this.#hasPressed = false;
        this.#speedX = this.#speedY = 0;
    }

    #hold() {
        const wait = () => (this.#holding = this.#timers.setTimer(() => this.#press(), doubt));
        this.#holding = this.#timers.setTimer(wait, patience - doubt);
    }

    #stopHolding() {
        if (this.#holding !== 0) this.#timers.clearTimer(this.#holding);
        this.#holding = 0;
    }

    /** With slow frames a browser may tell only after it that the finger had moved or gone before: that counts. */
    #press() {
        const finger = this.#finger;
        this.#holding = 0;
        this.#stop();
        this.#finger = finger;
        this.#hasPressed = true;
        this.#sink.press(this.#startX, this.#startY);
    }

    /** A third finger is none of ours. */
    #startPair() {
        if (this.#fingers.size !== 2) return;
        this.#isPair = true;
        for (const finger of this.#fingers.keys()) this.#sink.dragStart(finger);
    }

    /**
     * @param {number} x
     * @param {number} y
     * @param {number} time
     */
    #drag(x, y, time) {
        this.#trail.push({x, y, time});
        this.#trail = this.#trail.filter((point) => time - point.time <= recent);
        if (!this.#isDragging && this.#hasPressed && time >= this.#startTime + patience) return;
        if (!this.#isDragging && !this.#startDrag(x, y)) return;
        const dx = this.#lockX ? 0 : this.#x - x;
        const dy = this.#lockY ? 0 : this.#y - y;
        this.#x = x;
        this.#y = y;
        if (dx !== 0 || dy !== 0) this.#sink.scroll(this.#startX, this.#startY, dx, dy);
    }

    /**
     * @param {number} x
     * @param {number} y
     */
    #startDrag(x, y) {
        const across = Math.abs(x - this.#startX);
        const along = Math.abs(y - this.#startY);
        if (Math.hypot(across, along) < slop) return false;
        this.#stopHolding();
        this.#isDragging = true;
        this.#lockX = along > 1.5 * across;
        this.#lockY = across > 1.5 * along;
        this.#x = x; // 1:1 from here, without a jump by the slop
        this.#y = y;
        this.#sink.dragStart(this.#finger);
        return true;
    }

    /** @param {number} time */
    #release(time) {
        const from = this.#trail.find((point) => time - point.time <= recent);
        const last = this.#trail[this.#trail.length - 1];
        if (!from || !last || last.time <= from.time) return;
        const seconds = (last.time - from.time) / 1000;
        this.#speedX = this.#lockX ? 0 : (from.x - last.x) / seconds;
        this.#speedY = this.#lockY ? 0 : (from.y - last.y) / seconds;
        const isSlow = Math.hypot(this.#speedX, this.#speedY) < slowest;
        if (isSlow || !this.#sink.coast()) this.#speedX = this.#speedY = 0;
    }
}
