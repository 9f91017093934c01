// A block of cells from Excel, WPS or Word, shown before it is pasted, on the real page by role and name.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { finger, heard, paste as pasteInto } from '../support/browser.mjs';
import { desktop, onPages, rest, sample, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const paste = (/** @type {Page} */ page, /** @type {string} */ text, html = '') => pasteInto(page, { text, html });
const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });
const dialog = (/** @type {Page} */ page) => page.getByRole('dialog', { name: '粘贴：先看会改什么' });
const counts = (/** @type {Page} */ page) => page.getByRole('status').filter({ hasText: '新增' });

/** Merged categories, as Excel writes them. */
const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><!--StartFragment-->
<tr height=19><td rowspan=3 class=xl65>产出指标</td><td rowspan=2 class=xl65>数量指标</td><td class=xl66>甲</td></tr>
<tr height=19><td class=xl66>乙</td></tr>
<tr height=19><td class=xl65>质量指标</td><td class=xl66>丙</td></tr>
<!--EndFragment--></table></body></html>`;

/** As WPS writes a sheet, with headings in another order than the form's. */
const wps = `<html xmlns:et="urn:schemas-microsoft-com:office:spreadsheet"><body><!--StartFragment--><table>
<tr><td class="et2">指标值</td><td class="et2">三级指标</td></tr>
<tr><td class="et3" x:str="">≥88%</td><td class="et3">群众知晓率</td></tr><!--EndFragment--></table></body></html>`;

/** As Word writes a table: five of its cells have no place. */
const word = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment--><table class=MsoTableGrid>
${[1, 2, 3, 4, 5].map((row) => `<tr><td><p class=MsoNormal><span>依据${row}</span></p></td><td><p class=MsoNormal><span>备注${row}<o:p></o:p></span></p></td></tr>`).join('\n')}
</table><!--EndFragment--></body></html>`;

