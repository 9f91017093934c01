// Text fields and the hand on the page itself, with a document: what is too long, undo from field to field, everything
// larger.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { finger, heard, inputMethod } from '../support/browser.mjs';
import { desktop, onPages, openFile, sample } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

describe('fields with a document', () => {
    const onPage = onPages();

    /**
     * @param {(page: Page) => Promise<void>} walk
     * @param {import('playwright-core').BrowserContextOptions} [options]
     */
    const withDocument = (walk, options = desktop) =>
        onPage(options, async (page) => {
            await openFile(page, sample);
            await idle(page);
            await walk(page);
        });

    const idle = (/** @type {Page} */ page) => page.waitForFunction(() => window.jibiao?.still());
    const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });
    const becomes = (/** @type {Page} */ page, /** @type {string} */ name, /** @type {string} */ value) =>
        page.waitForFunction(
            ([label, text]) =>
                [...document.querySelectorAll('textarea, input')].some(
                    (one) => one.getAttribute('aria-label') === label && /** @type {HTMLInputElement} */ (one).value === text,
                ),
            [name, value],
        );

    /** How much the same part of two pictures differs, on the average, of 255. @param {Page} page @param {Buffer[]} pictures */
    const difference = (page, pictures) =>
        page.evaluate(async (sources) => {
            const [one, other] = await Promise.all(
                sources.map(async (source) => {
                    const bytes = Uint8Array.from(atob(source), (each) => each.charCodeAt(0));
                    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
                    const canvas = new OffscreenCanvas(image.width, image.height);
                    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
                    context.drawImage(image, 0, 0);
                    return context.getImageData(0, 0, image.width, image.height).data;
                }),
            );
            let sum = 0;
            let dark = 0;
            for (let at = 0; at < one.length; at += 4) {
                sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
                dark += (one[at] ?? 0) < 128 ? 1 : 0;
            }
            return { mean: sum / (one.length / 4), dark };
        }, pictures.map((picture) => picture.toString('base64')));

    test('what is too long is not cut while an input method is at work, but when it is done, and comes back by undo', () =>
        withDocument(async (page) => {
            const name = field(page, '项目名称');
            await name.focus();
            await page.keyboard.press('Control+A');
            const almost = '名'.repeat(1999);
            await page.keyboard.insertText(almost);
            const method = await inputMethod(page);
            for (const letters of ['n', 'ni', "ni'h"]) await method.compose(letters);
            assert.equal(await name.inputValue(), `${almost}ni'h`); // the preedit is beyond the bound
            await method.commit('你𠮷');
            await idle(page);
            assert.equal(await name.inputValue(), `${almost}你𠮷`);
            await page.keyboard.press('Enter');
            await heard(page, '太长：2001 个字，只留下前 2000 个');
            await becomes(page, '项目名称', `${almost}你`);
            await page.keyboard.press('Control+Z'); // in the next field, where Enter went
            await becomes(page, '项目名称', `${almost}你𠮷`);
        }));

    test('undo and redo go from field to field, from inside and from outside', () =>
        withDocument(async (page) => {
            const purpose = await field(page, '资金用途').inputValue();
            const name = await field(page, '项目名称').inputValue();
            const type = async (/** @type {string} */ into, /** @type {string} */ text) => {
                await field(page, into).focus();
                await page.keyboard.press('Control+A');
                await page.keyboard.insertText(text);
            };
            await type('资金用途', '新的用途');
            await type('项目名称', '新的名称');
            // In the field it is the browser's, until the text is what it was; then it is the program's.
            await page.keyboard.press('Control+Z');
            await becomes(page, '项目名称', name);
            await page.keyboard.press('Control+Z');
            await becomes(page, '资金用途', purpose);
            await page.keyboard.press('Control+Y');
            await becomes(page, '资金用途', '新的用途');
            await page.getByRole('button', { name: '导出文件', exact: true }).focus();
            await page.keyboard.press('Control+Z');
            await becomes(page, '资金用途', purpose);
            await page.keyboard.press('Control+Y');
            await becomes(page, '资金用途', '新的用途');
        }));

    test('at 150 % a field lies on its picture, and a click hits the button that is seen', () =>
        withDocument(async (page) => {
            for (const percent of ['110', '125', '150']) {
                await page.keyboard.press('Control+Alt+Equal');
                await page.waitForFunction((wanted) => localStorage.getItem('jibiao.scale') === wanted, percent);
            }
            await idle(page);
            const target = field(page, '项目名称');
            const box = await target.boundingBox();
            assert.ok(box && box.height >= 48, `a field of ${box?.height} px`);
            assert.equal(await target.evaluate((one) => getComputedStyle(one).fontSize), '23px');
            const clip = { x: box.x + 6, y: box.y + 4, width: Math.min(box.width - 12, 300), height: box.height - 8 };
            const atRest = await page.screenshot({ clip });
            await target.evaluate((one) => (one.style.caretColor = 'transparent'));
            await target.focus();
            await idle(page);
            const focused = await page.screenshot({ clip });
            const { mean, dark } = await difference(page, [atRest, focused]);
            assert.ok(dark > 100, 'no text is seen');
            assert.ok(mean <= 6, `canvas and field differ by ${mean}`);

            const button = await page.getByRole('button', { name: /^问题 \d/ }).boundingBox();
            assert.ok(button);
            await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
            await page.getByRole('region', { name: '检查结果' }).waitFor({ state: 'attached' });
        }));

    const tablet = { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

    test('two fingers make everything larger', () =>
        withDocument(async (page) => {
            const size = () => field(page, '项目名称').evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
            const before = await size();
            const touch = await finger(page);
            await touch.tap(410, 1100); // the first touch loads what two of them do
            await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('pair.js')));
            await idle(page);
            await page.getByRole('button', { name: '表格', exact: true }).click({ force: true });
            await touch.move([[300, 600], [400, 600]], [[200, 600], [500, 600]]);
            await idle(page);
            assert.ok((await size()) > before, `${await size()} px after ${before}`);
        }, tablet));
});
