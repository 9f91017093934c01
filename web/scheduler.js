// Frames on demand: when nothing changes, no callback and no timer is scheduled.

/**
 * The browser's clocks, so that tests can bring their own.
 * @typedef {object} Clock
 * @property {() => number} now milliseconds
 * @property {(callback: (time: number) => void) => number} requestFrame
 * @property {(handle: number) => void} cancelFrame
 * @property {(callback: () => void, milliseconds: number) => number} setTimer
 * @property {(handle: number) => void} clearTimer
 */

/** @returns {Clock} */
export function browserClock() {
    return {
        now: () => performance.now(),
        requestFrame: (callback) => requestAnimationFrame(callback),
        cancelFrame: (handle) => cancelAnimationFrame(handle),
        setTimer: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
        clearTimer: (handle) => window.clearTimeout(handle),
    };
}

/**
 * Moves something between frames (coasting content).
 * @callback Animator
 * @param {number} seconds since its last call, at most 0.1
 * @returns {boolean} whether it goes on
 */

/** Two requests closer than this wake once: a toast asks in every frame while it is shown. */
const sameMoment = 5;
/** A tap reaches ImGui as move, press and release in frames of their own. */
const mostFramesAtOnce = 5;
/** Why frames were drawn, for whoever wonders: so many reasons are kept. */
const mostReasons = 20;

export class Scheduler {
    #clock;
    #draw;
    #fail;
    #remaining = 0;
    #handle = 0;
    #frames = 0;
    #isDrawing = false;
    /** Why nothing is drawn for a while. @type {Set<string>} */
    #pauses = new Set();
    #isStopped = false;
    /** @type {{frame: number, reason: string}[]} */
    #reasons = [];
    /** @type {number[]} moments to wake at, ascending */
    #moments = [];
    #timer = 0;
    /** @type {Set<Animator>} */
    #animators = new Set();
    #lastAnimation = 0;

    /**
     * @param {Clock} clock
     * @param {() => boolean} draw draws a frame and returns whether another one must follow at once
     * @param {(error: unknown) => void} fail told what `draw` threw; nothing is drawn after it
     */
    constructor(clock, draw, fail) {
        this.#clock = clock;
        this.#draw = draw;
        this.#fail = fail;
    }

    /** @returns {number} frames so far */
    get frames() {
        return this.#frames;
    }

    /** @returns {boolean} whether nothing is going to happen by itself */
    get isIdle() {
        return this.isStill && this.#timer === 0;
    }

    /** @returns {boolean} whether no frame is asked for at once */
    get isStill() {
        return this.#handle === 0 && !this.#isDrawing;
    }

    /** @returns {readonly {frame: number, reason: string}[]} the last ones, and how many frames were before each */
    get reasons() {
        return this.#reasons;
    }

    /**
     * ImGui opens, fits and trickles over up to three frames.
     * @param {number} [frames]
     * @param {string} [reason]
     */
    wake(frames = 3, reason = 'page') {
        this.#note(reason);
        this.#remaining = Math.max(this.#remaining, frames);
        this.#request();
    }

    /** @param {number} seconds */
    wakeAfter(seconds) {
        const moment = this.#clock.now() + Math.max(0, seconds * 1000);
        if (this.#moments.some((other) => Math.abs(other - moment) < sameMoment)) return;
        this.#moments.push(moment);
        this.#moments.sort((a, b) => a - b);
        this.#setTimer();
    }

    /** Draws until the input queue is empty, inside the handler of what the person did. */
    runNow() {
        if (this.#isDrawing || this.#isStopped) return;
        this.#note('now');
        for (let count = 0; count < mostFramesAtOnce; ++count) if (!this.#drawOnce()) return;
    }

    /**
     * @param {Animator} animator
     * @param {string} [reason]
     */
    animate(animator, reason = 'animation') {
        if (this.#animators.size === 0) this.#lastAnimation = this.#clock.now();
        this.#animators.add(animator);
        this.wake(3, reason);
    }

    /**
     * Without frames and timers, while it cannot be seen; what was asked for meanwhile comes afterwards.
     * @param {boolean} isPaused
     * @param {string} [why] there may be several at a time
     */
    pause(isPaused, why = 'hidden') {
        if (isPaused) this.#pauses.add(why);
        else this.#pauses.delete(why);
        if (this.#pauses.size === 0) {
            this.#forgetMoments();
            this.wake(3, `not ${why}`);
        } else if (this.#handle !== 0) {
            this.#clock.cancelFrame(this.#handle);
            this.#handle = 0;
        }
        this.#setTimer();
    }

    /** For good. */
    stop() {
        this.#isStopped = true;
        this.#moments = [];
        this.pause(true, 'stopped');
    }

    /** @param {string} reason */
    #note(reason) {
        if (this.#reasons[this.#reasons.length - 1]?.reason === reason) return; // coasting would push out all others
        this.#reasons.push({frame: this.#frames, reason});
        if (this.#reasons.length > mostReasons) this.#reasons.shift();
    }

    #request() {
        if (this.#handle !== 0 || this.#isDrawing || this.#pauses.size > 0 || this.#isStopped) return;
        this.#handle = this.#clock.requestFrame(() => {
            this.#handle = 0;
            this.#step();
        });
    }

    #step() {
        this.#remaining = Math.max(0, this.#remaining - 1);
        this.#runAnimators();
        if (this.#drawOnce()) this.#remaining = Math.max(this.#remaining, 1);
        if (this.#remaining > 0 || this.#animators.size > 0) this.#request();
    }

    #runAnimators() {
        const now = this.#clock.now();
        const seconds = Math.min(0.1, (now - this.#lastAnimation) / 1000);
        this.#lastAnimation = now;
        for (const animator of this.#animators) if (!animator(seconds)) this.#animators.delete(animator);
    }

    #drawOnce() {
        this.#isDrawing = true;
        try {
            ++this.#frames;
            return this.#draw();
        } catch (error) {
            this.stop();
            this.#fail(error);
            return false;
        } finally {
            this.#isDrawing = false;
            if (this.#remaining > 0) this.#request();
        }
    }

    /** Those that have come. */
    #forgetMoments() {
        const now = this.#clock.now();
        this.#moments = this.#moments.filter((moment) => moment > now + 1);
    }

    #setTimer() {
        if (this.#timer !== 0) this.#clock.clearTimer(this.#timer);
        this.#timer = 0;
        const first = this.#moments[0];
        if (first === undefined || this.#pauses.size > 0) return;
        this.#timer = this.#clock.setTimer(
            () => {
                this.#timer = 0;
                this.#forgetMoments();
                this.wake(3, 'timer');
                this.#setTimer();
            },
            Math.max(0, first - this.#clock.now()),
        );
    }
}
