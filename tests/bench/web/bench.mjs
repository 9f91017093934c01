#!/usr/bin/env node
// Measures the page in Chromium with software rendering, and prints the bars beside the figures.
//
//   node tests/bench/web/bench.mjs FOLDER [part...]
//
// FOLDER has the books of jibiao_bench_books; parts: start keys paste scroll large long. scripts/bench web does it all.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allowClipboard, finger, launchBrowser, launchBrowserWithProfile } from '../../web/support/browser.mjs';
import { desktop, openFile, press, rest, tablet } from '../../web/support/document.mjs';
import { startServer } from '../../web/support/server.mjs';
import { calibrate, memoryOf, processor, quantile, still, takeFrames, watchFrames } from './clock.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Browser} Browser */

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error('bench.mjs FOLDER [part...]');
const fileOf = (/** @type {string} */ name) => path.resolve(folder, name);
/** A department's book of 24 rows a project, and one project with all rows. */
const shapes = /** @type {const} */ (['projects', 'table']);
const rows = 1000;

/** One line of the table. @param {string} what @param {number} value @param {string} unit @param {number} [bar] @param {number} [loop] */
function print(what, value, unit, bar, loop) {
    const size = unit === 'MB' ? value.toFixed(1) : value.toFixed(value < 100 ? 1 : 0);
    const verdict = bar === undefined ? '' : value <= bar ? 'holds' : 'OVER';
    const ratio = loop ? `${(value / loop).toFixed(2)} loops` : '';
    console.log(`${what.padEnd(58)} ${size.padStart(9)} ${unit.padEnd(3)} ${(bar === undefined ? '' : `≤ ${bar}`).padStart(8)} ${verdict.padEnd(6)} ${ratio}`);
}

/** @param {Page} page @param {string} url */
async function open(page, url) {
    await page.goto(url);
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
}

/** A page with a book. @param {Browser} browser @param {string} url @param {string} file @param {object} [options] */
async function pageWith(browser, url, file, options = desktop) {
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    await watchFrames(page);
    await open(page, url);
    await openFile(page, fileOf(file));
    await rest(page);
    await takeFrames(page);
    return page;
}

/** Gives a cell the keyboard; far below it is not among the elements yet. @param {Page} page @param {string} name */
async function focusCell(page, name) {
    const cell = page.getByRole('textbox', { name, exact: true });
    await page.mouse.move(640, 500);
    for (let step = 0; step < 40 && (await cell.count()) === 0; ++step) {
        await page.mouse.wheel(0, 1500);
        await still(page);
    }
    await cell.focus();
    await still(page);
}

/** Spent by all frames of what `act` does. @param {Page} page @param {() => Promise<unknown>} act */
async function during(page, act) {
    await still(page);
    await takeFrames(page);
    await act();
    await still(page);
    return takeFrames(page);
}

/** @param {import('./clock.mjs').FrameTime[]} frames */
const spent = (frames) => frames.map(({ from, to }) => to - from);

// ---- parts ----

/** @param {string} url @param {string} shape */
async function measureStart(url, shape) {
    const profile = await mkdtemp(path.join(tmpdir(), 'jibiao-bench-'));
    const withProfile = async (/** @type {'allow' | 'block'} */ serviceWorkers, /** @type {(context: import('playwright-core').BrowserContext) => Promise<void>} */ run) => {
        const context = await launchBrowserWithProfile(profile, { ...desktop, serviceWorkers });
        await watchFrames(context);
        await run(context);
        await context.close();
    };
    const load = async (/** @type {import('playwright-core').BrowserContext} */ context) => {
        const page = await context.newPage();
        const cpu = await processor(page);
        await open(page, url);
        await page.waitForFunction(() => /** @type {any} */ (window).watched.ready > 0);
        const time = await page.evaluate(() => /** @type {any} */ (window).watched.ready);
        const result = { time, cpu: await cpu() };
        await rest(page);
        const loop = await calibrate(page);
        await page.close();
        return { ...result, loop };
    };
    const best = (/** @type {Start[]} */ runs) => runs.reduce((a, b) => (b.time < a.time ? b : a));
    /** @typedef {{time: number, cpu: number, loop: number}} Start */
    /** @type {Start[]} */
    const cold = [];
    /** @type {Start[]} */
    const warm = [];
    await withProfile('block', async (context) => {
        const page = await context.newPage();
        await open(page, url);
        await openFile(page, fileOf(`${shape}.jibiao.json`));
        await rest(page);
    });
    for (let run = 0; run < 4; ++run)
        await withProfile('block', async (context) => {
            cold.push(await load(context));
        });
    await withProfile('allow', async (context) => {
        for (let run = 0; run < 6; ++run) {
            const one = await load(context);
            if (run > 1) warm.push(one); // The service worker has everything by then.
        }
    });
    print(`first interactive frame, cold (${shape})`, best(cold).time, 'ms', 900, best(cold).loop);
    print('  its processor time', best(cold).cpu, 'ms');
    print(`first interactive frame, warm (${shape})`, best(warm).time, 'ms', 400, best(warm).loop);
    print('  its processor time', best(warm).cpu, 'ms');
    await rm(profile, { recursive: true, force: true });
}

