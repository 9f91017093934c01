// The table of indicators on the real page, by keyboard and pointer.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard, inputMethod } from './support/browser.mjs';
import { desktop, onPages, openSample, rest, withKeyboard } from './support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} name */
const field = (page, name) => page.getByRole('textbox', { name, exact: true });
/** @param {Page} page */
const here = async (page) => (await withKeyboard(page)).name;

describe('the table of indicators', () => {
    const onPage = onPages();

    test('keys move about, typing and an input method replace, rows move; undo takes back each', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await field(page, '指标 1 三级指标').focus();
            for (const [key, name] of [
                ['ArrowDown', '指标 2 三级指标'],
                ['Tab', '指标 2 绩效指标描述'],
                ['Enter', '指标 3 三级指标'],
                ['Control+Home', '指标 1 一级指标'],
            ]) {
                await page.keyboard.press(key);
                await rest(page);
                assert.equal(await here(page), name);
            }
            const first = field(page, '指标 1 三级指标');
            const second = field(page, '指标 2 三级指标');
            const [before, below] = [await first.inputValue(), await second.inputValue()];
            await first.focus();
            const method = await inputMethod(page);
            for (const letters of ['n', 'ni', "ni'hao"]) await method.compose(letters);
            await method.commit('你好');
            await page.keyboard.press('ArrowDown');
            await rest(page);
            assert.equal(await first.inputValue(), '你好');
            assert.equal(await here(page), '指标 2 三级指标');
            await page.keyboard.press('Control+z');
            await heard(page, '已撤销');
            assert.equal(await first.inputValue(), before);

            await first.focus();
            await page.keyboard.press('Alt+Shift+ArrowDown');
            await heard(page, '已下移一行');
            assert.equal(await here(page), '指标 2 三级指标');
            assert.deepEqual([await first.inputValue(), await second.inputValue()], [below, before]);
            await page.keyboard.press('Control+z');
            await heard(page, '已撤销：下移一行');
            assert.equal(await first.inputValue(), before);

            await page.keyboard.press('Shift+ArrowDown');
            await rest(page);
            assert.equal(await page.getByRole('gridcell', { selected: true }).count(), 2);
            await page.keyboard.press('Delete');
            await heard(page, '已清除选中的格子');
            await page.keyboard.press('Control+z');
            await heard(page, '已撤销：清除选中的格子');
            assert.equal(await second.inputValue(), below);
        }));

    test('a click takes a cell, the next one goes into its text; dragging selects a block', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            const cell = field(page, '指标 1 三级指标');
            await cell.focus();
            await rest(page);
            const box = /** @type {{x: number, y: number}} */ (await field(page, '指标 2 三级指标').boundingBox());
            await page.mouse.click(box.x + 12, box.y + 12);
            assert.equal(await here(page), '指标 2 三级指标');
            const other = /** @type {{x: number, y: number}} */ (await field(page, '指标 1 绩效指标描述').boundingBox());
            await page.mouse.move(box.x + 12, box.y + 12);
            await cell.focus();
            await page.mouse.down();
            await page.mouse.move(other.x + 12, other.y + 12, { steps: 5 });
            await page.mouse.up();
            await rest(page);
            assert.equal(await page.getByRole('gridcell', { selected: true }).count(), 4);
        }));
});
