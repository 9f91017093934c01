// The whole way, as a person goes it: import, see what is wrong, correct it, close the browser, come back, take the
// file away; and the command line agrees with the page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
    collectErrors,
    downloadOf,
    finger,
    heard,
    inputMethod,
    launchBrowser,
    launchBrowserWithProfile,
    openPage,
} from './support/browser.mjs';
import { desktop, onPages, openFile, rest, sample, tablet } from './support/document.mjs';
import { needs } from './support/engines.mjs';
import { startServer } from './support/server.mjs';

/** @typedef {import('playwright-core').Page} Page */

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = path.join(root, 'build/native/jibiao');

/** What the command line finds, as the page says it. @param {string} file */
function findingsOfCommandLine(file) {
    const run = spawnSync(cli, ['check', '--format', 'json', file], { encoding: 'utf8' });
    assert.equal(run.status, 1, run.stderr);
    const words = { error: '错误', warning: '警告', hint: '提示' };
    /** @type {{severity: keyof typeof words, label: string, message: string}[]} */
    const findings = JSON.parse(run.stdout).findings;
    return findings.map(({ severity, label, message }) => normal(`${words[severity]} ${label}。${message}`));
}

const normal = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();

/** The findings that the page shows, without the rule's title. @param {Page} page */
async function findingsOfPage(page) {
    const buttons = page.getByRole('list', { name: '问题' }).getByRole('button', { name: /^(错误|警告|提示)：/ });
    const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''));
    return names.map((name) => normal(name.replace(/^(..)：[^。]*。/, '$1 ')));
}

/**
 * The page scrolls what has the keyboard into view; back when it lies still there.
 * @param {Page} page
 * @param {import('playwright-core').Locator} one
 */
async function intoView(page, one) {
    const idle = () => page.waitForFunction(() => window.jibiao?.still());
    await idle();
    await one.focus();
    let before = '';
    for (let attempt = 0; attempt < 100; attempt++) {
        await idle();
        const box = await one.boundingBox();
        const place = JSON.stringify(box);
        if (box && place === before && box.y + box.height <= (page.viewportSize()?.height ?? 0)) return;
        before = place;
        await page.waitForTimeout(50);
    }
    assert.fail(`it does not come into view: ${before}`);
}

/** Until the storage has acknowledged everything. @param {Page} page */
async function saved(page) {
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor({ state: 'attached' });
}

const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });

describe('the way of a document', () => {
    /** @type {{url: string, close: () => Promise<void>}} */
    let server;
    /** @type {string} */
    let folder;
    /** @type {import('playwright-core').BrowserContext | undefined} */
    let browser;
    before(async () => {
        server = await startServer();
        folder = await mkdtemp(path.join(tmpdir(), 'jibiao-way-'));
    });
    after(async () => {
        await browser?.close(); // Else a test that failed would keep the whole run waiting.
        await server?.close();
        await rm(folder, { recursive: true, force: true });
    });

    test('import, check, correct, close, come back, take away', needs('input method', 'profile'), async () => {
        const profile = path.join(folder, 'profile');
        browser = await launchBrowserWithProfile(profile, { viewport: { width: 1366, height: 768 } });
        let page = await browser.newPage();
        const errors = collectErrors(page);
        await openPage(page, server.url);
        await openFile(page, sample);
        assert.deepEqual(await findingsOfPage(page), findingsOfCommandLine(sample));

        // Typed by an input method, letter by letter, and nothing is checked or stored before it is chosen.
        await field(page, '资金用途').focus();
        await page.keyboard.press('Control+A');
        const method = await inputMethod(page);
        for (const letters of ['n', 'ni', "ni'h", "ni'hao"]) await method.compose(letters);
        await method.commit('你好');
        await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value === '你好'); // Input methods of Firefox live in another process.
        await page.keyboard.insertText('，用于示例培训。');
        await page.keyboard.press('Tab');
        assert.equal(await field(page, '资金用途').inputValue(), '你好，用于示例培训。');

        // One tap mends what is wrong.
        const before = (await findingsOfPage(page)).length;
        const fix = page.getByRole('button', { name: /^修复：/ }).first();
        await intoView(page, fix);
        await fix.click({ force: true });
        await heard(page, '已修复');
        assert.ok((await findingsOfPage(page)).length < before);
        await saved(page);
        const revision = await page.evaluate(() => window.jibiao?.savedRevision() ?? 0);
        assert.ok(revision > 0);
        const findings = await findingsOfPage(page);
        await browser.close();

        browser = await launchBrowserWithProfile(profile, { viewport: { width: 1366, height: 768 }, acceptDownloads: true });
        page = await browser.newPage();
        const later = collectErrors(page);
        await openPage(page, server.url);
        await field(page, '资金用途').waitFor({ state: 'attached' });
        assert.equal(await field(page, '资金用途').inputValue(), '你好，用于示例培训。');
        assert.deepEqual(await findingsOfPage(page), findings);

        const download = await downloadOf(page, () => page.getByRole('button', { name: '导出文件', exact: true }).click({ force: true }));
        assert.match(download.name, /\.jibiao\.json$/);
        const taken = path.join(folder, download.name);
        await copyFile(download.file, taken);
        assert.deepEqual(findingsOfCommandLine(taken), findings);
        await browser.close();
        assert.deepEqual([...errors, ...later], []);
    });
});