/** Types into a cell in the middle; milliseconds by key. @param {Page} page @param {number} count */
async function type(page, count) {
    /** @type {number[]} */
    const drawn = [];
    /** @type {number[]} */
    const own = [];
    for (let key = 0; key < count; ++key) {
        await page.evaluate(() => (/** @type {any} */ (window).watched.keys.length = 0));
        const frames = await during(page, () => page.keyboard.press(key % 10 === 9 ? 'Backspace' : 'abcdefgh7%'[key % 10]));
        const pressed = await page.evaluate(() => /** @type {any} */ (window).watched.keys[0]);
        const first = frames.find(({ to }) => to > pressed);
        if (!first) throw new Error('a key without a frame');
        drawn.push(first.to - pressed);
        own.push(first.to - first.from);
    }
    return { drawn, own };
}

/**
 * What the browser itself takes on this machine from a key to a picture that is drawn: of a page of the same size that
 * only colours itself anew. What a figure of ours is above that is ours. @param {Browser} browser
 */
async function measureEmptyPage(browser) {
    const page = await browser.newPage(desktop);
    await page.setContent('<body style="margin:0"><canvas style="display:block;width:100vw;height:100vh"></canvas>');
    await page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        [canvas.width, canvas.height] = [innerWidth * devicePixelRatio, innerHeight * devicePixelRatio];
        const gl = /** @type {WebGL2RenderingContext} */ (canvas.getContext('webgl2', { alpha: false, antialias: false }));
        const drawn = /** @type {number[]} */ ([]);
        Object.assign(window, { drawn });
        addEventListener('keydown', (event) => {
            requestAnimationFrame(() => {
                gl.clearColor((drawn.length % 7) / 7, 0.5, 0.5, 1);
                gl.clear(gl.COLOR_BUFFER_BIT);
                drawn.push(performance.now() - event.timeStamp);
            });
        });
    });
    for (let key = 0; key < 90; ++key) {
        await page.keyboard.press('a');
        await page.waitForFunction((count) => /** @type {any} */ (window).drawn.length > count, key, { polling: 10 });
    }
    const drawn = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).drawn.slice(20)));
    print('an empty page: key → drawn, p50', quantile(drawn, 0.5), 'ms');
    print('  p95', quantile(drawn, 0.95), 'ms');
    await page.close();
}

/** @param {Browser} browser @param {string} url @param {string} shape */
async function measureKeys(browser, url, shape) {
    const page = await pageWith(browser, url, `${shape}.jibiao.json`);
    await focusCell(page, '指标 4 三级指标');
    await page.keyboard.press('F2');
    await type(page, 20);
    let best = await type(page, 70);
    let loop = await calibrate(page);
    for (let run = 0; run < 2; ++run) {
        const now = await type(page, 70);
        if (quantile(now.own, 0.5) < quantile(best.own, 0.5)) [best, loop] = [now, await calibrate(page)];
    }
    print(`key → checked and painted, p50 (${shape})`, quantile(best.drawn, 0.5), 'ms', 10, loop);
    print('key → checked and painted, p95', quantile(best.drawn, 0.95), 'ms', 17, loop);
    print('  the frame itself, p50', quantile(best.own, 0.5), 'ms', undefined, loop);
    print('  the frame itself, p95', quantile(best.own, 0.95), 'ms', undefined, loop);
    const shown = await page.evaluate(() => /** @type {any} */ (window).watched.shown);
    print(`  keys that took the browser ≥ 16 ms to show, of 230`, shown.length, '');
    print(`memory of the program (${shape})`, (await memoryOf(page)) / 2 ** 20, 'MB', 64);
    await page.context().close();
}

/** The form's six columns and two that it has not, which stay beside; five rows say nothing where `mistakes`. @param {boolean} mistakes */
function block(mistakes) {
    const cells = [];
    for (let row = 0; row < rows; ++row) {
        const line = ['产出指标', '数量指标', `示例培训场次${row}`, `全年举办第${row}类示例培训的场次`, `≥${(row % 90) + 10}场`, '年度工作计划', '示例处', '备注'];
        if (mistakes && row % 200 === 100) line[4] = '';
        cells.push(line);
    }
    return cells;
}

