// A tablet that is turned while a person works: nothing is lost, and the work goes on where it was.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { finger, inputMethod } from '../support/browser.mjs';
import { onPages, openSample, press, rest, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

describe('a turned tablet', () => {
    const onPage = onPages();

    /** Until the program has heard of it. Chromium says which way the screen stands, too. @param {Page} page */
    async function turn(page) {
        const { width, height } = page.viewportSize() ?? tablet.viewport;
        await page.setViewportSize({ width: height, height: width });
        await page.waitForFunction(
            ([wide = 0, high = 0]) => {
                const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#canvas'));
                return canvas.width === wide * devicePixelRatio && canvas.height === high * devicePixelRatio;
            },
            [height, width],
        );
        await rest(page);
    }
    /** All of it is on the screen. @param {Page} page @param {Locator} field */
    async function assertSeen(page, field) {
        const box = await field.boundingBox();
        const { width, height } = page.viewportSize() ?? tablet.viewport;
        assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, JSON.stringify(box));
    }
    const hasKeyboard = (/** @type {Locator} */ field) => field.evaluate((element) => element === document.activeElement);

    /** There and back, what is being typed stays, with the keyboard and on the screen. @param {Page} page @param {Locator} field */
    async function turnThereAndBack(page, field) {
        const text = await field.inputValue();
        for (let count = 0; count < 2; ++count) {
            await turn(page);
            assert.equal(await field.inputValue(), text);
            assert.ok(await hasKeyboard(field));
            await assertSeen(page, field);
        }
    }

    test('goes on with the word that the input method is composing', () =>
        onPage(tablet, async (page) => {
            await openSample(page);
            const purpose = page.getByRole('textbox', { name: '资金用途', exact: true });
            await purpose.click();
            await rest(page);
            const before = await purpose.inputValue();
            const method = await inputMethod(page);
            for (const letters of ['n', 'ni', "ni'h"]) await method.compose(letters);
            const composing = await purpose.inputValue();
            assert.notEqual(composing, before);
            await turnThereAndBack(page, purpose);
            await method.commit('你好');
            await turn(page);
            assert.equal(await purpose.inputValue(), composing.replace("ni'h", '你好'));
            await press(page, '撤销：输入');
            assert.equal(await purpose.inputValue(), before);
        }));

    test('keeps the cell of a table in view, and what was typed into it', () =>
        onPage(tablet, async (page) => {
            await openSample(page);
            const cell = page.getByRole('textbox', { name: '指标 6 指标值', exact: true });
            await cell.focus();
            await rest(page);
            await cell.click();
            await page.keyboard.type('≥7');
            await rest(page);
            assert.ok((await cell.inputValue()).includes('≥7'));
            await turnThereAndBack(page, cell);
        }));

    test('leaves a dialog open, with the keyboard in it and what was searched', () =>
        onPage(tablet, async (page) => {
            await openSample(page);
            await page.keyboard.press('F4');
            const dialog = page.getByRole('dialog', { name: '指标库' });
            const search = dialog.getByRole('textbox').first();
            await search.click();
            await page.keyboard.type('满意');
            await turn(page);
            assert.equal(await search.inputValue(), '满意');
            assert.ok(await hasKeyboard(search));
            await assertSeen(page, dialog);
            const hand = await finger(page);
            const close = await dialog.getByRole('button', { name: '关闭' }).boundingBox();
            assert.ok(close && close.width >= 44 && close.height >= 44);
            await hand.tap(close.x + close.width / 2, close.y + close.height / 2);
            await dialog.waitFor({ state: 'detached' });
        }));
});
