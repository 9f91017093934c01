// Stand-ins for what the modules get from the browser.

/** Collects what is posted to the program. */
export function recorder() {
    /** @type {{kind: number, texts: (string | Uint8Array)[], number: number}[]} */
    const events = [];
    return {
        events,
        /** @type {import('../../../web/program.js').Post} */
        post: (kind, texts = [], number = 0) => void events.push({ kind, texts: [...texts], number }),
        /** What was posted since the last call. */
        take: () => events.splice(0),
    };
}

/** @param {string} value */
export function fakeEditor(value = '') {
    return {
        value,
        /** @type {number | null} */
        selectionStart: value.length,
        /** @type {number | null} */
        selectionEnd: value.length,
        /** @param {number | null} start @param {number | null} end */
        setSelectionRange(start, end) {
            this.selectionStart = start;
            this.selectionEnd = end;
        },
    };
}

/**
 * @param {string} key
 * @param {Partial<import('../../../web/text_field.js').Key>} [more]
 * @returns {import('../../../web/text_field.js').Key}
 */
export function keyEvent(key, more = {}) {
    const none = { keyCode: 0, isComposing: false, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    return { key, ...none, ...more };
}

/** A clock that moves only when it is told to. */
export class FakeClock {
    time = 1000;
    /** @type {((time: number) => void)[]} */
    frames = [];
    /** @type {{callback: () => void, moment: number, handle: number}[]} */
    timers = [];
    #last = 0;

    now = () => this.time;
    requestFrame = (/** @type {(time: number) => void} */ callback) => this.frames.push(callback);
    cancelFrame = () => void this.frames.splice(0);
    setTimer = (/** @type {() => void} */ callback, /** @type {number} */ milliseconds) => {
        this.timers.push({ callback, moment: this.time + milliseconds, handle: ++this.#last });
        return this.#last;
    };
    clearTimer = (/** @type {number} */ handle) => {
        this.timers = this.timers.filter((timer) => timer.handle !== handle);
    };

    /** The screen's next frame. @returns {boolean} whether anybody wanted it */
    nextFrame() {
        this.time += 16;
        const due = this.frames.splice(0);
        for (const callback of due) callback(this.time);
        return due.length > 0;
    }
    /** Frames until nobody wants one. @returns {number} */
    runOut() {
        let count = 0;
        while (this.nextFrame()) if (++count > 10_000) throw new Error('it never comes to rest');
        return count;
    }
    /** @param {number} milliseconds */
    pass(milliseconds) {
        const end = this.time + milliseconds;
        for (;;) {
            const [next] = this.timers.filter((timer) => timer.moment <= end).sort((a, b) => a.moment - b.moment);
            if (!next) break;
            this.clearTimer(next.handle);
            this.time = Math.max(this.time, next.moment);
            next.callback();
        }
        this.time = end;
    }
}
