// The page in English: chosen, kept, there without a network.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desktop, onPages, press, rest } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function chooseEnglish(page) {
    await press(page, '设置');
    await page.getByRole('group', { name: '语言' }).getByRole('button', { name: 'English' }).dispatchEvent('click');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await rest(page);
}
const languageOf = (/** @type {Page} */ page) => page.evaluate(() => document.documentElement.lang);

describe('the page in English', () => {
    const onPage = onPages();

    test('is chosen in the settings and kept when the page is opened again', () =>
        onPage(desktop, async (page) => {
            assert.equal(await languageOf(page), 'zh-CN');
            await chooseEnglish(page);
            assert.equal(await languageOf(page), 'en');
            await press(page, 'See an example');
            const name = page.getByRole('textbox', { name: /^Indicator 1 三级指标/ });
            await name.waitFor({ state: 'attached' });
            assert.equal(await page.getByRole('button', { name: 'Export file' }).count(), 1);
            assert.equal(await page.getByRole('button', { name: '导出文件' }).count(), 0);
            assert.equal(await name.getAttribute('lang'), 'zh-CN', 'what is written in the book stays Chinese');
            await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
            await page.reload();
            await page.getByRole('button', { name: 'Export file' }).waitFor({ state: 'attached' });
            assert.equal(await languageOf(page), 'en');
        }));

    test('goes back to Chinese at once', () =>
        onPage(desktop, async (page) => {
            await chooseEnglish(page);
            await press(page, 'Settings');
            await press(page, '中文');
            await page.getByRole('dialog', { name: '设置' }).waitFor({ state: 'attached' });
            assert.equal(await languageOf(page), 'zh-CN');
        }));

    test('is there without a network', () =>
        onPage(desktop, async (page) => {
            await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
            await chooseEnglish(page);
            await page.context().setOffline(true);
            await page.reload();
            await page.getByRole('button', { name: /^Open a file/ }).waitFor({ state: 'attached' });
            await page.context().setOffline(false);
        }));
});
