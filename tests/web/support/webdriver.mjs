// WebKitGTK by the classic WebDriver protocol, https://www.w3.org/TR/webdriver2/: as much of Playwright's interface as
// the tests use, for Playwright drives only a WebKit of its own making.
//
// WebDriver runs scripts only in a page that is loaded, knows no contexts and tells of no errors. So each context is an
// origin of its own, with nothing stored: a server that passes on what the tests' server says and puts a script before
// the page's own ones.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const playwright = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'lib');
const { getByRoleSelector } = require(path.join(playwright, 'utils/isomorphic/locatorUtils.js'));
const { escapeForTextSelector } = require(path.join(playwright, 'utils/isomorphic/stringUtils.js'));
/** Finds elements in a page by their roles and names. */
const { source: finder } = require(path.join(playwright, 'generated/injectedScriptSource.js'));

/** Milliseconds. */
const patience = 30_000;
const pollEvery = 20;

/** @typedef {string | ((...what: any[]) => unknown)} PageFunction */

/** Before the page's scripts: what a driver with events would tell. */
function watch() {
    /** @type {[string, string][]} */
    const errors = [];
    Object.defineProperty(window, 'webdriver', { value: { errors, chooser: null, find: null } });
    const { error } = console;
    console.error = (...what) => {
        errors.push(['console', what.map(String).join(' ')]);
        error.apply(console, what);
    };
    window.addEventListener('error', (event) => event.error && errors.push(['pageerror', event.message]));
    window.addEventListener('unhandledrejection', (event) => errors.push(['pageerror', String(event.reason)]));
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        errors.push(['console', `${violatedDirective} forbids ${blockedURI}`]);
    });
    // No test can answer the dialog.
    const { click } = HTMLInputElement.prototype;
    HTMLInputElement.prototype.click = function () {
        if (this.type === 'file') Reflect.set(Reflect.get(window, 'webdriver'), 'chooser', this);
        else click.call(this);
    };
}

/** @type {Record<string, string>} */
const keys = {
    Backspace: '\uE003',
    Tab: '\uE004',
    Enter: '\uE007',
    Shift: '\uE008',
    Control: '\uE009',
    Alt: '\uE00A',
    Escape: '\uE00C',
    Space: ' ',
    PageUp: '\uE00E',
    PageDown: '\uE00F',
    End: '\uE010',
    Home: '\uE011',
    ArrowLeft: '\uE012',
    ArrowUp: '\uE013',
    ArrowRight: '\uE014',
    ArrowDown: '\uE015',
    Delete: '\uE017',
    ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`F${index + 1}`, String.fromCharCode(0xe031 + index)])),
};
const buttons = { left: 0, middle: 1, right: 2 };

/** @param {() => Promise<unknown>} isDone @param {string} what */
async function until(isDone, what) {
    const end = Date.now() + patience;
    for (;;) {
        const value = await isDone();
        if (value) return value;
        if (Date.now() > end) throw new Error(`${patience} ms have passed: ${what}`);
        await sleep(pollEvery);
    }
}

class Session {
    #base;
    #driver;
    #folder;
    /** The last command: a driver takes one at a time. @type {Promise<unknown>} */
    #last = Promise.resolve();

    /** @param {string} base @param {import('node:child_process').ChildProcess} driver @param {string} folder its own */
    constructor(base, driver, folder) {
        this.#base = base;
        this.#driver = driver;
        this.#folder = folder;
    }

