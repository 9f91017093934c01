// Tables that are pasted, in Chromium with a stub instead of the program.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { allowClipboard, paste as pasteInto } from './support/browser.mjs';
import { needs } from './support/engines.mjs';
import { withStub } from './support/stub.mjs';

/** @typedef {import('./support/stub_program.js').StubNode} StubNode */

const clip = (/** @type {string} */ name) => readFile(new URL(`files/clips/${name}`, import.meta.url), 'utf8');

/** @type {StubNode} */
const cell = { id: 'r1.c1', role: 'textbox', name: '指标值', rect: [20, 80, 300, 36], multiline: true, takesTable: true };
/** @type {StubNode} */
const plain = { id: 'use', role: 'textbox', name: '项目用途', rect: [20, 140, 300, 100], multiline: true };

const table = '<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>';
const posted = (/** @type {string} */ node) => `tablePasted ${node} 甲\t乙\n丙\t丁 甲 乙 丙 丁 2`;

describe('a pasted table', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    /** @type {import('./support/stub.mjs').Stub} */
    let program;
    /** @type {string[]} */
    let errors;
    withStub({}, async (given) => {
        ({ page, program, errors } = given);
        await allowClipboard(page);
    });

    const field = (/** @type {string} */ label) => page.getByRole('textbox', { name: label });

    /** What the module finds. @param {string} html @param {string} [text] @returns {Promise<any>} */
    const read = (html, text = '') =>
        page.evaluate(
            async ([first, second]) => (await import(new URL('web/later/table_paste.js', location.href).href)).tableOf(first, second),
            /** @type {const} */ ([html, text]),
        );

    /** @param {string} html @param {string} text @param {boolean} [hasPicture] */
    const paste = (html, text, hasPicture = false) => pasteInto(page, { html, text, hasPicture });
    /** The module has arrived. */
    const loaded = () => page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('table_paste.js')));

    for (const [name, rows] of /** @type {[string, string[][]][]} */ ([
        [
            'excel.html',
            [
                ['产出指标', '数量指标', '培训示例市 基层人员', '≥95%'],
                ['', '质量指标', '考核\n合格率', ''],
                ['', '这段文字太长，画到了右边的空格里', '', '及时'],
            ],
        ],
        ['word.html', [['指标名称', '指标值', ''], ['1.  示例市居民满意度\n\n（问卷）', '不低于', '90%']]],
        ['wps_sheet.html', [['成本指标', '12.50'], ['社会效益\n指标', '提升']]],
        ['wps_writer.html', [['年度目标', '目标1：建成示例河步道；\n目标2：开放。'], ['', '资金 120 万元']]],
        ['google_sheets.html', [['一级指标', '二级\n指标', ''], ['95%', '', '示例市']]],
        ['tencent_docs.html', [['完成时间', '2024年\n12月'], ['', '按时\n完成率']]],
    ]))
        test(`of ${name} is read as it is seen`, async () => {
            assert.deepEqual(await read(await clip(name), 'das ist\tanders'), { rows });
        });

    test('as text has quotes around what has line ends', async () => {
        assert.deepEqual(await read('', await clip('excel.tsv')), {
            rows: [
                ['指标', '指标值', '说明'],
                ['第一行\n第二行', '≥95%', '他说"好"'],
                ['满意度', '', '5"屏'],
            ],
        });
        assert.deepEqual(await read('<p>甲</p>', '"甲\t乙'), { rows: [['"甲', '乙']] });
        assert.deepEqual(await read('', '甲\u00a0\u00a0乙\t丙\r丁\r'), { rows: [['甲  乙', '丙'], ['丁', '']] });
    });

    test('is not what has one cell, lines of text, or more than tables', async () => {
        assert.equal(await read(await clip('one_cell.html'), '≥95%'), null);
        assert.equal(await read('', '第一行\n第二行\n'), null);
        assert.equal(await read('', '\t\n\t'), null);
        assert.equal(await read('<table><tr><td><td>', ''), null);
        assert.equal(await read(await clip('document.html'), '示例市\n甲\t乙'), null);
    });

    test('has a value, if it is one cell', async () => {
        const value = (/** @type {string} */ html, /** @type {string} */ text) =>
            page.evaluate(
                async ([first, second]) => (await import(new URL('web/later/table_paste.js', location.href).href)).valueOf(first, second),
                /** @type {const} */ ([html, text]),
            );
        assert.equal(await value('<table><tr><td>第一行<br>第二行</table>', '"第一行\n第二行"\r\n'), '第一行\n第二行');
        assert.equal(await value('<table><tr><td></table>', '\r\n'), '');
        assert.equal(await value(await clip('document.html'), '示例市\n甲\t乙\n'), '示例市\n甲\t乙');
    });

    test('is inert', async () => {
        await page.evaluate(() => void Object.assign(window, { ran: 0 }));
        const html = '<table><tr><td>甲<img src="/x" onerror="ran=1"><script>ran=1</script><td>乙</table>';
        assert.deepEqual(await read(html), { rows: [['甲', '乙']] });
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).ran), 0); // afterEach: nothing was fetched
    });

    test('keeps to its columns beside and below merged cells', async () => {
        const html = '<table><tr><td rowspan=2 colspan=2>甲<td>乙<td rowspan=3>丙<tr><td>丁<tr><td>戊<td>己<td>庚</table>';
        assert.deepEqual(await read(html), { rows: [['甲', '', '乙', '丙'], ['', '', '丁', ''], ['戊', '己', '庚', '']] });
        assert.deepEqual(await read('<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>'), {
            rows: [['甲', '乙'], ['', '丙'], ['', '丁']],
        });
    });

    test('may be large, but not without end', async () => {
        const line = '<tr><td>甲<td>乙';
        const whole = await read(`<table>${line.repeat(10_000)}<tr><td> <td>&nbsp;</table>`);
        assert.equal(whole.rows.length, 10_000);
        assert.match((await read(`<table>${line.repeat(10_001)}`)).refusal, /有 10001 行，超过 10000 行的上限。.*分几次/);
        assert.match((await read(`<table><tr>${'<td>甲'.repeat(101)}`)).refusal, /有 101 列，超过 100 列/);
        assert.match((await read('', `甲${'\t'.repeat(100)}乙`)).refusal, /有 101 列/);
        const spans = '<td rowspan=65534 colspan=1000>'.repeat(1000);
        assert.deepEqual(await read(`<table><tr><td>甲<td>乙${spans}<tr>${spans}</table>`), { rows: [['甲', '乙']] });
        for (const part of ['<!--', '<td style=', '<p>', '<td><p>丙</p>'])
            assert.ok('rows' in ((await read(`<table><tr><td>甲<td>乙</table>${part.repeat(20_000)}`)) ?? { rows: [] }), part);
        assert.equal((await read('', `"${'甲'.repeat(2_000_000)}"\t乙`)).rows[0][1], '乙');
    });

    test('of elements without end is refused before a browser spends minutes on it', async () => {
        for (const part of ['<b>', '<style>', '<table><tr><td>', '</b><div>'])
            for (const html of [`<table><tr><td>甲<td>乙</table>${part.repeat(100_000)}`, `<tr><td>甲<td>${part.repeat(100_000)}`])
                assert.match((await read(html)).refusal, /有 100000 个没有结束的标记.*只选表格重新复制/, part);
        assert.equal(await read('<div>'.repeat(100_000), '甲'), null); // without cells it is not even looked at
        assert.deepEqual(await read(`<table><tr><td>${'<b>'.repeat(900)}甲<td>乙`), { rows: [['甲', '乙']] });
    });

    test('goes to the program from a cell, and from outside of the fields', async () => {
        await program.show([cell, plain]);
        await field('指标值').focus();
        await loaded();
        await program.take();
        assert.equal(await paste(table, '甲\t乙\n丙\t丁'), true);
        assert.deepEqual(await program.take(), [posted('r1.c1')]);
        assert.equal(await field('指标值').inputValue(), '');
        await field('指标值').blur();
        await program.take();
        await paste(table, '甲\t乙\n丙\t丁', true);
        assert.deepEqual(await program.take(), [posted('')]);
        await paste(table, ''); // a program that gives no text
        assert.deepEqual(await program.take(), [posted('')]);
        await paste('<table>' + '<tr><td>甲<td>乙'.repeat(10_001), '甲\t乙');
        assert.match((await program.take()).join(), /^pasteFailed 剪贴板里的表格有 10001 行/);
        await paste('<p>甲\t乙</p>', '甲\n乙');
        assert.deepEqual(await program.take(), ['textPasted 甲\n乙']);
    });

    test('that comes before the module waits for it', async () => {
        await program.show([cell]);
        await paste(table, '甲\t乙\n丙\t丁');
        await loaded();
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('tablePasted'));
        assert.deepEqual(await program.take(), [posted('')]);
    });

    test('is a text where the module cannot be fetched, and the field can undo it', needs('undo'), async () => {
        await page.route('**/table_paste.js', (route) => route.abort());
        await program.show([cell]);
        await field('指标值').focus();
        await paste(table, '甲\t乙');
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('textChanged'));
        assert.equal(await field('指标值').inputValue(), '甲\t乙');
        await page.keyboard.press('Control+z');
        assert.equal(await field('指标值').inputValue(), '');
        await field('指标值').blur();
        await program.take();
        await paste(table, '甲\t乙');
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('textPasted'));
        assert.deepEqual(await program.take(), ['textPasted 甲\t乙']);
        for (const error of errors.splice(0)) assert.match(error, /table_paste\.js|ERR_FAILED/);
    });

    test('is left to a field that says nothing of tables, and one cell to every field', needs('clipboard'), async () => {
        const copy = (/** @type {string} */ html, /** @type {string} */ text) =>
            page.evaluate(
                ([first, second]) => {
                    const blob = (/** @type {string} */ type, /** @type {string} */ data) => new Blob([data], { type });
                    const both = { 'text/html': blob('text/html', first), 'text/plain': blob('text/plain', second) };
                    return navigator.clipboard.write([new ClipboardItem(both)]);
                },
                /** @type {const} */ ([html, text]),
            );
        await program.show([plain]);
        assert.equal(await paste(table, '甲\t乙'), true); // no cell is to be seen: it may be a document, as ever
        assert.deepEqual(await program.take(), ['textPasted 甲\t乙']);
        await program.show([cell, plain]);
        await copy(table, '甲\t乙\n丙\t丁');
        await field('项目用途').focus();
        await page.keyboard.press('Control+v');
        assert.equal(await field('项目用途').inputValue(), '甲\t乙\n丙\t丁');
        await field('指标值').focus();
        await loaded();
        await page.keyboard.press('Control+v');
        assert.equal(await field('指标值').inputValue(), '');
        await copy('<table><tr><td>≥95%</table>', '≥95%');
        await page.keyboard.press('Control+v');
        assert.equal(await field('指标值').inputValue(), '≥95%');
    });

    test('is not looked for by a page where no field takes one', async () => {
        await program.show([plain]);
        await field('项目用途').focus();
        await page.waitForTimeout(300);
        assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/later/table_paste'))), false);
    });
});
