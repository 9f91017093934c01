// What one finger does on the canvas, decided before ImGui hears of it: a tap, or a drag that scrolls and coasts on.
// No button is pressed during a drag, so none can fire.

/**
 * @typedef {object} GestureSink
 * @property {(x: number, y: number) => void} tap
 * @property {(x: number, y: number, dx: number, dy: number) => void} scroll positive: towards the end of the content
 * @property {(finger: number) => void} dragStart
 * @property {() => void} coast asks for step() in every frame
 */

/** CSS pixels that a finger may tremble. */
const slop = 8;
/** Time constant of coasting, seconds. */
const decay = 0.325;
/** CSS pixels a second below which coasting ends. */
const slowest = 10;
/** The finger's speed is taken over its last milliseconds. */
const recent = 100;

export class Gestures {
    #sink;
    #finger = -1;
    #isDragging = false;
    #wasCoasting = false;
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

    /** @param {GestureSink} sink */
    constructor(sink) {
        this.#sink = sink;
    }

    get isDragging() {
        return this.#isDragging;
    }

    /**
     * @param {number} finger
     * @param {number} x
     * @param {number} y
     * @param {number} time milliseconds
     */
    down(finger, x, y, time) {
        if (this.#finger !== -1) {
            this.cancel(); // a second finger: neither tap nor drag
            return;
        }
        this.#finger = finger;
        this.#isDragging = false;
        this.#wasCoasting = this.#speedX !== 0 || this.#speedY !== 0;
        this.#speedX = this.#speedY = 0;
        this.#startX = this.#x = x;
        this.#startY = this.#y = y;
        this.#trail = [{x, y, time}];
    }

    /**
     * @param {number} finger
     * @param {number} x
     * @param {number} y
     * @param {number} time
     */
    move(finger, x, y, time) {
        if (finger !== this.#finger) return;
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
     * @param {number} finger
     * @param {number} time
     */
    up(finger, time) {
        if (finger !== this.#finger) return;
        this.#finger = -1;
        if (this.#isDragging) this.#release(time);
        else if (!this.#wasCoasting) this.#sink.tap(this.#startX, this.#startY);
        this.#isDragging = false;
    }

    cancel() {
        this.#finger = -1;
        this.#isDragging = false;
        this.#speedX = this.#speedY = 0;
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

    /**
     * @param {number} x
     * @param {number} y
     */
    #startDrag(x, y) {
        const across = Math.abs(x - this.#startX);
        const along = Math.abs(y - this.#startY);
        if (Math.hypot(across, along) < slop) return false;
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
        if (Math.hypot(this.#speedX, this.#speedY) < slowest) this.#speedX = this.#speedY = 0;
        else this.#sink.coast();
    }
}
