// The real page with the sample document, and the hands that suites about it share.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { collectErrors, launchBrowser, openPage } from './browser.mjs';
import { engine } from './engines.mjs';
import { startServer } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */

export const sample = path.join(fileURLToPath(new URL('../../../', import.meta.url)), 'assets/samples/heb-2021-shili.txt');
export const desktop = { viewport: { width: 1366, height: 768 } };
/** Where the engine can be one. */
export const tablet = {
    viewport: { width: 820, height: 1180 },
    deviceScaleFactor: 2,
    hasTouch: true,
    ...(engine === 'chromium' ? { isMobile: true } : {}),
};

/**
 * One browser and one server for the tests of a suite.
 * @returns {{browser: import('playwright-core').Browser, url: string}} filled in before the first test
 */
export function sharedBrowser() {
    const shared = /** @type {{browser: import('playwright-core').Browser, url: string}} */ ({});
    /** @type {{url: string, close: () => Promise<void>}} */
    let server;
    before(async () => {
        [shared.browser, server] = await Promise.all([launchBrowser(), startServer()]);
        shared.url = server.url;
    });
    after(async () => {
        await shared.browser?.close();
        await server?.close();
    });
    return shared;
}

/**
 * For the tests of a suite: each walks on a page of its own, just opened, in one browser.
 * @returns {(options: import('playwright-core').BrowserContextOptions, walk: (page: Page, errors: string[]) => Promise<void>) => Promise<void>}
 *   `walk` takes from `errors` what it expects.
 */
export function onPages() {
    const shared = sharedBrowser();
    return async (options, walk) => {
        const context = await shared.browser.newContext({ acceptDownloads: true, ...options });
        const page = await context.newPage();
        const errors = collectErrors(page);
        await openPage(page, shared.url);
        await walk(page, errors);
        await context.close();
        assert.deepEqual(errors, []);
    };
}

/** @param {Page} page @param {string} file */
export async function openFile(page, file) {
    const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '打开文件', exact: true }).click({ force: true }),
    ]);
    await chooser.setFiles(file);
    await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
}

/** As a screen reader or the keyboard does it. @param {Page} page @param {string | RegExp} name */
export async function press(page, name) {
    const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
    await button.dispatchEvent('click');
}

/** @param {Page} page */
export async function openSample(page) {
    await press(page, '看一个示例');
    await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
    // It goes by itself, too, before a busy machine has looked for it.
    await page.getByRole('button', { name: '关闭消息' }).evaluateAll((all) => all.forEach((one) => one.dispatchEvent(new Event('click', { bubbles: true }))));
    await rest(page);
}

/** Until everything is drawn and stored. @param {Page} page */
export async function rest(page) {
    await page.waitForFunction(() => window.jibiao?.still());
    const unsaved = page.getByRole('status').filter({ hasText: '正在保存' });
    await unsaved.waitFor({ state: 'detached' });
    await page.waitForFunction(() => window.jibiao?.still());
}

/** Role and name of what has the keyboard. @param {Page} page */
export function withKeyboard(page) {
    return page.evaluate(() => {
        const at = document.activeElement;
        const text = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? '' : (at?.textContent ?? '');
        return { id: at?.getAttribute('data-node') ?? '', name: at?.getAttribute('aria-label') ?? text };
    });
}
