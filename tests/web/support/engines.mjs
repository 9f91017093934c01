// Which browser the tests run in, and what it cannot do in them.

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

const engines = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @type {Engine} */
export const engine = engines.find((each) => each === (process.env.JIBIAO_ENGINE ?? 'chromium')) ?? unknown();

/** @returns {never} */
function unknown() {
    throw new Error(`JIBIAO_ENGINE is none of ${engines.join(', ')}`);
}

/**
 * What a test may need, and the engines where it cannot be had. README.md beside the tests says the same.
 * @type {Record<string, Partial<Record<Engine, string>>>}
 */
const lacking = {
    'input method': { webkit: 'WebDriver has none; there is a test with the one of GTK' },
    'GTK by keys': { chromium: 'it is WebKitGTK\'s', firefox: 'the keys of its driver do not pass GTK' },
    'paste in a composition': { firefox: 'it takes no commands before the end of a composition', webkit: 'WebDriver has no input method' },
    touch: { webkit: 'WebKitGTK\'s driver has no fingers' },
    'coarse pointer': { firefox: 'Playwright makes no tablet of it', webkit: 'WebKitGTK\'s driver has no fingers' },
    'two buttons': { webkit: 'its driver loses that the second one comes up' },
    pen: { firefox: 'WebDriver BiDi has a pen, but not its barrel', webkit: 'WebKitGTK\'s driver has no pen' },
    undo: { webkit: 'WebKitGTK leaves the keys of undo to the program around it' },
    clipboard: { webkit: 'it asks the person before a script reads the clipboard' },
    media: { firefox: 'Playwright sets no media there', webkit: 'WebDriver sets no media' },
    pdf: { firefox: 'its PDF cannot be read without a library', webkit: 'WebDriver makes none of it' },
    profile: { webkit: 'under WebDriver it stores nothing' },
    'no scripts': { webkit: 'WebDriver is made of scripts' },
    'other agent': { webkit: 'WebDriver cannot say that it is another one' },
};

/**
 * For the options of a test or suite: it is left out, by name and with the reason, where something is lacking.
 * @param {...string} abilities
 * @returns {{skip?: string}}
 */
export function needs(...abilities) {
    for (const each of abilities) {
        if (!(each in lacking)) throw new Error(`no engine is known to lack ${each}`);
        const reason = lacking[each][engine];
        if (reason) return { skip: `${engine}: ${reason}` };
    }
    return {};
}
