// The list of commands as a search, by the keyboard alone and by touch.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, press, rest, tablet, withKeyboard } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const palette = (/** @type {Page} */ page) => page.getByRole('dialog', { name: '命令和快捷键' });
const search = (/** @type {Page} */ page) => palette(page).getByRole('textbox', { name: '查找命令、项目、表样、规则' });
const found = (/** @type {Page} */ page) => palette(page).getByRole('option');

/** @param {Page} page @param {string} keys */
async function open(page, keys) {
    await page.keyboard.press(keys);
    await search(page).waitFor({ state: 'attached' });
    await rest(page);
}

describe('the list of commands', () => {
    const onPage = onPages();

    test('opens by its keys, finds by initials and English, and carries out what Enter chooses', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            const name = page.getByRole('textbox', { name: '指标 1 三级指标', exact: true });
            await name.focus();
            await rest(page);
            await open(page, 'Control+k');
            await page.keyboard.type('tb');
            await rest(page);
            assert.ok((await found(page).allTextContents()).includes('图表'));
            await page.keyboard.press('Escape');
            await palette(page).waitFor({ state: 'detached' });
            await rest(page);
            assert.equal((await withKeyboard(page)).name, '指标 1 三级指标');

            await open(page, 'F1');
            await page.keyboard.type('pictures');
            await rest(page);
            assert.equal(await found(page).first().getAttribute('aria-selected'), 'true');
            await page.keyboard.press('Enter');
            await palette(page).waitFor({ state: 'detached' });
            await page.getByRole('heading', { name: '图表', exact: true }).first().waitFor({ state: 'attached' });
        }));

    test('leads to projects, forms and rules; arrows move among what is found', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await open(page, 'F1');
            await page.keyboard.type('项目2');
            await rest(page);
            await page.keyboard.press('ArrowDown');
            await rest(page);
            assert.match((await withKeyboard(page)).name, /^项目 2：/);
            await page.keyboard.press('Enter');
            await page.getByRole('region', { name: /^项目 2 / }).waitFor({ state: 'attached' });
            await rest(page);

            await open(page, 'F1');
            await page.keyboard.type('规则 zb');
            await rest(page);
            const rules = await found(page).allTextContents();
            assert.ok(rules.length > 1 && rules.every((text) => text.startsWith('规则：')), rules.join());
            await page.keyboard.press('ArrowDown');
            await page.keyboard.press('ArrowDown');
            await page.keyboard.press('Enter');
            await page.getByRole('dialog', { name: rules[1].slice(3) }).waitFor({ state: 'attached' });
            await page.keyboard.press('Escape');
            await rest(page);

            await open(page, 'F1');
            await page.keyboard.type('表样 贵州');
            await rest(page);
            await page.keyboard.press('Enter');
            await page.getByRole('combobox', { name: /^表样/ }).filter({ hasText: '贵州' }).waitFor({ state: 'attached' });
        }));

    test('is behind 更多 by touch, with what was used last at its top', () =>
        onPage(tablet, async (page) => {
            await openSample(page);
            await press(page, '更多命令和快捷键');
            await palette(page).waitFor({ state: 'attached' });
            await rest(page);
            const pictures = found(page).filter({ hasText: /^图表$/ });
            assert.ok(((await pictures.boundingBox())?.height ?? 0) >= 44);
            await pictures.dispatchEvent('click');
            await rest(page);
            await press(page, '更多命令和快捷键');
            await found(page).first().waitFor({ state: 'attached' });
            await rest(page);
            assert.equal(await found(page).first().textContent(), '图表');
        }));
});