const asText = (/** @type {string[][]} */ cells) => cells.map((line) => line.join('\t')).join('\n');
const asHtml = (/** @type {string[][]} */ cells) =>
    `<table>${cells.map((line) => `<tr>${line.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

/** How many findings there are. @param {Page} page */
async function findings(page) {
    const text = await page.getByRole('button', { name: /^检查 \d/ }).textContent();
    return Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN);
}

/** From a key on to the frame that shows what it did. @param {Page} page @param {string} key @param {string} role @param {string} text of the node that shows it */
async function keyUntil(page, key, role, text) {
    await page.evaluate(
        ([kind, words]) => {
            /** @type {any} */ (window).watched.keys.length = 0;
            Object.assign(window, { shown: 0 });
            const done = () => {
                const nodes = [...document.querySelectorAll(`[role=${kind}]`)];
                if (!nodes.some((each) => `${each.getAttribute('aria-label') ?? ''}${each.textContent}`.includes(words))) return;
                Object.assign(window, { shown: performance.now() });
                observer.disconnect();
            };
            const observer = new MutationObserver(done);
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        },
        [role, text],
    );
    await takeFrames(page);
    await page.keyboard.press(key);
    await page.waitForFunction(() => /** @type {any} */ (window).shown > 0);
    const { pressed, told } = await page.evaluate(() => {
        const { watched, shown } = /** @type {any} */ (window);
        return { pressed: watched.keys[watched.keys.length - 1], told: shown };
    });
    await still(page);
    const frames = await takeFrames(page);
    const last = frames.find(({ to }) => to >= told - 1) ?? { to: told, from: told };
    return { time: last.to - pressed, longest: Math.max(...spent(frames)) };
}

/** Shown in the preview, and taken over from there. @param {Page} page @param {string[][]} cells @param {boolean} html */
async function pasteOnce(page, cells, html) {
    await page.evaluate(
        ([plain, rich]) => {
            const item = { 'text/plain': new Blob([plain], { type: 'text/plain' }), ...(rich ? { 'text/html': new Blob([rich], { type: 'text/html' }) } : {}) };
            return navigator.clipboard.write([new ClipboardItem(item)]);
        },
        [asText(cells), html ? asHtml(cells) : ''],
    );
    await focusCell(page, '指标 1 一级指标');
    const preview = await keyUntil(page, 'Control+v', 'dialog', '粘贴');
    const taken = await keyUntil(page, 'Enter', 'status', '已粘贴');
    const found = await findings(page);
    await page.keyboard.press('Control+z');
    await rest(page);
    return { preview: preview.time, taken: taken.time, longest: Math.max(preview.longest, taken.longest), found };
}

/** @param {Browser} browser @param {string} url */
async function measurePaste(browser, url) {
    const page = await pageWith(browser, url, 'table.jibiao.json');
    await allowClipboard(page);
    for (const html of [false, true]) {
        const sound = await pasteOnce(page, block(false), html);
        let best = { preview: Infinity, taken: Infinity, longest: 0, found: 0 };
        for (let run = 0; run < 4; ++run) {
            const one = await pasteOnce(page, block(true), html);
            if (one.preview + one.taken < best.preview + best.taken) best = one;
        }
        const what = `paste of ${rows} × 8 cells, ${html ? 'HTML' : 'text'}`;
        print(`${what} → checked and painted`, best.preview + best.taken, 'ms', 150, await calibrate(page));
        print('  of it until the preview is painted', best.preview, 'ms');
        print('  its longest frame', best.longest, 'ms');
        print('  findings more than without five planted mistakes', best.found - sound.found, '');
    }
    await page.context().close();
}

/** @param {string} what @param {import('./clock.mjs').FrameTime[]} frames @param {number} loop */
function printScrolling(what, frames, loop) {
    const apart = frames.slice(1).map(({ from }, index) => from - frames[index].from);
    print(`${what}: longest frame of ${frames.length}`, Math.max(...spent(frames)), 'ms', 33, loop);
    print('  its own time, p95', quantile(spent(frames), 0.95), 'ms', undefined, loop);
    print('  from frame to frame, p95', quantile(apart, 0.95), 'ms');
    print('  from frame to frame, longest', Math.max(...apart), 'ms');
}

