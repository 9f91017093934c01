// Input methods in Chromium, by the events that a real one causes: what the page must and must not do meanwhile. The
// program is a stub; page.test.mjs has the plain cases, unit/orders the browsers that cannot run here.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allowClipboard, inputMethod } from './support/browser.mjs';
import { needs } from './support/engines.mjs';
import { withStub } from './support/stub.mjs';

/** @typedef {import('./support/stub_program.js').StubNode} StubNode */

/** @type {StubNode} */
const name = { id: 'name', role: 'textbox', name: '项目名称', rect: [20, 80, 300, 36] };
/** @type {StubNode} */
const unit = { id: 'unit', role: 'textbox', name: '主管部门', rect: [20, 140, 300, 36] };
/** @type {StubNode} */
const cell = { id: 'cell', role: 'textbox', name: '指标值', rect: [20, 200, 300, 60], multiline: true, oneLine: true };

describe('an input method', needs('input method'), () => {
    /** @type {import('playwright-core').Page} */
    let page;
    /** @type {import('./support/stub.mjs').Stub} */
    let program;
    /** @type {Awaited<ReturnType<typeof inputMethod>>} */
    let method;
    withStub({}, async (given) => {
        ({ page, program } = given);
        method = await inputMethod(page);
        await program.show([name, unit, cell]);
        await program.take();
    });

    const field = (/** @type {string} */ label) => page.getByRole('textbox', { name: label });
    const focused = () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.node);
    /** Without what the pointer did. @returns {Promise<string[]>} */
    const told = async () => (await program.take()).filter((line) => !/^(moved|button|left|scroll|key|resized)/.test(line));

    test('keeps Tab to itself', async () => {
        await field('项目名称').focus();
        await method.compose('ni');
        await method.press('Tab');
        assert.equal(await focused(), 'name');
        await method.commit('你');
        assert.deepEqual(await told(), ['focused name', 'textChanged name ni 1', 'textChanged name 你 1', 'textChanged name 你']);
        await page.keyboard.press('Tab');
        assert.equal(await focused(), 'unit');
    });

    test('is left for the next field by a click, and works there at once', async () => {
        await field('项目名称').focus();
        await method.compose('ni');
        await page.mouse.click(100, 158);
        await method.compose('h');
        await method.compose('hao');
        await method.commit('好');
        assert.equal(await field('主管部门').inputValue(), '好');
        assert.deepEqual(await told(), [
            'focused name',
            'textChanged name ni 1',
            'textChanged name ni',
            'textCommitted name ni',
            'blurred name',
            'focused unit',
            'textChanged unit h 1',
            'textChanged unit hao 1',
            'textChanged unit 好 1',
            'textChanged unit 好',
        ]);
    });

    test('composes a character beyond the first plane within others', async () => {
        await program.show([{ ...name, value: '𠮷𠮷' }, unit, cell]);
        await field('项目名称').focus();
        await page.keyboard.press('Home');
        await page.keyboard.press('ArrowRight');
        await method.compose('ji');
        await method.compose('𠮷');
        await method.commit('𠮷野');
        assert.equal(await field('项目名称').inputValue(), '𠮷𠮷野𠮷');
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Enter');
        assert.deepEqual(
            (await told()).filter((line) => !line.endsWith(' 1')),
            ['focused name', 'textChanged name 𠮷𠮷野𠮷', 'textChanged name 𠮷𠮷𠮷', 'textChanged name 𠮷𠮷', 'textCommitted name 𠮷𠮷', 'command enter'],
        );
    });

    test('the answer of the program never parts a character, and a shorter one keeps the caret in the text', async () => {
        await field('项目名称').focus();
        await page.keyboard.type('abc');
        await page.keyboard.press('ArrowLeft');
        await program.show([{ ...name, value: 'a𠮷', revision: 3 }, unit, cell]);
        await page.keyboard.type('x');
        assert.equal(await field('项目名称').inputValue(), 'ax𠮷');
    });

    test('may be pasted into', needs('paste in a composition'), async () => {
        await allowClipboard(page);
        await page.evaluate(() => navigator.clipboard.writeText('贴\r\n'));
        await field('指标值').focus();
        await method.compose('ni');
        await page.keyboard.press('Control+v');
        assert.equal(await field('指标值').inputValue(), 'ni贴\n', 'the composition goes on, so nothing is written yet');
        await method.commit('你');
        assert.equal(await field('指标值').inputValue(), '你贴');
        await page.keyboard.press('Enter');
        assert.deepEqual((await told()).slice(3), [
            'textChanged cell 你贴\n 1',
            'textChanged cell 你贴',
            'textCommitted cell 你贴',
            'textCommitted cell 你贴',
            'command enter',
        ]);
    });

    test('its text is taken back by the browser\'s undo, all before by the program\'s', async () => {
        await field('项目名称').focus();
        await method.compose('ni');
        await method.commit('你');
        await method.compose('hao');
        await method.commit('好');
        for (let count = 0; count < 9 && (await field('项目名称').inputValue()); ++count) await page.keyboard.press('Control+z');
        assert.equal(await field('项目名称').inputValue(), '');
        assert.ok(!(await told()).includes('command undo'));
        await page.keyboard.press('Control+z');
        assert.deepEqual(await told(), ['command undo']);
    });

    test('goes on when the page is hidden and comes back, but what is there is committed', async () => {
        await field('项目名称').focus();
        for (const [type, preedit] of [['pagehide', 'n'], ['freeze', 'ni'], ['visibilitychange', 'niha']]) {
            await method.compose(preedit);
            await told();
            await page.evaluate((kind) => {
                if (kind === 'visibilitychange') Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
                (kind === 'pagehide' ? window : document).dispatchEvent(new Event(kind));
            }, type);
            const lines = await page.evaluate(() => /** @type {any} */ (window).stub.take());
            assert.deepEqual(lines, [`textChanged name ${preedit}`, `textCommitted name ${preedit}`], type);
        }
        await page.evaluate(() => {
            Reflect.deleteProperty(document, 'visibilityState');
            document.dispatchEvent(new Event('visibilitychange'));
        });
        // The program's answer comes in the middle of it.
        await program.show([{ ...name, value: 'niha', revision: 6 }, unit, cell]);
        await method.compose("ni'hao");
        await method.commit('你好');
        await page.keyboard.press('Enter');
        assert.equal(await field('项目名称').inputValue(), '你好');
        assert.deepEqual((await told()).slice(-4), ['textChanged name 你好 1', 'textChanged name 你好', 'textCommitted name 你好', 'command enter']);
    });

    test('is cut off by a page that is left, and the text has been told', async () => {
        await page.evaluate(() => {
            /** @type {any} */ (window).stub.onEvent = (/** @type {string[]} */ ...event) =>
                localStorage.setItem('told', `${localStorage.getItem('told') ?? ''}${event.join(' ')}\n`);
        });
        await field('项目名称').focus();
        await method.compose("ni'hao");
        await page.reload();
        const lines = (await page.evaluate(() => localStorage.getItem('told') ?? '')).trim().split('\n');
        assert.equal(lines.filter((line) => line.startsWith('textCommitted')).at(-1), "textCommitted name ni'hao");
    });

    test('a text that the program refuses is gone, though it shows what it showed before', async () => {
        await program.show([{ ...name, value: '27' }, unit, cell]);
        await field('项目名称').focus();
        await page.keyboard.press('End');
        await page.keyboard.type('x');
        assert.equal(await field('项目名称').inputValue(), '27x');
        await program.show([{ ...name, value: '27', revision: 1 }, unit, cell]);
        assert.equal(await field('项目名称').inputValue(), '27');
        await page.keyboard.type('.5');
        await program.show([{ ...name, value: '27', revision: 2 }, unit, cell]); // an answer to "27."
        assert.equal(await field('项目名称').inputValue(), '27.5');
    });

    test('a field that wraps but holds no lines: pasted ends become blanks, Enter goes on', async () => {
        await allowClipboard(page);
        await program.show([name, { ...cell, next: true }, { ...unit, disabled: true }, { ...name, id: 'after', name: '后面' }]);
        const paste = async (/** @type {string} */ text) => {
            await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
            await page.keyboard.press('Control+v');
        };
        await field('指标值').focus();
        await page.keyboard.type('约份');
        await page.keyboard.press('ArrowLeft');
        await paste('95\r\n'); // a cell of a spreadsheet
        assert.equal(await field('指标值').inputValue(), '约95份');
        await paste('甲\r\n乙\n\n丙');
        await page.keyboard.type('！');
        assert.equal(await field('指标值').inputValue(), '约95甲 乙 丙！份');
        await page.keyboard.press('Shift+Enter');
        assert.equal(await field('指标值').inputValue(), '约95甲 乙 丙！份');
        await told();
        await page.keyboard.press('Control+Enter');
        assert.equal(await focused(), 'cell');
        await page.keyboard.press('Control+z');
        assert.deepEqual(await told(), ['textCommitted cell 约95甲 乙 丙！份', 'command undo']);
        await page.keyboard.press('Enter');
        assert.equal(await focused(), 'after');
        assert.deepEqual(await told(), ['textCommitted cell 约95甲 乙 丙！份', 'command enter', 'blurred cell', 'focused after']);
    });

    test('its Enter in a field that wraps but holds no lines chooses, and nothing else', async () => {
        await program.show([{ ...cell, next: true }, unit]);
        await field('指标值').focus();
        await method.compose('ni');
        await method.press('Enter');
        assert.equal(await focused(), 'cell');
        await method.commit('你');
        assert.ok(!(await told()).some((line) => line.startsWith('textCommitted')));
        assert.equal(await field('指标值').inputValue(), '你');
        await page.keyboard.press('Enter');
        assert.equal(await focused(), 'unit');
    });
});
