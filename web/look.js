// What the person has asked of every program: dark colours, more contrast, less movement.

const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more), (forced-colors: active)',
    '(prefers-reduced-motion: reduce)',
];

export class Look {
    /** In the order of `queries`; kept, because Chromium does not tell of a change that was read before. */
    #matches;

    /**
     * @param {(query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener'>} match
     * @param {() => void} changed
     */
    constructor(match, changed) {
        const lists = queries.map(match);
        const read = () => lists.map((list) => Number(list.matches));
        this.#matches = read();
        for (const list of lists)
            list.addEventListener('change', () => {
                this.#matches = read();
                changed();
            });
    }

    /** @returns {boolean} whether nothing may move by itself */
    get isCalm() {
        return this.#matches[2] === 1;
    }

    /** @param {Float32Array} out dark, more contrast, reduced motion */
    read(out) {
        out.set(this.#matches);
    }
}
