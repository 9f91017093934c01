// The page in English: chosen, kept, there without a network.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard } from '../support/browser.mjs';
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

    test('that never comes is given up, and can be asked for again', () =>
        onPage(desktop, async (page, errors) => {
            // Twenty seconds pass in one.
            await page.evaluate(() => {
                const real = window.setTimeout;
                Object.assign(window, { setTimeout: (/** @type {() => void} */ act, /** @type {number} */ time) => real(act, time / 20) });
            });
            let answers = false;
            await page.route('**/words/en.json', (route) => answers && route.continue());
            const choose = async () => {
                await press(page, '设置');
                await page.getByRole('group', { name: '语言' }).getByRole('button', { name: 'English' }).dispatchEvent('click');
            };
            await choose();
            await heard(page, '没有换成英文：没有取到，请检查网络后再试');
            assert.equal(await languageOf(page), 'zh-CN');
            assert.ok(errors.splice(0).every((error) => /words\/en\.json|AbortError/.test(error)));
            answers = true;
            await page.keyboard.press('Escape');
            await choose();
            await page.getByRole('dialog', { name: 'Settings' }).waitFor({ state: 'attached' });
        }));
});
