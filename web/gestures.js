// What fingers do on the canvas, decided before ImGui hears of it: a tap, a long press, a drag that scrolls and coasts
// on, two fingers that scale or scroll. No button is pressed during a drag, so none can fire.

/**
 * @typedef {object} GestureSink
 * @property {(x: number, y: number) => void} tap
 * @property {(x: number, y: number) => void} press long
 * @property {(x: number, y: number, dx: number, dy: number) => void} scroll positive: towards the end of the content
 * @property {(steps: number) => void} scale positive: larger
 * @property {(finger: number) => void} dragStart from now on the finger is not the browser's
 * @property {() => boolean} coast asks for step() in every frame; false: nothing may move by itself
 */

/** @typedef {{x: number, y: number}} Point */
/** @typedef {Pick<import('./scheduler.js').Clock, 'setTimer' | 'clearTimer'>} Timers */

/** CSS pixels that a finger may tremble. */
const slop = 10;
/** Milliseconds after which a finger that rests presses long. */
const patience = 500;
/** Time constant of coasting, seconds. */
const decay = 0.325;
/** CSS pixels a second below which coasting ends. */
const slowest = 10;
/** The finger's speed is taken over its last milliseconds. */
const recent = 100;
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

/** Two fingers: whether they scale or scroll shows only when they have moved. */
class Pair {
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

export class Gestures {
    #sink;
    #timers;
    /** All that are down. @type {Map<number, Point>} */
    #fingers = new Map();
    /** The one that may tap, press or drag; -1 from the second finger on, until all are up. */
    #finger = -1;
    /** @type {Pair | null} */
    #pair = null;
    #holding = 0;
    #isDragging = false;
    #mayTap = false;
    #lockX = false;
    #lockY = false;
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
        this.#startX = this.#x = x;
        this.#startY = this.#y = y;
        this.#trail = [{x, y, time}];
        if (this.#mayTap) this.#holding = this.#timers.setTimer(() => this.#press(), patience);
    }

    /**
     * @param {number} finger
     * @param {number} x
     * @param {number} y
     * @param {number} time
     */
    move(finger, x, y, time) {
        if (!this.#fingers.has(finger)) return;
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
        const taps = this.#mayTap;
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
        this.#isDragging = this.#mayTap = false;
        this.#speedX = this.#speedY = 0;
    }

    #stopHolding() {
        if (this.#holding !== 0) this.#timers.clearTimer(this.#holding);
        this.#holding = 0;
    }

    #press() {
        this.#holding = 0;
        this.#stop();
        this.#sink.press(this.#startX, this.#startY);
    }

    /** A third finger is none of ours. */
    #startPair() {
        if (this.#fingers.size !== 2) return;
        this.#pair = new Pair([...this.#fingers.values()]);
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
