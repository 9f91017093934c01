// Cells of a grid in Chromium, with a stub instead of the program: what pointer, keys, input methods and the clipboard
// do in one at rest, and within its text.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inputMethod } from './support/browser.mjs';
import { withStub } from './support/stub.mjs';

/** @typedef {import('./support/stub_program.js').StubNode} StubNode */

/** @param {string} id @param {string} value @param {number} x @returns {StubNode} */
const cell = (id, value, x) => ({
    id,
    role: 'textbox',
    name: id,
    value,
    rect: [x, 80, 180, 36],
    multiline: true,
    oneLine: true,
    next: true,
    takesTable: true,
});

describe('a cell of a grid', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    /** @type {import('./support/stub.mjs').Stub} */
    let program;
    /** @type {Awaited<ReturnType<typeof inputMethod>>} */
    let method;
    withStub({ permissions: ['clipboard-read', 'clipboard-write'] }, async (given) => {
        ({ page, program } = given);
        method = await inputMethod(page);
        await program.show([cell('甲', '十场', 20), cell('乙', '二十场', 220)]);
        await program.take();
    });

    const field = (/** @type {string} */ name) => page.getByRole('textbox', { name });
    /** Without what the pointer did. @returns {Promise<string[]>} */
    const told = async () => (await program.take()).filter((line) => !/^(moved|button|left|scroll|key|resized)/.test(line));
    const selected = () =>
        page.evaluate(() => {
            const { selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (document.activeElement);
            return [selectionStart, selectionEnd];
        });

    test('a click takes it whole, typing replaces its text, and an arrow goes on', async () => {
        await page.mouse.click(60, 98);
        assert.deepEqual(await selected(), [0, 2]);
        await page.keyboard.type('九场');
        await page.keyboard.press('ArrowRight');
        assert.deepEqual(await told(), [
            'focused 甲',
            'textChanged 甲 九',
            'textChanged 甲 九场',
            'textCommitted 甲 九场',
            'cellKey 甲 ArrowRight',
        ]);
    });

    test('the next click puts the caret into the text', async () => {
        await page.mouse.click(60, 98);
        await page.mouse.click(190, 98);
        assert.deepEqual(await selected(), [2, 2]);
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.type('余');
        assert.equal(await field('甲').inputValue(), '十余场');
        await page.keyboard.press('Enter');
        assert.deepEqual((await told()).slice(-2), ['textCommitted 甲 十余场', 'cellKey 甲 Enter']);
    });

    test('F2 goes to the end of the text, Escape brings it back', async () => {
        await field('乙').focus();
        await page.keyboard.press('F2');
        await page.keyboard.type('次');
        assert.equal(await field('乙').inputValue(), '二十场次');
        await page.keyboard.press('Escape');
        assert.equal(await field('乙').inputValue(), '二十场');
        assert.deepEqual(await selected(), [0, 3]);
    });

    test('an input method begins in place of the text, and its keys are its own', async () => {
        await field('甲').focus();
        await method.compose('jiu');
        assert.equal(await field('甲').inputValue(), 'jiu');
        await method.press('ArrowDown');
        await method.commit('九');
        await page.keyboard.press('ArrowDown');
        assert.deepEqual(await told(), [
            'focused 甲',
            'textChanged 甲 jiu 1',
            'textChanged 甲 九 1',
            'textChanged 甲 九',
            'textCommitted 甲 九',
            'cellKey 甲 ArrowDown',
        ]);
    });

    test('Shift and a click, and dragging, select up to there; the keyboard stays', async () => {
        await page.mouse.click(60, 98);
        await page.keyboard.down('Shift');
        await page.mouse.click(260, 98);
        await page.keyboard.up('Shift');
        assert.deepEqual(await told(), ['focused 甲', 'cellKey 乙 Shift+Click']);
        await field('乙').focus();
        await program.take();
        await page.mouse.move(60, 98);
        await page.mouse.down();
        await page.mouse.move(260, 98, { steps: 4 });
        await page.mouse.up();
        assert.deepEqual(await told(), ['blurred 乙', 'focused 甲', 'cellKey 乙 Shift+Click']);
        await page.mouse.move(60, 98);
        await page.mouse.move(260, 98);
        assert.deepEqual(await told(), []);
    });

    test('copying and cutting at rest are the program\'s, in the text the browser\'s', async () => {
        await field('甲').focus();
        await program.take();
        await page.keyboard.press('Control+c');
        assert.deepEqual(await told(), ['command copy']);
        await page.keyboard.press('F2');
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Control+x');
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '十场');
        assert.deepEqual(await told(), ['textChanged 甲 ']);
    });

    test('commands for rows are taken from the browser in a cell only', async () => {
        await field('甲').focus();
        await program.take();
        await page.keyboard.press('Control+d');
        await page.keyboard.press('Alt+Shift+ArrowUp');
        assert.deepEqual(await told(), ['command fill-down', 'command rows-up']);
    });

    test('the keyboard goes from a row that has gone to a cell of the next one', async () => {
        /** @param {string} id @returns {StubNode[]} */
        const row = (id) => [
            { id, role: 'row', name: id, parent: 'grid' },
            { id: `${id}.button`, role: 'button', name: `选择${id}`, parent: id },
            { ...cell(`${id}.cell`, '十场', 20), parent: id },
        ];
        /** @type {StubNode} */
        const grid = { id: 'grid', role: 'grid', name: '指标' };
        await program.show([grid, ...row('一'), ...row('二')]);
        await field('一.cell').focus();
        await program.show([grid, ...row('二')]);
        assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.node), '二.cell');
    });
});
