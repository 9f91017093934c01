// Firefox, by WebDriver BiDi, with what Playwright does not offer there: an input method and fingers.
import { firefox } from 'playwright-core';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('playwright-core').LaunchOptions} */
const options = {
    channel: 'moz-firefox', // else Playwright looks for its own build
    executablePath: process.env.JIBIAO_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false, // without a display it has no WebGL by software
    args: ['--remote-allow-system-access'], // to the text input processor
    firefoxUserPrefs: {
        'webgl.force-enabled': true,
        'dom.w3c_touch_events.enabled': 1,
        'dom.events.testing.asyncClipboard': true, // read by scripts without asking the person
        'focusmanager.testmode': true, // no window manager gives windows the keyboard
        // Else GTK's dialog stays open behind the chooser of Playwright, and its field opens no second one.
        'remote.bidi.dismiss_file_pickers.enabled': true,
    },
};

export function launchFirefox() {
    return firefox.launch(options);
}

/**
 * Playwright 1.59 waits for the first page to load, but by WebDriver BiDi no new page says so before it has left
 * about:blank: https://github.com/microsoft/playwright/pull/40944. It does not wait where all arguments are ours.
 * @param {string} profile
 * @param {import('playwright-core').BrowserContextOptions} more
 */
export function launchFirefoxWithProfile(profile, more) {
    const args = ['--remote-debugging-port=0', '--foreground', '--profile', profile, ...(options.args ?? [])];
    return firefox.launchPersistentContext(profile, { ...options, ...more, ignoreDefaultArgs: true, args });
}

/**
 * What Playwright has behind its interface, in this process.
 * @param {any} object
 */
const behind = (object) => object._connection.toImpl(object);

/** @param {Page} page */
const sessionOf = (page) => behind(page).delegate._session;

/**
 * Runs a function in the window around the page, with the browser's own rights.
 * @param {Page} page
 */
async function chromeOf(page) {
    const session = sessionOf(page);
    const browser = behind(page.context())._browser._browserSession;
    const { contexts } = await browser.send('browsingContext.getTree', { root: session.sessionId });
    const windows = (await browser.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts;
    const { context } = windows.find((/** @type {any} */ each) => each.clientWindow === contexts[0].clientWindow);
    return async (/** @type {string} */ functionDeclaration, /** @type {(string | number)[]} */ ...values) => {
        const args = values.map((value) => ({ type: typeof value, value }));
        const done = await browser.send('script.callFunction', {
            functionDeclaration,
            arguments: args,
            awaitPromise: true,
            target: { context },
        });
        if (done.type === 'exception') throw new Error(done.exceptionDetails.text);
    };
}

/**
 * Firefox's own entry for input methods, where those of the system come in as well.
 * @param {Page} page
 */
export async function firefoxInputMethod(page) {
    const run = await chromeOf(page);
    const begin = `
        const tip = (window.jibiaoInput ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor));
        if (!tip.beginInputTransactionForTests(window)) throw new Error('no input method may work here');
        const key = (name) => new KeyboardEvent('', { key: name, keyCode: 229 });`;
    const press = (/** @type {string} */ name) =>
        run(`(name) => { ${begin}; tip.keydown(key(name), tip.KEY_KEEP_KEY_LOCATION_STANDARD); tip.keyup(key(name)); }`, name);
    return {
        press,
        compose: (/** @type {string} */ text) =>
            run(
                `(text) => {
                    ${begin}
                    tip.setPendingCompositionString(text);
                    if (text) tip.appendClauseToPendingComposition(text.length, tip.ATTR_RAW_CLAUSE);
                    tip.setCaretInPendingComposition(text.length);
                    tip.flushPendingComposition(key('Process'));
                }`,
                text,
            ),
        commit: (/** @type {string} */ text) => run(`(text) => { ${begin}; tip.commitCompositionWith(text, key('Process')); }`, text),
        cancel: () => run(`() => { ${begin}; tip.cancelComposition(key('Process')); }`),
    };
}

/**
 * @param {Page} page
 * @param {object[][]} fingers what each does, step by step
 */
export function moveFingers(page, fingers) {
    const session = sessionOf(page);
    const parameters = { pointerType: 'touch' };
    const actions = fingers.map((steps, index) => ({ type: 'pointer', id: `finger ${index}`, parameters, actions: steps }));
    return session.send('input.performActions', { context: session.sessionId, actions });
}

/**
 * Playwright passes over downloads that no navigation began, as those of a link with its own name.
 * @param {Page} page
 * @returns {Promise<{name: string, file: string}>}
 */
export function firefoxDownload(page) {
    const session = sessionOf(page);
    return new Promise((resolve, reject) => {
        let name = '';
        session.once('browsingContext.downloadWillBegin', (/** @type {any} */ event) => (name = event.suggestedFilename));
        session.once('browsingContext.downloadEnd', (/** @type {any} */ event) => {
            if (event.filepath) resolve({ name, file: event.filepath });
            else reject(new Error(`the download is ${event.status}`));
        });
    });
}

/**
 * A page that is used again and again: in Firefox each context opens a window, which costs more than most tests.
 * Nothing is stored at the address of the next one, if that is another.
 * @param {Page} page
 * @returns {() => Promise<void>} makes it as new
 */
export function reusable(page) {
    /** @type {{dispose: () => Promise<void>}[]} */
    const scripts = [];
    const add = page.addInitScript.bind(page);
    page.addInitScript = async (script, argument) => {
        const added = await add(script, argument);
        scripts.push(added);
        return added;
    };
    return async () => {
        await page.goto('about:blank');
        // Tab has led out of the last field into the window around the page.
        await (await chromeOf(page))('() => gBrowser.selectedBrowser.focus()');
        for (const script of scripts.splice(0)) await script.dispose();
        await page.unrouteAll();
        page.removeAllListeners();
    };
}
