// What people choose for the page: colours instead of the machine's, size; and what the program says of itself.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desktop, onPages, press, rest } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} group @param {string} name */
async function choose(page, group, name) {
    await page.getByRole('group', { name: group, exact: true }).getByRole('button', { name, exact: true }).dispatchEvent('click');
    await rest(page);
}
const settings = (/** @type {Page} */ page) => page.getByRole('dialog', { name: '设置' });
const colourOf = (/** @type {Page} */ page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const schemeOf = (/** @type {Page} */ page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

describe('the settings', () => {
    const onPage = onPages();

    test('open by their key, close with Escape', () =>
        onPage(desktop, async (page) => {
            await page.keyboard.press('Control+,');
            await settings(page).waitFor({ state: 'attached' });
            await page.keyboard.press('Escape');
            await settings(page).waitFor({ state: 'detached' });
        }));

    test("have colours of their own, whatever the machine's are, from the first moment on", () =>
        onPage({ ...desktop, colorScheme: 'dark' }, async (page) => {
            assert.equal(await colourOf(page), 'rgb(20, 24, 30)');
            await press(page, '设置');
            await choose(page, '颜色', '浅色');
            assert.equal(await colourOf(page), 'rgb(243, 245, 248)');
            assert.equal(await schemeOf(page), 'light');
            await page.reload();
            await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
            assert.equal(await colourOf(page), 'rgb(243, 245, 248)');
            await press(page, '设置');
            await choose(page, '高对比度', '开');
            assert.equal(await colourOf(page), 'rgb(255, 255, 255)');
            await press(page, '恢复默认');
            assert.equal(await colourOf(page), 'rgb(20, 24, 30)');
        }));

    test('make everything larger, and keep it', () =>
        onPage(desktop, async (page) => {
            await press(page, '设置');
            const height = async () => (await page.getByRole('button', { name: '恢复默认' }).boundingBox())?.height ?? 0;
            const before = await height();
            await choose(page, '大小', '放大');
            assert.equal(await page.getByRole('group', { name: '大小' }).getByText('110 %').count(), 1);
            assert.ok((await height()) > before);
            await page.reload();
            await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
            await press(page, '设置');
            assert.equal(await page.getByRole('group', { name: '大小' }).getByText('110 %').count(), 1);
        }));

    test('lead to what the program is made of', () =>
        onPage(desktop, async (page) => {
            await press(page, '关于绩表');
            const about = page.getByRole('dialog', { name: '关于绩表' });
            await about.getByText('Dear ImGui：MIT').waitFor({ state: 'attached' });
            assert.equal(await about.getByText(/IndexedDB/).count(), 1);
            await page.keyboard.press('Escape');
            await about.waitFor({ state: 'detached' });
        }));
});
