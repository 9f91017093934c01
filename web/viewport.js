// How much of each side of the page is covered: by the soft keyboard, rounded corners, the home bar.

/** What we need of VisualViewport. @typedef {Pick<VisualViewport, 'height' | 'offsetTop' | 'scale' | 'addEventListener'>} Visual */

export class Viewport {
    #app;
    #visual;
    #changed;
    #probe = document.createElement('div');
    /** Top, right, bottom, left; CSS pixels. */
    #insets = [0, 0, 0, 0];

    /**
     * @param {Pick<HTMLElement, 'clientHeight'>} app fills the layout viewport
     * @param {Visual | null} visual what is left of it
     * @param {() => void} changed
     */
    constructor(app, visual, changed) {
        this.#app = app;
        this.#visual = visual;
        this.#changed = changed;
        this.#probe.id = 'safe-area'; // page.css gives it the safe area as padding
        document.body.append(this.#probe);
        for (const kind of ['resize', 'scroll']) visual?.addEventListener(kind, () => this.#measure());
        window.addEventListener('resize', () => this.#measure());
        this.#measure();
    }

    get insets() {
        return this.#insets;
    }

    #measure() {
        const safe = getComputedStyle(this.#probe);
        const sides = [safe.paddingTop, safe.paddingRight, safe.paddingBottom, safe.paddingLeft].map(parseFloat);
        sides[2] = Math.max(sides[2] ?? 0, this.#coveredBelow());
        if (sides.every((side, index) => side === this.#insets[index])) return;
        this.#insets = sides;
        this.#changed();
    }

    /** By the keyboard, where it does not make the page itself smaller. */
    #coveredBelow() {
        const visual = this.#visual;
        if (!visual || visual.scale !== 1) return 0; // zoomed by the browser: another thing
        return Math.max(0, Math.round(this.#app.clientHeight - visual.height - visual.offsetTop));
    }
}