describe('a table that is pasted over others', () => {
    const walkOn = onPages();
    /** The page with the sample. @param {(page: Page) => Promise<void>} walk */
    const withSample = (walk, options = desktop) =>
        walkOn(options, async (page) => {
            await paste(page, await readFile(sample, 'utf8'));
            await heard(page, '已打开“粘贴的文本”');
            await rest(page);
            await walk(page);
        });

    test('gives merged categories of Excel to all of their rows', () =>
        withSample(async (page) => {
            await field(page, '指标 1 一级指标').focus();
            await paste(page, '', excel);
            await dialog(page).waitFor({ state: 'attached' });
            await page.getByRole('button', { name: /^粘贴（\d+ 格）$/ }).press('Enter');
            await heard(page, '已粘贴');
            for (const [row, level2, name] of [[1, '数量指标', '甲'], [2, '数量指标', '乙'], [3, '质量指标', '丙']]) {
                assert.equal(await field(page, `指标 ${row} 一级指标`).inputValue(), '产出指标');
                assert.equal(await field(page, `指标 ${row} 二级指标`).inputValue(), level2);
                assert.equal(await field(page, `指标 ${row} 三级指标`).inputValue(), name);
            }
        }));

    test('says of each cell what becomes of it, and is one step to undo', () =>
        withSample(async (page) => {
            const last = field(page, '指标 1 指标值确定依据');
            const before = await last.inputValue();
            await last.focus();
            await paste(page, '', word);
            await dialog(page).waitFor({ state: 'attached' });
            assert.match((await counts(page).textContent()) ?? '', /^新增 \d+ 行 · 修改 \d+ 格 · 不变 \d+ 格 · 拒绝 5 格$/);
            assert.equal(await page.getByRole('gridcell', { name: /备注\d，拒绝：没有对应的列$/ }).count(), 5);
            await page.getByRole('gridcell', { name: `指标值确定依据：依据1，修改，原：${before}` }).waitFor({ state: 'attached' });
            await page.keyboard.press('Escape');
            await dialog(page).waitFor({ state: 'detached' });
            assert.equal(await last.inputValue(), before);
            assert.ok(await last.evaluate((element) => element === document.activeElement));

            await paste(page, '', word);
            await dialog(page).waitFor({ state: 'attached' });
            await page.keyboard.press('Enter'); // the keyboard is on the button that pastes
            await heard(page, '5 格没有粘贴：没有对应的列');
            assert.equal(await last.inputValue(), '依据1');
            await page.keyboard.press('Control+z');
            await rest(page);
            assert.equal(await last.inputValue(), before);
        }));

    test('goes by its headings, or by the columns that a person chose, also the next day', () =>
        withSample(async (page) => {
            const paste2 = async () => {
                await field(page, '指标 2 一级指标').focus();
                await paste(page, '', wps);
                await dialog(page).waitFor({ state: 'attached' });
            };
            await paste2();
            assert.equal(await page.getByRole('button', { name: /第一行是表头/ }).getAttribute('aria-pressed'), 'true');
            await page.getByRole('gridcell', { name: /^三级指标：群众知晓率，修改/ }).waitFor({ state: 'attached' });
            await page.getByRole('combobox', { name: '三级指标粘贴到' }).press('Enter');
            await page.getByRole('option', { name: '绩效指标描述', exact: true }).press('Enter');
            await page.getByRole('gridcell', { name: /^绩效指标描述：群众知晓率，修改/ }).waitFor({ state: 'attached' });
            await page.getByRole('button', { name: /^粘贴（2 格）$/ }).press('Enter');
            await heard(page, '表头 1 行没有粘贴');
            assert.equal(await field(page, '指标 2 绩效指标描述').inputValue(), '群众知晓率');
            assert.equal(await field(page, '指标 2 指标值').inputValue(), '≥88%');
            await page.keyboard.press('Control+z');
            await rest(page);
            await page.reload();
            await field(page, '指标 2 一级指标').waitFor({ state: 'attached' });
            await paste2();
            await page.getByRole('gridcell', { name: /^绩效指标描述：群众知晓率，修改/ }).waitFor({ state: 'attached' });
        }));

    test('is read and pasted with a finger', () =>
        withSample(async (page) => {
            await field(page, '指标 1 指标值确定依据').focus();
            await paste(page, '', word);
            await dialog(page).waitFor({ state: 'attached' });
            const touch = await finger(page);
            const tap = async (/** @type {import('playwright-core').Locator} */ button) => {
                await button.waitFor({ state: 'attached' });
                await rest(page);
                const { x = 0, y = 0, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
                assert.ok(height >= 44 && y + height <= tablet.viewport.height && x + width <= tablet.viewport.width);
                await touch.tap(x + width / 2, y + height / 2);
            };
            await tap(page.getByRole('combobox', { name: '第 1 列粘贴到' }));
            await tap(page.getByRole('option', { name: '指标值', exact: true }));
            await page.getByRole('gridcell', { name: /^指标值：依据1，修改/ }).waitFor({ state: 'attached' });
            await tap(page.getByRole('button', { name: /^粘贴（5 格）$/ }));
            await dialog(page).waitFor({ state: 'detached' });
            assert.equal(await field(page, '指标 5 指标值').inputValue(), '依据5');
        }, tablet));

    test('of one value fills the cells that are selected, as one step', () =>
        withSample(async (page) => {
            const targets = () => Promise.all([1, 2, 3].map((row) => field(page, `指标 ${row} 指标值`).inputValue()));
            const before = await targets();
            await field(page, '指标 1 指标值').focus();
            await page.keyboard.press('Shift+ArrowDown');
            await page.keyboard.press('Shift+ArrowDown');
            await rest(page);
            for (const [text, html, value] of [
                ['≥95%\r\n', '', '≥95%'],
                ['"不少于\n3场"\r\n', '<table><tr><td>不少于<br>3场</td></tr></table>', '不少于\n3场'],
            ]) {
                assert.ok(await paste(page, text, html));
                await heard(page, '已粘贴');
                await rest(page);
                assert.deepEqual(await targets(), [value, value, value]);
                await page.keyboard.press('Control+z');
                await rest(page);
                assert.deepEqual(await targets(), before);
            }
            await page.keyboard.press('F2'); // now the value belongs to the one cell that is edited
            await rest(page);
            assert.equal(await paste(page, '≥95%'), false);
        }));
});
