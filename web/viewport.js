// How much of each side of the page is covered: by the soft keyboard, rounded corners, the home bar.

/**
 * What we need of VisualViewport.
 * @typedef {Pick<VisualViewport, 'height' | 'offsetTop' | 'scale' | 'addEventListener'>} Visual
 */

/**
 * What we need of the page, so that tests can bring their own.
 * @typedef {object} Page
 * @property {() => number[]} safeArea what corners and bars cover: top, right, bottom, left; CSS pixels
 * @property {() => number} scrolled how far the browser pushed the page up
 * @property {() => void} scrollBack
 * @property {(kind: string, listener: () => void) => void} addEventListener resize and scroll
 */

/** @returns {Page} */
function browserPage() {
    const probe = document.createElement('div');
    probe.id = 'safe-area'; // page.css gives it the safe area as padding
    document.body.append(probe);
    return {
        safeArea: () => {
            const {paddingTop, paddingRight, paddingBottom, paddingLeft} = getComputedStyle(probe);
            return [paddingTop, paddingRight, paddingBottom, paddingLeft].map(parseFloat);
        },
        scrolled: () => window.scrollY,
        scrollBack: () => window.scrollTo(0, 0),
        addEventListener: (kind, listener) => window.addEventListener(kind, listener),
    };
}

export class Viewport {
    #app;
    #visual;
    #changed;
    #page;
    /** Top, right, bottom, left; CSS pixels. */
    #insets = [0, 0, 0, 0];

    /**
     * @param {Pick<HTMLElement, 'clientHeight'>} app fills the layout viewport
     * @param {Visual | null} visual what is left of it
     * @param {() => void} changed
     * @param {Page} [page]
     */
    constructor(app, visual, changed, page = browserPage()) {
        this.#app = app;
        this.#visual = visual;
        this.#changed = changed;
        this.#page = page;
        for (const target of [visual, page])
            for (const kind of ['resize', 'scroll']) target?.addEventListener(kind, () => this.#measure());
        this.#measure();
    }

    get insets() {
        return this.#insets;
    }

    #measure() {
        this.#scrollBack();
        const sides = this.#page.safeArea();
        sides[2] = Math.max(sides[2] ?? 0, this.#coveredBelow());
        if (sides.every((side, index) => side === this.#insets[index])) return;
        this.#insets = sides;
        this.#changed();
    }

    /**
     * iOS pushes the page up to show a field above the keyboard, and with it the bar at the top out of sight. The
     * program scrolls by itself within what the insets leave. A page that is zoomed is the person's to move.
     */
    #scrollBack() {
        const {scale, offsetTop} = this.#visual ?? {scale: 1, offsetTop: 0};
        if (scale === 1 && (offsetTop !== 0 || this.#page.scrolled() !== 0)) this.#page.scrollBack();
    }

    /** By the keyboard, where it does not make the page itself smaller. */
    #coveredBelow() {
        const visual = this.#visual;
        if (!visual || visual.scale !== 1) return 0; // zoomed by the browser: another thing
        return Math.max(0, Math.round(this.#app.clientHeight - visual.height - visual.offsetTop));
    }
}
