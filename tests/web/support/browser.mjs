// A browser for tests, and pages in it that remember every error.
import { chromium } from 'playwright-core';
import { engine } from './engines.mjs';
import { firefoxDownload, firefoxInputMethod, launchFirefox, launchFirefoxWithProfile, moveFingers } from './firefox.mjs';
import { launchWebKit } from './webdriver.mjs';

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

/**
 * @param {Record<string, string>} [environment] beside ours
 * @param {string[]} [more] flags
 * @returns {import('playwright-core').LaunchOptions}
 */
function launchOptions(environment, more = []) {
    const env = environment && { .../** @type {Record<string, string>} */ (process.env), ...environment };
    return { env, executablePath: process.env.JIBIAO_CHROMIUM ?? '/usr/bin/chromium', headless: true, args: [...flags, ...more] };
}

/**
 * @param {Record<string, string>} [environment] beside ours
 * @param {string[]} [more] flags of Chromium's
 * @returns {Promise<import('playwright-core').Browser>}
 */
export function launchBrowser(environment, more) {
    if (engine === 'firefox') return launchFirefox();
    if (engine === 'webkit') return /** @type {Promise<any>} */ (launchWebKit());
    return chromium.launch(launchOptions(environment, more));
}

/**
 * A browser whose storage stays in `profile` when it is closed.
 * @param {string} profile a folder
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export function launchBrowserWithProfile(profile, options = {}) {
    if (engine === 'firefox') return launchFirefoxWithProfile(profile, options);
    return chromium.launchPersistentContext(profile, { ...launchOptions(), ...options });
}

/**
 * Everything the page complains about: console errors, uncaught exceptions, requests that fail, breaches of the
 * Content-Security-Policy. A test ends with assert.deepEqual(errors, []). What a page was still fetching when the test
 * left it, by opening it anew say, did not fail: the browser gave it up.
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
    /** @type {Set<import('playwright-core').Request>} */
    const fetching = new Set();
    /** @type {Set<import('playwright-core').Request>} */
    const left = new Set();
    let leaving = false; // Until the next page is there the old one goes on asking.
    page.on('request', (request) => {
        if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
            leaving = true;
            for (const each of fetching) left.add(each);
        } else if (leaving) left.add(request);
        fetching.add(request);
    });
    page.on('framenavigated', (frame) => {
        if (frame === page.mainFrame()) leaving = false;
    });
    page.on('requestfinished', (request) => fetching.delete(request));
    page.on('requestfailed', (request) => {
        fetching.delete(request);
        if (!left.has(request)) errors.push(`request: ${request.url()} ${request.failure()?.errorText}`);
    });
    page.on('response', (response) => {
        if (response.status() >= 400) errors.push(`response: ${response.status()} ${response.url()}`);
    });
    return errors;
}

/**
 * Opens the page and waits until it can be used.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {{isFirstVisit?: boolean}} [visit] else the guide has been seen, and does not come with the sample
 */
export async function openPage(page, url, { isFirstVisit = false } = {}) {
    if (!isFirstVisit) {
        await page.addInitScript(() => {
            try {
                window.localStorage.setItem('jibiao.guide', 'seen');
            } catch {
                // A test may have closed it.
            }
        });
    }
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
    if (engine === 'firefox') return firefoxInputMethod(page);
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
 * Lets scripts of the page read and write the clipboard without a question to the person.
 * @param {import('playwright-core').Page} page
 */
export async function allowClipboard(page) {
    if (engine === 'chromium') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}

/**
 * As the browser does with Ctrl+V at what has the keyboard, or outside of any field.
 * @param {import('playwright-core').Page} page
 * @param {{text?: string, html?: string, hasPicture?: boolean, isOutside?: boolean}} what
 * @returns {Promise<boolean>} whether the page took it
 */
export function paste(page, what) {
    return page.evaluate(({ text, html, hasPicture, isOutside }) => {
        const clipboardData = new DataTransfer();
        if (html) clipboardData.setData('text/html', html);
        if (text) clipboardData.setData('text/plain', text);
        if (hasPicture) clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: clipboardData }); // Firefox drops what its maker gives
        return !((!isOutside && document.activeElement) || document.body).dispatchEvent(event);
    }, what);
}

/**
 * What the page gives to be kept as a file.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<{name: string, file: string}>} `file` is there until the browser is closed
 */
export async function downloadOf(page, act) {
    if (engine === 'firefox') return (await Promise.all([firefoxDownload(page), act()]))[0];
    if (engine === 'webkit') return /** @type {any} */ (page).download(act);
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), file: await download.path() };
}

/**
 * A finger. Coordinates in CSS pixels.
 * @param {import('playwright-core').Page} page of a context with hasTouch
 */
export async function finger(page) {
    return engine === 'firefox' ? firefoxFinger(page) : chromiumFinger(page);
}

/** @param {import('playwright-core').Page} page */
function firefoxFinger(page) {
    const [down, up] = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    const to = (x = 0, y = 0, duration = 0) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration });
    /** @type {Awaited<ReturnType<typeof chromiumFinger>>} */
    const hand = {
        tap: (x, y) => moveFingers(page, [[to(x, y), down, up]]),
        hold: (x, y) => moveFingers(page, [[to(x, y), down]]),
        letGo: () => moveFingers(page, [[up]]),
        move(from, end, steps = 10) {
            const ways = from.map(([x, y], id) =>
                Array.from({ length: steps }, (_, step) => {
                    const part = (step + 1) / steps;
                    return to(x + (end[id][0] - x) * part, y + (end[id][1] - y) * part, 16);
                }),
            );
            return moveFingers(page, from.map(([x, y], id) => [to(x, y), ...from.map((_, turn) => (turn === id ? down : { type: 'pause' })), ...ways[id], up]));
        },
        drag: (x, y, dx, dy, steps) => hand.move([[x, y]], [[x + dx, y + dy]], steps),
    };
    return hand;
}

/** @param {import('playwright-core').Page} page */
async function chromiumFinger(page) {
    const session = await page.context().newCDPSession(page);
    /** @type {(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: any[]) => Promise<unknown>} */
    const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    return {
        /**
         * Both at once: on a busy machine it would be a long press until the first one is answered.
         * @param {number} x @param {number} y
         */
        async tap(x, y) {
            await Promise.all([send('touchStart', [{ x, y }]), send('touchEnd', [])]);
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