    static async start() {
        const folder = await mkdtemp(path.join(tmpdir(), 'jibiao-webkit-'));
        await writeFile(path.join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${folder}"\n`);
        const port = await freePort();
        const driver = spawn(process.env.JIBIAO_WEBKIT_DRIVER ?? 'WebKitWebDriver', [`--port=${port}`], {
            env: { ...process.env, XDG_CONFIG_HOME: folder, LIBGL_ALWAYS_SOFTWARE: '1', GTK_IM_MODULE: 'gtk-im-context-simple' },
            stdio: 'ignore',
        });
        process.once('exit', () => driver.kill());
        const session = new Session(`http://127.0.0.1:${port}`, driver, folder);
        await until(() => session.#send('GET', '/status').catch(() => false), 'no answer of the driver');
        const browserOptions = { args: ['--automation'], ...(process.env.JIBIAO_WEBKIT ? { binary: process.env.JIBIAO_WEBKIT } : {}) };
        const { sessionId } = await session.#send('POST', '/session', {
            capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } },
        });
        session.#base += `/session/${sessionId}`;
        await session.command('/timeouts', { script: null }); // which the driver would count by the page's own timers
        return session;
    }

    /** @param {string} method @param {string} at @param {object} [body] @returns {Promise<any>} */
    async #send(method, at, body) {
        const signal = AbortSignal.timeout(2 * patience);
        const response = await fetch(this.#base + at, { method, body: body && JSON.stringify(body), signal });
        const { value } = /** @type {any} */ (await response.json());
        if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
        return value;
    }

    /** @param {string} at @param {object} [body] without it, it only asks @returns {Promise<any>} */
    command(at, body) {
        const answer = this.#last.then(() => this.#send(body ? 'POST' : 'GET', at, body));
        this.#last = answer.catch(() => {});
        return answer;
    }

    /** @param {string} script a function's body @param {unknown[]} values what it finds in `arguments` */
    async run(script, values) {
        const { json, error } = await this.command('/execute/async', {
            script: `const done = arguments[arguments.length - 1];
                (async function () { ${script} }).apply(null, arguments)
                    .then((value) => done({ json: JSON.stringify(value) }), (error) => done({ error: String(error?.stack || error) + ' ' + error }));`,
            args: values.map((each) => each ?? null),
        });
        if (error) throw new Error(`page.evaluate: ${error}`);
        return json === undefined ? undefined : JSON.parse(json);
    }

    /** What was downloaded. @returns {Promise<string[]>} */
    async downloads() {
        const names = await readdir(this.#folder);
        return names.filter((name) => name !== 'user-dirs.dirs' && !name.endsWith('.wkdownload')).map((name) => path.join(this.#folder, name));
    }

    async end() {
        await this.#last;
        await this.#send('DELETE', '').catch(() => {}); // the browser may be gone
        this.#driver.kill();
        await rm(this.#folder, { recursive: true, force: true });
    }
}

/** @returns {Promise<number>} */
async function freePort() {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    await new Promise((resolve) => server.close(resolve));
    return port;
}

/** An origin for one context. */
class Origin {
    /** What it stands for. */
    target = 'http://127.0.0.1';
    scripts = [`(${watch})()`];
    /** Ends of addresses that cannot be fetched. @type {string[]} */
    refused = [];
    #server = createServer((request, response) => this.#answer(request, response));
    /** @type {(kind: 'requestfailed' | 'response', url: string, status: number) => void} */
    #tell;

    /** @param {(kind: 'requestfailed' | 'response', url: string, status: number) => void} tell */
    constructor(tell) {
        this.#tell = tell;
    }

    async open() {
        await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    }
    get url() {
        return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (this.#server.address()).port}`;
    }
    close() {
        this.#server.close();
        this.#server.closeAllConnections?.();
    }

    /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
    #answer(request, response) {
        const url = request.url ?? '/';
        if (this.refused.some((end) => url.endsWith(end))) {
            this.#tell('requestfailed', url, 0);
            response.destroy();
        } else if (url === '/webdriver.js') {
            response.setHeader('Content-Type', 'text/javascript');
            response.end(this.scripts.join(';\n'));
        } else {
            ask(this.target + url, { method: request.method }, (answer) => this.#pass(answer, url, response)).end();
        }
    }

    /** @param {import('node:http').IncomingMessage} answer @param {string} url @param {import('node:http').ServerResponse} response */
    #pass(answer, url, response) {
        const { statusCode = 0, headers } = answer;
        if (statusCode >= 400) this.#tell('response', url, statusCode);
        if (!headers['content-type']?.startsWith('text/html')) {
            response.writeHead(statusCode, headers);
            answer.pipe(response);
            return;
        }
        let html = '';
        answer.setEncoding('utf8').on('data', (part) => (html += part));
        answer.on('end', () => {
            delete headers['content-length'];
            response.writeHead(statusCode, headers);
            response.end(html.replace('<head>', '<head><script src="/webdriver.js"></script>'));
        });
    }
}

class Locator {
    #page;
    #selector;

    /** @param {Page} page @param {string} selector as Playwright writes them */
    constructor(page, selector) {
        this.#page = page;
        this.#selector = selector;
    }

    /** @param {string} selector */
    locator(selector) {
        return new Locator(this.#page, `${this.#selector} >> ${selector}`);
    }
    getByRole(/** @type {string} */ role, options = {}) {
        return this.locator(getByRoleSelector(role, options));
    }
    /** @param {{hasText: string}} options */
    filter({ hasText }) {
        return this.locator(`internal:has-text=${escapeForTextSelector(hasText, false)}`);
    }
    nth(/** @type {number} */ index) {
        return this.locator(`nth=${index}`);
    }
    first() {
        return this.nth(0);
    }
    last() {
        return this.nth(-1);
    }

    /** @param {PageFunction} act @param {unknown} [argument] */
    evaluateAll(act, argument) {
        return this.#page.find(this.#selector, `return (${act})(elements, argument)`, argument);
    }
    /** Of the one element, as soon as it is there. @param {PageFunction} act @param {unknown} [argument] */
    async evaluate(act, argument) {
        const script = `if (elements.length !== 1) return { count: elements.length };
            return { value: await (${act})(elements[0], argument) };`;
        const found = await until(async () => {
            const { count, value } = await this.#page.find(this.#selector, script, argument);
            if ((count ?? 1) > 1) throw new Error(`${count} elements are ${this.#selector}`);
            return count === 0 ? null : { value };
        }, `nothing is ${this.#selector}`);
        return /** @type {any} */ (found).value ?? null;
    }

    count() {
        return this.evaluateAll((all) => all.length);
    }
    focus() {
        return this.evaluate((one) => one.focus());
    }
    blur() {
        return this.evaluate((one) => one.blur());
    }
    inputValue() {
        return this.evaluate((one) => one.value);
    }
    textContent() {
        return this.evaluate((one) => one.textContent);
    }
    innerText() {
        return this.evaluate((one) => one.innerText);
    }
    allTextContents() {
        return this.evaluateAll((all) => all.map((/** @type {Element} */ one) => one.textContent));
    }
    getAttribute(/** @type {string} */ name) {
        return this.evaluate((one, wanted) => one.getAttribute(wanted), name);
    }
    isVisible() {
        return this.evaluateAll((all) => all.length > 0 && /** @type {any} */ (window).webdriver.find.elementState(all[0], 'visible').matches);
    }
    ariaSnapshot() {
        return this.evaluate((one) => /** @type {any} */ (window).webdriver.find.ariaSnapshot(one, { mode: 'default' }));
    }
    dispatchEvent(/** @type {string} */ type, init = {}) {
        return this.evaluate((one, what) => /** @type {any} */ (window).webdriver.find.dispatchEvent(one, ...what), [type, init]);
    }
    boundingBox() {
        return this.evaluate((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return { x, y, width, height };
        });
    }
    /** @param {{state?: 'attached' | 'visible' | 'detached'}} [options] */
    waitFor({ state = 'visible' } = {}) {
        const isSo = async () => (state === 'visible' ? this.isVisible() : (await this.count()) > 0 === (state === 'attached'));
        return until(isSo, `not ${state}: ${this.#selector}`);
    }
    async click() {
        const { x, y, width, height } = await this.boundingBox();
        await this.#page.mouse.click(x + width / 2, y + height / 2);
    }
}

class Page {
    #context;
    #session;
    #origin;
    /** @type {[string, (what: any) => void][]} */
    #listeners = [];

    /** @param {Context} context @param {Session} session */
    constructor(context, session) {
        this.#context = context;
        this.#session = session;
        this.#origin = new Origin((kind, url, code) => {
            const request = { url: () => url, status: () => code, failure: () => ({ errorText: 'refused' }) };
            this.#tell(kind, request);
        });
    }

    context() {
        return this.#context;
    }
    viewportSize() {
        return this.#context.viewport;
    }
    /** @param {string} event @param {(what: any) => void} listener */
    on(event, listener) {
        this.#listeners.push([event, listener]);
    }
    /** @param {string} event @param {object} what */
    #tell(event, what) {
        for (const [kind, listener] of this.#listeners) if (kind === event) listener(what);
    }

    async open() {
        await this.#origin.open();
    }
    async close() {
        await this.#tellErrors();
        await this.#session.command('/url', { url: 'about:blank' });
        this.#origin.close();
    }
    /** Before they are lost with the document. */
    async #tellErrors() {
        const errors = await this.#session.run('return window.webdriver?.errors.splice(0) ?? []', []);
        for (const [kind, text] of errors) this.#tell(kind, { type: () => 'error', text: () => text, message: text });
    }

    /** @param {string} url */
    async goto(url) {
        await this.#tellErrors();
        const { protocol, origin, pathname } = new URL(url);
        if (protocol === 'http:') this.#origin.target = origin;
        await this.#session.command('/url', { url: protocol === 'http:' ? this.#origin.url + pathname : url });
    }
    async reload() {
        await this.#tellErrors();
        await this.#session.command('/refresh', {});
    }
    /** @param {PageFunction} script @param {unknown} [argument] */
    async addInitScript(script, argument) {
        this.#origin.scripts.push(typeof script === 'string' ? `{${script}}` : `(${script})(${JSON.stringify(argument)})`);
    }
    /** @param {string} glob begins with two stars */
    async route(glob) {
        this.#origin.refused.push(glob.replace(/^\*+/, ''));
    }

    /** @param {PageFunction} act @param {unknown} [argument] */
    evaluate(act, argument) {
        return this.#session.run(`return (${act})${typeof act === 'string' ? '' : '(arguments[0])'}`, [argument]);
    }
    /** @param {PageFunction} isDone @param {unknown} [argument] */
    async waitForFunction(isDone, argument) {
        const value = await until(() => this.evaluate(isDone, argument), String(isDone));
        return { jsonValue: async () => value };
    }
    /** @param {number} duration */
    waitForTimeout(duration) {
        return sleep(duration);
    }
    /** @param {string} selector @param {string} script finds `elements` and `argument` @param {unknown} argument @returns {Promise<any>} */
    async find(selector, script, argument) {
        const call = () =>
            this.#session.run(
                `const [selector, argument] = arguments;
                const { webdriver } = window;
                if (!webdriver?.find) return 'no finder';
                const elements = webdriver.find.querySelectorAll(webdriver.find.parseSelector(selector), document);
                ${script}`,
                [selector, argument],
            );
        const found = await call();
        if (found !== 'no finder') return found;
        const options = { sdkLanguage: 'javascript', testIdAttributeName: 'data-testid', browserName: 'webkit', customEngines: [] };
        await this.#session.run(
            `if (!window.webdriver) Object.defineProperty(window, 'webdriver', { value: { errors: [] } });
            const module = {};
            ${finder};
            window.webdriver.find = new (module.exports.InjectedScript())(window, ${JSON.stringify(options)});`,
            [],
        );
        return call();
    }

    /** @param {string} selector */
    locator(selector) {
        return new Locator(this, selector);
    }
    getByRole(/** @type {string} */ role, options = {}) {
        return this.locator(getByRoleSelector(role, options));
    }
    /** @param {string} selector */
    innerText(selector) {
        return this.locator(selector).innerText();
    }

    /** @param {string} event */
    async waitForEvent(event) {
        if (event !== 'filechooser') throw new Error(`no such event in WebDriver: ${event}`);
        await this.waitForFunction(() => /** @type {any} */ (window).webdriver.chooser !== null);
        return { setFiles: (/** @type {string | {name: string, mimeType: string, buffer: Buffer}} */ file) => this.#choose(file) };
    }
    /** @param {string | {name: string, mimeType: string, buffer: Buffer}} file */
    async #choose(file) {
        const { name, mimeType, buffer } =
            typeof file === 'string' ? { name: path.basename(file), mimeType: '', buffer: await readFile(file) } : file;
        await this.evaluate(
            ([title, type, content]) => {
                const { webdriver } = /** @type {any} */ (window);
                const all = new DataTransfer();
                all.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], title, { type }));
                const input = webdriver.chooser;
                webdriver.chooser = null;
                input.files = all.files;
                input.dispatchEvent(new Event('change', { bubbles: true }));
            },
            [name, mimeType, buffer.toString('base64')],
        );
    }
    /** @param {() => Promise<unknown>} act @returns {Promise<{name: string, file: string}>} */
    async download(act) {
        const before = await this.#session.downloads();
        await act();
        const file = /** @type {string} */ (
            await until(async () => (await this.#session.downloads()).find((each) => !before.includes(each)), 'no download')
        );
        return { name: path.basename(file), file };
    }

    async screenshot() {
        return Buffer.from(await this.#session.command('/screenshot'), 'base64');
    }

    /** @param {string} type @param {string} id @param {object[]} steps @param {object} [parameters] */
    act(type, id, steps, parameters) {
        return this.#session.command('/actions', { actions: [{ type, id, actions: steps, parameters }] });
    }
    keyboard = {
        /** @param {string} chord */
        press: async (chord) => {
            const names = chord.split('+');
            const values = names.map((name) => keys[name] ?? (names.length > 1 ? name.toLowerCase() : name));
            const ups = [...values].reverse().map((value) => ({ type: 'keyUp', value }));
            await this.act('key', 'keyboard', [...values.map((value) => ({ type: 'keyDown', value })), ...ups]);
        },
        /** @param {string} text */
        type: async (text) => {
            for (const each of text) {
                if (/^[ -~]$/.test(each)) await this.keyboard.press(each === '+' ? 'Add' : each);
                else await this.keyboard.insertText(each);
            }
        },
        /** @param {string} text */
        insertText: (text) => this.evaluate((all) => document.execCommand('insertText', false, all), text),
    };
    mouse = {
        /** @param {number} x @param {number} y @param {object[]} [more] */
        move: (x, y, more = []) =>
            this.act('pointer', 'mouse', [{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }, ...more], { pointerType: 'mouse' }),
        /** @param {{button?: keyof typeof buttons}} [options] */
        down: ({ button = 'left' } = {}) => this.act('pointer', 'mouse', [{ type: 'pointerDown', button: buttons[button] }], { pointerType: 'mouse' }),
        /** @param {{button?: keyof typeof buttons}} [options] */
        up: ({ button = 'left' } = {}) => this.act('pointer', 'mouse', [{ type: 'pointerUp', button: buttons[button] }], { pointerType: 'mouse' }),
        /** @param {number} x @param {number} y */
        click: (x, y) => this.mouse.move(x, y, [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]),
        /** @param {number} deltaX @param {number} deltaY */
        wheel: (deltaX, deltaY) => this.act('wheel', 'wheel', [{ type: 'scroll', x: 100, y: 100, deltaX, deltaY, duration: 0 }]),
    };
}

/**
 * What of Playwright's options is heeded.
 * @typedef {{viewport?: {width: number, height: number}, serviceWorkers?: 'allow' | 'block'}} ContextOptions
 */

class Context {
    #session;
    viewport;
    /** @type {Page[]} */
    #pages = [];

    #isWithoutWorkers;

    /** @param {Session} session @param {ContextOptions} options */
    constructor(session, { viewport = { width: 1280, height: 720 }, serviceWorkers }) {
        this.#session = session;
        this.viewport = viewport;
        this.#isWithoutWorkers = serviceWorkers === 'block';
    }
    async newPage() {
        const page = new Page(this, this.#session);
        this.#pages.push(page);
        if (this.#isWithoutWorkers) await page.addInitScript('navigator.serviceWorker.register = async () => {}');
        await page.open();
        await this.#resize();
        return page;
    }
    async #resize() {
        const { width, height } = this.viewport;
        for (let attempt = 0; attempt < 5; ++attempt) {
            const [w, h, outerWidth, outerHeight] = await this.#session.run('return [innerWidth, innerHeight, outerWidth, outerHeight]', []);
            if (w === width && h === height) return;
            await this.#session.command('/window/rect', { x: 0, y: 0, width: outerWidth + width - w, height: outerHeight + height - h });
            await sleep(50);
        }
        throw new Error(`the window does not become ${width}x${height}`);
    }
    async close() {
        for (const page of this.#pages.splice(0)) await page.close();
    }
}

class Browser {
    #session;
    /** @type {Context[]} */
    #contexts = [];

    /** @param {Session} session */
    constructor(session) {
        this.#session = session;
    }
    /** @param {ContextOptions} [options] */
    async newContext(options = {}) {
        const context = new Context(this.#session, options);
        this.#contexts.push(context);
        return context;
    }
    /** @param {ContextOptions} [options] */
    async newPage(options) {
        return (await this.newContext(options)).newPage();
    }
    async close() {
        for (const context of this.#contexts.splice(0)) await context.close().catch(() => {});
        await this.#session.end();
    }
}

export async function launchWebKit() {
    return new Browser(await Session.start());
}
