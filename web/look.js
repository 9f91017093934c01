// What the person has asked of every program, dark colours, more contrast, less movement, and what of this page instead
// (src/platform/appearance.h). The few colours of page.css follow.

/** The preference that `wear` takes. */
export const appearance = 'appearance';

const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more), (forced-colors: active)',
    '(prefers-reduced-motion: reduce)',
];

/** The media queries of page.css, as they stand there. @type {[MediaList, string][]} */
const medias = [];

/**
 * @param {(number | null)[]} chosen in the order of `queries`
 * @param {boolean} english
 */
function dress(chosen, english) {
    const root = document.documentElement;
    root.lang = english ? 'en' : 'zh-CN';
    root.style.colorScheme = ['light', 'dark'][chosen[0] ?? 2] ?? '';
    // Extensions may have put in sheets of their own, which nobody may read.
    const ours = [...document.styleSheets].find((sheet) => sheet.href?.endsWith('web/page.css'));
    if (!medias.length && ours)
        for (const rule of ours.cssRules) if (rule instanceof CSSMediaRule) medias.push([rule.media, rule.media.mediaText]);
    for (const [media, text] of medias) {
        media.mediaText = text.replace(/\((prefers-color-scheme: dark|prefers-contrast: more|forced-colors: active)\)/g, (query, name) => {
            const wish = chosen[name.includes('dark') ? 0 : 1];
            return wish === null ? query : `(${wish ? 'min' : 'max'}-width: 0px)`;
        });
    }
}

export class Look {
    /** In the order of `queries`; kept, because Chromium does not tell of a change that was read before. */
    #matches;
    /** Instead of those. @type {(number | null)[]} */
    #chosen = [null, null, null];

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

    /** @param {string} appearance the preference */
    wear(appearance) {
        const words = appearance.split(' ');
        /** @param {string} yes @param {string} no */
        const choice = (yes, no) => (words.includes(yes) ? 1 : words.includes(no) ? 0 : null);
        this.#chosen = [choice('dark', 'light'), choice('contrast', 'plain'), null];
        dress(this.#chosen, words.includes('en'));
    }

    /** @returns {boolean} whether nothing may move by itself */
    get isCalm() {
        return this.#matches[2] === 1;
    }

    /** @param {Float32Array} out dark, more contrast, reduced motion */
    read(out) {
        out.set(this.#matches.map((wish, i) => this.#chosen[i] ?? wish));
    }
}
