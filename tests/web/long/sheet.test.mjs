// Tables to and from spreadsheets, and onto paper, on the real page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { heard } from '../support/browser.mjs';
import { desktop, onPages, sample } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** As Ctrl+V does it where the keyboard is. @param {Page} page @param {string} text @param {string} [html] */
const paste = (page, text, html = '') =>
    page.evaluate(
        ([plain, rich]) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', plain);
            if (rich) clipboardData.setData('text/html', rich);
            const target = document.activeElement ?? document.body;
            target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        },
        [text, html],
    );

/** What lies on the clipboard. @param {Page} page */
const clipboardOf = (page) =>
    page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const read = async (/** @type {string} */ type) => (await item.getType(type)).text();
        return { text: await read('text/plain'), html: await read('text/html') };
    });

const idle = (/** @type {Page} */ page) => page.waitForFunction(() => window.jibiao.idle());
const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });

describe('a table of the book', () => {
    const walkOn = onPages();
    /** The page with the sample. @param {(page: Page, errors: string[]) => Promise<void>} walk */
    const withSample = (walk) =>
        walkOn({ ...desktop, permissions: ['clipboard-read', 'clipboard-write'] }, async (page, errors) => {
            await paste(page, await readFile(sample, 'utf8'));
            await heard(page, '已打开“粘贴的文本”');
            await idle(page);
            await walk(page, errors);
        });

    test('takes rows from a spreadsheet, can undo it, and gives them back', () =>
        withSample(async (page, errors) => {
            const name = field(page, '指标 1 三级指标');
            const before = await name.inputValue();
            await name.focus();
            await paste(page, '', '<table><tr><td>示例场次<td>全年场次<tr><td>示例人次<td>第一行<br>第二行</table>');
            await heard(page, '已粘贴：改动 4 格');
            assert.equal(await name.inputValue(), '示例场次');
            assert.equal(await field(page, '指标 2 绩效指标描述').inputValue(), '第一行\n第二行');
            await page.getByRole('button', { name: '撤销刚才的操作' }).press('Enter');
            await idle(page);
            assert.equal(await name.inputValue(), before);

            await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
            await page.keyboard.press('Control+c');
            await heard(page, '已复制表格');
            const byKey = await clipboardOf(page);
            const [head, first] = byKey.text.split('\n');
            assert.equal(head, '一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据');
            assert.equal(first.split('\t')[2], before);
            assert.match(byKey.html, /<th>一级指标<\/th>/);

            // The whole of it goes back without its head, and says nothing new.
            await field(page, '指标 1 一级指标').focus();
            await page.keyboard.press('Control+v');
            await heard(page, '没有变化');

            await page.getByRole('button', { name: '复制表格 绩效指标' }).press('Enter');
            await heard(page, '已复制表格');
            assert.equal((await clipboardOf(page)).text, byKey.text);
            // Chromium writes its styles into what it puts on the clipboard, and says that it does not apply them.
            const isAboutStyles = (/** @type {string} */ error) => error.includes('Applying inline style');
            errors.splice(0, errors.length, ...errors.filter((error) => !isAboutStyles(error)));
        }));

    test('is printed with the book on sheets of paper', () =>
        withSample(async (page) => {
            await page.evaluate(() => Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') }));
            await page.keyboard.press('Control+p');
            await page.waitForFunction(() => document.documentElement.dataset.printed === '');
            await page.emulateMedia({ media: 'print' });
            const sheet = page.locator('#print');
            assert.equal(await sheet.locator('thead').first().evaluate((head) => getComputedStyle(head).display), 'table-header-group');
            assert.ok((await sheet.locator('.project').count()) >= 1);
            const said = await sheet.innerText();
            for (const label of ['项目编码', '资金支出计划（%）', '三级指标', '指标值确定依据']) assert.ok(said.includes(label), label);
            if (process.env.JIBIAO_SHOTS) await page.screenshot({ path: path.join(process.env.JIBIAO_SHOTS, 'print.png'), fullPage: true });
            const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
            const sheets = [...pdf.matchAll(/\/Type \/Page\b/g)].length;
            assert.ok(sheets >= 2, `${sheets} sheets`);
            assert.match(pdf, /\/ToUnicode/); // text, no picture
            if (process.env.JIBIAO_SHOTS) await page.pdf({ preferCSSPageSize: true, path: path.join(process.env.JIBIAO_SHOTS, 'print.pdf') });
        }));

    test('has its characters ready before they are looked at', () =>
        withSample(async (page) => {
            await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('prewarm.js')));
            await page.evaluate(() => {
                const reads = /** @type {number[]} */ ([]);
                const read = CanvasRenderingContext2D.prototype.getImageData;
                Object.assign(window, { reads });
                CanvasRenderingContext2D.prototype.getImageData = function (/** @type {any[]} */ ...place) {
                    reads.push(1);
                    return Reflect.apply(read, this, place);
                };
            });
            const reads = () => page.evaluate(() => /** @type {{reads: number[]}} */ (/** @type {unknown} */ (window)).reads.length);
            for (let before = -1; before !== (before = await reads()); ) await page.waitForTimeout(2000); // sheet by sheet, in idle moments
            assert.equal(await page.evaluate(() => window.jibiao.idle()), true);
            const prepared = await reads();
            await page.getByRole('button', { name: '部门整体绩效文本' }).first().press('Enter');
            await idle(page);
            const drawn = (await reads()) - prepared;
            assert.ok(drawn <= 30, `${drawn} characters were drawn one by one`);
        }));
});