/** @param {Browser} browser @param {string} url @param {string} shape */
async function measureScrolling(browser, url, shape) {
    const page = await pageWith(browser, url, `${shape}.jibiao.json`);
    await page.mouse.move(640, 500);
    const wheel = async (/** @type {number} */ by) => {
        for (let step = 0; step < 150; ++step) await page.mouse.wheel(0, by);
    };
    await wheel(400); // The letters of all rows have been drawn once.
    await wheel(-400);
    const frames = await during(page, () => wheel(400));
    printScrolling(`wheel over the book (${shape})`, frames, await calibrate(page));
    await page.context().close();

    const hand = await pageWith(browser, url, `${shape}.jibiao.json`, tablet);
    const fingers = await finger(hand);
    const drag = async () => {
        for (let turn = 0; turn < 12; ++turn) await fingers.drag(400, 900, 0, -700, 20);
    };
    await drag();
    printScrolling(`finger over the book (${shape}, tablet)`, await during(hand, drag), await calibrate(hand));
    await hand.context().close();
}

/** Two steps an edit: a cell each. @param {Page} page @param {number} edits */
async function edit(page, edits) {
    for (let made = 0; made < edits; ++made) {
        await page.keyboard.press('7');
        await page.keyboard.press('Enter');
    }
    await rest(page);
}

/** @param {Browser} browser @param {string} url */
async function measureLarge(browser, url) {
    const page = await pageWith(browser, url, 'table.jibiao.json');
    await focusCell(page, '指标 1 指标值确定依据');
    await edit(page, 50);
    const before = await memoryOf(page);
    await edit(page, 500);
    print('growth of the memory over 500 edits', ((await memoryOf(page)) - before) / 2 ** 20, 'MB', 0);
    await edit(page, 400);
    print('memory with 950 steps of undo', (await memoryOf(page)) / 2 ** 20, 'MB', 64);
    const history = await during(page, () => page.keyboard.press('Control+Shift+h'));
    print('history of 950 steps: longest frame', Math.max(...spent(history)), 'ms');
    const again = await during(page, () => page.keyboard.press('ArrowDown'));
    print('  a frame while it is open', Math.max(...spent(again)), 'ms');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F4');
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await rest(page);
    const letters = [];
    for (const letter of 'peixun') letters.push(...spent(await during(page, () => page.keyboard.press(letter))));
    print('library search: longest frame of a key', Math.max(...letters), 'ms');
    await page.context().close();
}

/** What may take long; where it is over half a second it has to show how far it is. @param {Browser} browser @param {string} url */
async function measureLong(browser, url) {
    const take = async (/** @type {Page} */ page, /** @type {string} */ what, /** @type {() => Promise<unknown>} */ act) => {
        const frames = await during(page, act);
        print(what, Math.max(0, ...spent(frames)), 'ms', undefined, await calibrate(page));
    };
    const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: true, ...desktop });
    const page = await context.newPage();
    page.setDefaultTimeout(180_000); // 5 MB take long.
    await watchFrames(page);
    await open(page, url);
    for (const [file, what] of [
        ['cells.txt', 'opening 10,000 cells of text'],
        ['cells.jibiao.json', 'opening a file of 10,000 cells'],
        ['province.txt', 'opening 5 MB of text'],
    ]) {
        await take(page, `${what}: longest frame`, async () => {
            await openFile(page, fileOf(file));
            await rest(page);
        });
        print('  memory', (await memoryOf(page)) / 2 ** 20, 'MB');
        if (file !== 'cells.jibiao.json') continue;
        await take(page, '  export', () => Promise.all([page.waitForEvent('download'), press(page, '导出文件')]));
        await take(page, '  全部修复, what it would change', async () => {
            await press(page, /^修复全部/);
            await page.getByRole('dialog').waitFor({ state: 'attached' });
        });
        await take(page, '  全部修复', async () => {
            await press(page, /^应用 \d+ 处/);
            await rest(page);
        });
    }
    await context.close();
}

const server = await startServer();
const isWanted = (/** @type {string} */ part) => wanted.length === 0 || wanted.includes(part);
const browser = await launchBrowser();
if (isWanted('start')) for (const shape of shapes) await measureStart(server.url, shape);
if (isWanted('keys')) await measureEmptyPage(browser);
if (isWanted('keys')) for (const shape of shapes) await measureKeys(browser, server.url, shape);
if (isWanted('paste')) await measurePaste(browser, server.url);
if (isWanted('scroll')) for (const shape of shapes) await measureScrolling(browser, server.url, shape);
if (isWanted('large')) await measureLarge(browser, server.url);
if (isWanted('long')) await measureLong(browser, server.url);
await browser.close();
await server.close();
