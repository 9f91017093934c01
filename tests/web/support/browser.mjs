// A Chromium for tests, and pages in it that remember every error.
import { chromium } from 'playwright-core';

/** WebGL by software: test machines have no graphics card. */
const flags = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    // Without showOpenFilePicker and showSaveFilePicker, whose dialogs no test can answer: files come in by the file
    // chooser and go out as downloads. The tests of the pickers bring their own.
    '--disable-blink-features=FileSystemAccessLocal',
];

/** @param {Record<string, string>} [environment] beside ours @returns {import('playwright-core').LaunchOptions} */
function launchOptions(environment) {
    const env = environment && { .../** @type {Record<string, string>} */ (process.env), ...environment };
    return { env, executablePath: process.env.JIBIAO_CHROMIUM ?? '/usr/bin/chromium', headless: true, args: flags };
}

/** @param {Record<string, string>} [environment] beside ours */
export function launchBrowser(environment) {
    return chromium.launch(launchOptions(environment));
}

/**
 * A browser whose storage stays in `profile` when it is closed.
 * @param {string} profile a folder
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export function launchBrowserWithProfile(profile, options = {}) {
    return chromium.launchPersistentContext(profile, { ...launchOptions(), ...options });
}

/**
 * Everything the page complains about: console errors, uncaught exceptions, requests that fail, breaches of the
 * Content-Security-Policy. A test ends with assert.deepEqual(errors, []).
 * @param {import('playwright-core').Page} page
 * @returns {string[]} grows while the page lives
 */
export function collectErrors(page) {
    /** @type {string[]} */
    const errors = [];
    page.on('console', (message) => {
        // Chromium reports a breach of the policy as an error of the console, too.
        if (message.type() === 'error') errors.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
    page.on('requestfailed', (request) => errors.push(`request: ${request.url()} ${request.failure()?.errorText}`));
    page.on('response', (response) => {
        if (response.status() >= 400) errors.push(`response: ${response.status()} ${response.url()}`);
    });
    return errors;
}

/**
 * Opens the page and waits until it can be used.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
export async function openPage(page, url) {
    await page.goto(url);
    await page.waitForFunction(() => document.documentElement.dataset.state !== 'loading');
    const state = await page.evaluate(() => document.documentElement.dataset.state);
    if (state !== 'ready') throw new Error(`the page is ${state}: ${await page.innerText('#trouble')}`);
    await page.evaluate(() => {
        /** @type {string[]} */
        const said = Reflect.set(window, 'said', []) && Reflect.get(window, 'said');
        /** @type {WeakMap<Element, string>} */
        const last = new WeakMap();
        new MutationObserver(() => {
            for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
                const text = region.textContent ?? '';
                if (text && last.get(region) !== text) said.push(text);
                last.set(region, text);
            }
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
}

/**
 * Waits until the page has said so since it was last heard, as a screen reader would: on a busy machine a message may
 * have come and gone before anybody looks. What was said before it is forgotten.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function heard(page, text) {
    await page.waitForFunction((wanted) => {
        /** @type {string[]} */
        const said = Reflect.get(window, 'said');
        const at = said.findIndex((each) => each.includes(wanted));
        return at >= 0 && said.splice(0, at + 1);
    }, text);
}

/**
 * An input method at the focused element.
 * @param {import('playwright-core').Page} page
 */
export async function inputMethod(page) {
    const session = await page.context().newCDPSession(page);
    const key = (/** @type {'rawKeyDown' | 'keyUp'} */ type, name = 'Process') =>
        session.send('Input.dispatchKeyEvent', { type, windowsVirtualKeyCode: 229, key: name });
    return {
        /** A key that the input method takes for itself. @param {string} name */
        async press(name) {
            await key('rawKeyDown', name);
            await key('keyUp', name);
        },
        /** One key stroke: the preedit is now `text`. @param {string} text */
        async compose(text) {
            await key('rawKeyDown');
            const caret = text.length;
            await session.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
            await key('keyUp');
        },
        /** A candidate is chosen. @param {string} text */
        commit: (text) => session.send('Input.insertText', { text }),
        cancel: () => session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 }),
    };
}

/**
 * A finger. Coordinates in CSS pixels.
 * @param {import('playwright-core').Page} page of a context with hasTouch
 */
export async function finger(page) {
    const session = await page.context().newCDPSession(page);
    const send = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {any[]} */ touchPoints) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints });
    return {
        /** @param {number} x @param {number} y */
        async tap(x, y) {
            await send('touchStart', [{ x, y }]);
            await send('touchEnd', []);
        },
        /** Until it is let go. @param {number} x @param {number} y */
        hold: (x, y) => send('touchStart', [{ x, y }]),
        letGo: () => send('touchEnd', []),
        /**
         * Several fingers on straight ways.
         * @param {[number, number][]} from
         * @param {[number, number][]} to
         * @param {number} [steps]
         */
        async move(from, to, steps = 10) {
            const at = (/** @type {number} */ step) =>
                from.map(([x, y], id) => ({ id, x: x + ((to[id][0] - x) * step) / steps, y: y + ((to[id][1] - y) * step) / steps }));
            for (let count = 1; count <= from.length; ++count) await send('touchStart', at(0).slice(0, count));
            for (let step = 1; step <= steps; ++step) await send('touchMove', at(step));
            await send('touchEnd', []);
        },
        /** @param {number} x @param {number} y @param {number} dx @param {number} dy @param {number} [steps] */
        async drag(x, y, dx, dy, steps = 10) {
            await send('touchStart', [{ x, y }]);
            for (let step = 1; step <= steps; ++step)
                await send('touchMove', [{ x: x + (dx * step) / steps, y: y + (dy * step) / steps }]);
            await send('touchEnd', []);
        },
    };
}

/**
 * A pen. Coordinates in CSS pixels.
 * @param {import('playwright-core').Page} page
 */
export async function pen(page) {
    const session = await page.context().newCDPSession(page);
    /** @type {(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', more: object) => Promise<unknown>} */
    const send = (type, more) =>
        session.send('Input.dispatchMouseEvent', { type, pointerType: 'pen', x: 0, y: 0, clickCount: 1, ...more });
    return {
        /** @param {number} x @param {number} y */
        hover: (x, y) => send('mouseMoved', { x, y }),
        /** @param {number} x @param {number} y @param {'left' | 'right'} [button] right: the one on its barrel */
        async press(x, y, button = 'left') {
            await send('mousePressed', { x, y, button, buttons: button === 'left' ? 1 : 2 });
            await send('mouseReleased', { x, y, button, buttons: 0 });
        },
    };
}