describe('the page with a document', () => {
    const onPage = onPages();

    /**
     * @param {(page: Page) => Promise<void>} walk
     * @param {import('playwright-core').BrowserContextOptions} [options]
     */
    const withDocument = (walk, options = desktop) =>
        onPage(options, async (page) => {
            await openFile(page, sample);
            await walk(page);
        });

    test('draws nothing and starts no timer in ten seconds in which nothing happens', () =>
        withDocument(async (page) => {
            await page.getByRole('button', { name: '关闭消息' }).click({ force: true });
            await saved(page);
            await page.waitForFunction(() => window.jibiao?.idle());
            const count = () =>
                page.evaluate(() => {
                    const calls = Reflect.get(window, 'calls') ?? { timers: 0 };
                    if (!Reflect.has(window, 'calls')) {
                        Reflect.set(window, 'calls', calls);
                        for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
                            const call = Reflect.get(window, name);
                            const counting = (/** @type {unknown[]} */ ...all) => (++calls.timers, call.apply(window, all));
                            Reflect.set(window, name, counting);
                        }
                    }
                    return { frames: window.jibiao.frames(), timers: calls.timers, idle: window.jibiao.idle() };
                });
            const first = await count();
            assert.ok(first.frames > 0);
            await page.waitForTimeout(10000);
            assert.deepEqual(await count(), { frames: first.frames, timers: 0, idle: true });
            await page.keyboard.press('F8'); // The timers are counted.
            await rest(page);
            assert.ok((await count()).timers > 0);
        }));

    test('asks the graphics card for nothing in its frames, and draws none twice', () =>
        withDocument(async (page) => {
            await rest(page);
            await page.evaluate(() => {
                const graphics = Object.assign(window, { graphics: { asked: 0, drawn: 0 } }).graphics;
                const { prototype } = WebGL2RenderingContext;
                const counted = (/** @type {string} */ name, /** @type {'asked' | 'drawn'} */ what) => {
                    const call = Reflect.get(prototype, name);
                    Reflect.set(prototype, name, /** @this {unknown} @param {unknown[]} all */ function (...all) {
                        ++graphics[what];
                        return call.apply(this, all);
                    });
                };
                for (const name of ['getParameter', 'getError', 'readPixels', 'finish', 'checkFramebufferStatus', 'isEnabled']) counted(name, 'asked');
                counted('clear', 'drawn');
            });
            const during = async (/** @type {() => Promise<void>} */ act) => {
                const before = await page.evaluate(() => (Object.assign(Reflect.get(window, 'graphics'), { asked: 0, drawn: 0 }), window.jibiao.frames()));
                await act();
                await rest(page);
                return page.evaluate((frames) => ({ ...Reflect.get(window, 'graphics'), passed: window.jibiao.frames() - frames }), before);
            };
            const step = await during(() => page.keyboard.press('F8'));
            assert.equal(step.asked, 0);
            assert.ok(step.drawn > 0);
            await page.mouse.move(100, 600); // Below the list of projects.
            await rest(page);
            const nothing = await during(async () => {
                for (let step = 1; step <= 10; ++step) await page.mouse.move(100 + step, 600 + step);
            });
            assert.ok(nothing.passed > 2 && nothing.drawn === 0, JSON.stringify(nothing));
        }));

    test('by keyboard alone: the next finding, a correction, undo and redo', () =>
        withDocument(async (page) => {
            await page.keyboard.press('F8');
            const name = await page.waitForFunction(() => {
                const element = document.activeElement;
                return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.value : null;
            });
            const wrong = await name.jsonValue();
            await page.keyboard.press('Control+A');
            await page.keyboard.type('100%');
            await page.keyboard.press('Tab');
            await rest(page); // There is something to undo.
            const undo = page.getByRole('button', { name: /^撤销/ }).first();
            await undo.focus();
            await page.keyboard.press('Enter');
            await heard(page, '已撤销');
            const texts = await page.getByRole('textbox').evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
            assert.ok(texts.includes(wrong ?? ''));
            await page.getByRole('button', { name: /^重做/ }).focus();
            await page.keyboard.press('Enter');
            await heard(page, '已重做');
        }));

    test('a tap on a finding shows its cell, with the reason as its description', () =>
        withDocument(async (page) => {
            const finding = page.getByRole('list', { name: '问题' }).getByRole('button', { name: /指标值/ }).first();
            await intoView(page, finding);
            await finding.click({ force: true });
            await page.waitForFunction(() => document.activeElement?.hasAttribute('aria-describedby'));
            const described = await page.evaluate(() => {
                const id = document.activeElement?.getAttribute('aria-describedby') ?? '';
                return document.getElementById(id)?.textContent ?? '';
            });
            assert.match(described, /^(错误|警告|提示)：/);
        }));

    test('by touch alone on a tablet: the findings, a fix, and scrolling that presses nothing', needs('coarse pointer'), () =>
        withDocument(
            async (page) => {
                const hand = await finger(page);
                const tap = async (/** @type {import('playwright-core').Locator} */ target) => {
                    const box = await target.boundingBox();
                    assert.ok(box && box.height >= 44, `a target of ${box?.height} px`);
                    await hand.tap(box.x + box.width / 2, box.y + box.height / 2);
                };
                await tap(page.getByRole('button', { name: /^问题 \d/ }));
                const list = page.getByRole('list', { name: '问题' });
                await list.waitFor({ state: 'attached' });
                const count = (await findingsOfPage(page)).length;
                const top = () => list.getByRole('button').first().evaluate((one) => one.getBoundingClientRect().top);
                const before = await top();
                await hand.drag(400, 800, 0, -200);
                await page.waitForFunction(() => window.jibiao?.still());
                assert.ok((await top()) < before - 100);
                assert.equal((await findingsOfPage(page)).length, count);
                await hand.drag(400, 400, 0, 600);
                await page.waitForFunction(() => window.jibiao?.still());
                await tap(page.getByRole('button', { name: /^修复：/ }).first());
                await page.getByRole('status').filter({ hasText: '已修复' }).waitFor({ state: 'attached' });
            },
            tablet,
        ));

    test('a file that cannot be read changes nothing and says why', () =>
        withDocument(async (page) => {
            const before = await findingsOfPage(page);
            const [chooser] = await Promise.all([
                page.waitForEvent('filechooser'),
                page.getByRole('button', { name: '打开文件', exact: true }).click({ force: true }),
            ]);
            await chooser.setFiles({ name: '表.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04rest') });
            await page.getByRole('alert').filter({ hasText: '这是压缩文件；请先解压' }).waitFor({ state: 'attached' });
            assert.deepEqual(await findingsOfPage(page), before);
        }));
});

