// Categories of the indicator table that stay in view where the rest scrolls sideways, on the real page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { finger, heard, paste } from '../support/browser.mjs';
import { desktop, onPages, rest, sample, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const frozen = '指标 1 一级指标';
const first = '指标 1 三级指标';
const last = '指标 1 指标值确定依据';
const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });

/** Where it stands. @param {Page} page @param {string} name */
async function box(page, name) {
    const found = await field(page, name).boundingBox();
    assert.ok(found, name);
    return found;
}

/** Name of the field that a press there would go into. @param {Page} page @param {number} x @param {number} y */
const nameAt = (page, x, y) =>
    page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.getAttribute('aria-label') ?? '', /** @type {const} */ ([x, y]));

/** At the left, where others stay in view, and at the right, as far as there is room. @param {Page} page @param {string} name */
async function assertSeen(page, name) {
    const { x, y, width } = await box(page, name);
    assert.equal(await nameAt(page, x + 4, y + 10), name);
    const grid = await page.getByRole('grid').evaluate((element) => element.parentElement?.getBoundingClientRect().right ?? 0);
    assert.ok(x + width <= grid + 1, `${name} ends at ${x + width}, the grid at ${grid}`);
}

/** Name of the cell with the keyboard. @param {Page} page */
const here = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

describe('the categories of indicators', () => {
    const walkOn = onPages();
    /**
     * The page with the sample, whose last column does not have room any more.
     * @param {import('playwright-core').BrowserContextOptions} options
     * @param {number} larger so many steps
     * @param {(page: Page) => Promise<void>} walk
     */
    const withWideColumn = (options, larger, walk) =>
        walkOn(options, async (page) => {
            await paste(page, { text: await readFile(sample, 'utf8') });
            await heard(page, '已打开“粘贴的文本”');
            for (let count = 0; count < larger; ++count) await page.keyboard.press('Control+Alt+=');
            await field(page, last).focus();
            for (let count = 0; count < 8; ++count) await page.keyboard.press('Alt+Shift+ArrowRight');
            await rest(page);
            assert.equal(await here(page), last);
            await walk(page);
        });

    for (const [where, options, larger] of /** @type {const} */ ([
        ['on a tablet', tablet, 0],
        ['with type of 200 %', desktop, 9],
    ]))
        test(`stay in view ${where}, and take the presses there`, () =>
            withWideColumn(options, larger, async (page) => {
                await field(page, first).focus();
                await rest(page);
                const before = await box(page, first);
                const kept = await box(page, frozen);
                await field(page, last).focus();
                await rest(page);
                assert.deepEqual(await box(page, frozen), kept);
                assert.ok((await box(page, first)).x < before.x - 50, 'the others have scrolled');
                assert.equal(await nameAt(page, kept.x + kept.width / 2, kept.y + 10), frozen);
            }));

    test('never cover the cell with the keyboard', () =>
        withWideColumn(desktop, 4, async (page) => {
            for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'End', 'Control+End', 'Shift+Tab', 'Shift+Tab', 'Control+Home', 'Tab', 'Tab']) {
                await page.keyboard.press(key);
                await rest(page);
                await assertSeen(page, await here(page));
            }
            assert.equal(await here(page), first);
            await page.keyboard.press('End');
            await page.keyboard.press('ArrowLeft');
            await page.keyboard.press('Shift+ArrowDown'); // the end of the selection that moves
            await page.keyboard.press('Shift+ArrowLeft');
            await rest(page);
            await assertSeen(page, '指标 2 绩效指标描述');
            const value = await field(page, '指标 1 指标值').inputValue();
            await page.keyboard.press('Control+d');
            await rest(page);
            assert.equal(await field(page, '指标 2 指标值').inputValue(), value);
            await page.keyboard.press('F2');
            await page.keyboard.type('以上');
            await rest(page);
            assert.equal(await here(page), '指标 1 指标值');
            await assertSeen(page, '指标 1 指标值');
        }));

    test('stay under the finger that scrolls beside them', () =>
        withWideColumn(tablet, 0, async (page) => {
            await assertSeen(page, last); // it was made wider there
            await field(page, first).focus();
            await rest(page);
            const before = await box(page, first);
            const kept = await box(page, frozen);
            const touch = await finger(page);
            const { x, y, width } = await box(page, '指标 1 绩效指标描述');
            await touch.drag(x + width / 2, y + 10, -200, 0);
            await rest(page);
            assert.ok((await box(page, first)).x < before.x - 50, 'the others have scrolled');
            assert.deepEqual(await box(page, frozen), kept);
            await touch.tap(kept.x + kept.width / 2, kept.y + 10);
            await rest(page);
            assert.equal(await here(page), frozen);
        }));
});