describe('the page in one browser or another', () => {
    /** @type {{url: string, close: () => Promise<void>}} */
    let server;
    /** @type {import('playwright-core').Browser} */
    let browser;
    before(async () => {
        [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    for (const [browserName, agent, expected] of /** @type {[string, string, string][]} */ ([
        ['Chromium 156', 'Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 'wasm-unsafe-eval'],
        ['Chromium 95', 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/95.0.4638.69 Safari/537.36', 'unsafe-eval'],
        ['Safari 15', 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/15.2 Safari/605.1.15', 'unsafe-eval'],
        ['Safari 16', 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/16.0 Safari/605.1.15', 'wasm-unsafe-eval'],
    ])) {
        test(`has a security policy that lets ${browserName} run WebAssembly and nothing more`, needs('other agent'), async () => {
            const context = await browser.newContext({ userAgent: agent });
            const page = await context.newPage();
            await openPage(page, server.url);
            const policy = await page.evaluate(
                () => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
            );
            assert.ok(policy.includes(`script-src 'self' '${expected}';`), policy);
            const inline = await page.evaluate(() => {
                const script = document.createElement('script');
                script.textContent = 'document.documentElement.dataset.broken = "yes"';
                document.head.append(script);
                return document.documentElement.dataset.broken ?? 'blocked';
            });
            assert.equal(inline, 'blocked');
            await context.close();
        });
    }

    for (const [what, script] of /** @type {[string, string][]} */ ([
        ['WebGL 2', 'HTMLCanvasElement.prototype.getContext = () => null'],
        ['WebAssembly', 'delete globalThis.WebAssembly'],
    ])) {
        test(`says so when ${what} is missing`, async () => {
            const context = await browser.newContext();
            const page = await context.newPage();
            await page.addInitScript(script);
            await page.goto(server.url);
            await page.waitForFunction(() => document.documentElement.dataset.state === 'failed');
            const text = await page.innerText('body');
            assert.match(text, new RegExp(what));
            assert.match(text, /Chrom|Edge|Firefox/);
            await context.close();
        });
    }
});
