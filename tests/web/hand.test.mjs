// The hand on the page, with a stub instead of the program: fingers, pen, mouse, the keys that are the browser's, and
// what the soft keyboard covers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allowClipboard, finger, openPage, pen } from './support/browser.mjs';
import { engine, needs } from './support/engines.mjs';
import { withStub } from './support/stub.mjs';

/** @typedef {import('./support/stub_program.js').StubNode} StubNode */

/** @type {StubNode} */
const name = { id: 'name', role: 'textbox', name: '项目名称', rect: [20, 80, 300, 36], value: '示例项目' };
/** @type {StubNode} */
const basis = { id: 'basis', role: 'textbox', name: '设立依据', rect: [20, 140, 300, 36] };
/** @type {StubNode} */
const save = { id: 'save', role: 'button', name: '保存', rect: [20, 300, 80, 44] };
/** @type {StubNode[]} */
const dialog = [
    { id: 'ask', role: 'dialog', name: '删除这一行？', rect: [200, 200, 300, 200] },
    { id: 'yes', role: 'button', name: '删除', parent: 'ask', rect: [220, 300, 80, 44] },
];

describe('the hand', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    /** @type {import('./support/stub.mjs').Stub} */
    let program;
    /** @type {string} */
    let url;
    withStub({ hasTouch: true }, async (given) => {
        ({ page, program, url } = given);
        await program.show([name, basis, save]);
        await program.take();
    });

    const field = (/** @type {string} */ label) => page.getByRole('textbox', { name: label });
    const focused = () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.node ?? '');
    const heard = (/** @type {string} */ event) => page.waitForFunction((line) => /** @type {any} */ (window).stub.has(line), event);
    const of = (/** @type {string[]} */ lines, /** @type {RegExp} */ kind) => lines.filter((line) => kind.test(line));

    /** A finger on a page that has heard of fingers before: the first touch loads what two of them do. */
    async function knownFinger() {
        const touch = await finger(page);
        await touch.tap(600, 550);
        await page.evaluate(() => import(new URL('web/later/pair.js', location.href).href).then(() => {}));
        await program.take();
        return touch;
    }

    test('a finger that rests on the canvas is the right button, and no tap follows', needs('touch'), async () => {
        const touch = await finger(page);
        await touch.hold(600, 500);
        await heard('button');
        await touch.letGo();
        assert.deepEqual(await program.take(), ['moved 600 500 1 0', 'button 1 1 1 0', 'button 1 0 1 0', 'left 0 0 0 0']);
    });

    test('a finger that rests on a field is the browser\'s', needs('touch'), async () => {
        const touch = await finger(page);
        await touch.hold(100, 100);
        await page.waitForTimeout(700);
        await touch.letGo();
        assert.deepEqual(of(await program.take(), /^(button|moved)/), []);
    });

    test('two fingers scale, on fields, too, and the next tap counts again', needs('touch'), async () => {
        const touch = await knownFinger();
        await touch.move([[200, 100], [300, 100]], [[120, 100], [380, 100]]);
        await touch.move([[200, 400], [400, 400]], [[250, 400], [350, 400]]);
        const lines = await program.take();
        const steps = of(lines, /^scaleStep/).map((line) => Number(line.split(' ')[1]));
        assert.ok(steps.slice(0, -1).some((step) => step > 0) && (steps[steps.length - 1] ?? 0) < 0, String(lines));
        assert.deepEqual(of(lines, /^(button|scroll|focused)/), []);
        await touch.tap(600, 500);
        assert.deepEqual(of(await program.take(), /^button/), ['button 0 1 1 0', 'button 0 0 1 0']);
    });

    test('two fingers side by side scroll, a third one ends it', needs('touch'), async () => {
        const touch = await knownFinger();
        await touch.move([[200, 400], [260, 400]], [[200, 200], [260, 200]]);
        const lines = await program.take();
        assert.ok(lines.length > 0 && lines.every((line) => line.startsWith('scroll 230 400 0 ')), String(lines));
        await touch.move([[200, 400], [300, 400], [400, 400]], [[100, 200], [300, 200], [500, 200]]);
        assert.deepEqual(await program.take(), []);
    });

    test('content that is let go in motion coasts, but not for a person who wants less movement', needs('touch', 'media'), async () => {
        const touch = await finger(page);
        const reasons = () => page.evaluate(() => window.jibiao.reasons().map(({ reason }) => reason));
        // A machine that is busy lets the finger rest before it lifts.
        for (let attempt = 0; attempt < 10 && !(await reasons()).includes('coasting'); ++attempt) {
            await touch.drag(600, 500, 0, -300, 5);
            await program.take();
        }
        assert.ok((await reasons()).includes('coasting'));
        const before = await page.evaluate(() => window.jibiao.frames());
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.waitForFunction((first) => window.jibiao.reasons().some(({ frame, reason }) => reason === 'redraw' && frame >= first), before);
        for (let count = 0; count < 3; ++count) await touch.drag(600, 500, 0, -300, 5);
        assert.ok(of(await program.take(), /^scroll/).length > 0);
        const later = (await reasons()).slice((await reasons()).lastIndexOf('redraw'));
        assert.ok(later.includes('scroll') && !later.includes('coasting'), String(later));
    });

    test('a pen goes the mouse\'s way: it hovers, presses, and its barrel has the right button', needs('pen'), async () => {
        const stylus = await pen(page);
        await stylus.hover(600, 500);
        assert.deepEqual(await program.take(), ['moved 600 500 0 0']);
        await stylus.press(610, 500);
        assert.deepEqual(of(await program.take(), /^button/), ['button 0 1 0 0', 'button 0 0 0 0']);
        await stylus.press(610, 500, 'right');
        assert.deepEqual(of(await program.take(), /^button/), ['button 1 1 0 0', 'button 1 0 0 0']);
        await stylus.press(100, 100);
        assert.deepEqual(of(await program.take(), /^button/), []);
        assert.equal(await focused(), 'name');
    });

    test('a pen\'s eraser presses nothing', async () => {
        for (const [type, buttons] of /** @type {[string, number][]} */ ([['pointerdown', 32], ['pointermove', 32], ['pointerup', 0]]))
            await page.locator('#canvas').dispatchEvent(type, { pointerType: 'pen', pointerId: 1, button: 5, buttons, clientX: 600, clientY: 500 });
        assert.deepEqual(of(await program.take(), /^button/), []);
    });

    test('of two buttons each comes up when it is let go', needs('two buttons'), async () => {
        await page.mouse.move(600, 500);
        await page.mouse.down();
        await page.mouse.down({ button: 'right' });
        await page.mouse.up();
        await page.mouse.up({ button: 'right' });
        assert.deepEqual(of(await program.take(), /^button/), ['button 0 1 0 0', 'button 1 1 0 0', 'button 0 0 0 0', 'button 1 0 0 0']);
    });

    test('frames go on while a button is held, and end with it', async () => {
        await page.mouse.move(600, 500);
        await page.mouse.down();
        const before = await page.evaluate(() => window.jibiao.frames());
        await page.waitForFunction((count) => window.jibiao.frames() > count + 10, before);
        await page.mouse.up();
        await program.take();
        const end = await page.evaluate(() => window.jibiao.frames());
        await page.waitForTimeout(200);
        assert.equal(await page.evaluate(() => window.jibiao.frames()), end);
        assert.ok(await page.evaluate(() => window.jibiao.reasons().some(({ reason }) => reason === 'held')));
    });

    test('a button that was pressed elsewhere is none of ours', async () => {
        const move = { pointerType: 'mouse', pointerId: 1, button: -1, clientX: 600, clientY: 500 };
        await page.locator('#canvas').dispatchEvent('pointermove', { ...move, buttons: 1 });
        await page.locator('#canvas').dispatchEvent('pointermove', { ...move, buttons: 0 });
        assert.deepEqual(of(await program.take(), /^button/), []);
    });

    test('the program hears of the keyboard and of safe areas with the size', async () => {
        await page.addInitScript(() => {
            const visual = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
            Object.defineProperty(window, 'visualViewport', { value: visual });
        });
        await openPage(page, url);
        const size = () =>
            page.evaluate(() => {
                const out = new Float32Array(8);
                /** @type {any} */ (window).stub.host.size(out);
                return [...out];
            });
        assert.deepEqual(await size(), [900, 600, 1, engine === 'chromium' ? 1 : 0, 0, 0, 0, 0]);
        await program.take();
        await page.evaluate(() => {
            const visual = /** @type {VisualViewport} */ (window.visualViewport);
            Object.assign(visual, { height: 350 });
            visual.dispatchEvent(new Event('resize'));
        });
        assert.deepEqual((await size()).slice(4), [0, 0, 250, 0]);
        assert.deepEqual(await program.take(), ['resized']);
        await page.evaluate(() => {
            Object.assign(/** @type {HTMLElement} */ (document.getElementById('safe-area')).style, { padding: '24px 12px 34px 10px' });
            window.dispatchEvent(new Event('resize'));
        });
        assert.deepEqual((await size()).slice(4), [24, 12, 250, 10]);
    });

    test('copying, cutting, pasting, selecting all and undoing are the browser\'s in fields', needs('clipboard'), async () => {
        await allowClipboard(page);
        await field('项目名称').focus();
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Control+c');
        await field('设立依据').focus();
        await page.keyboard.press('Control+v');
        assert.equal(await field('设立依据').inputValue(), '示例项目');
        await page.keyboard.type('二');
        await page.keyboard.press('Shift+ArrowLeft');
        await page.keyboard.press('Control+x');
        assert.equal(await field('设立依据').inputValue(), '示例项目');
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '二');
        await page.keyboard.press('Control+z');
        assert.equal(await field('设立依据').inputValue(), '示例项目二');
        assert.deepEqual(of(await program.take(), /^(command|copied|textPasted|key)/), []);
    });

    test('reloading, zooming and the clipboard\'s keys are never taken from the browser', async () => {
        /** Of everything that the browser does with keys, what the page takes, at whatever has the keyboard. */
        const taken = () =>
            page.evaluate(() => {
                const at = document.activeElement ?? document.body;
                const control = (/** @type {string} */ key) => ({ key, ctrlKey: true });
                const keys = [{ key: 'F5' }, { key: 'F11' }, ...['F5', 'r', '+', '=', '-', '0', 'c', 'x', 'v', 'a'].map(control)];
                const isTaken = (/** @type {object} */ what) =>
                    !at.dispatchEvent(new KeyboardEvent('keydown', { ...what, bubbles: true, cancelable: true }));
                const ours = ['f', 'p', 's'].map(control);
                return [...keys, ...ours].filter(isTaken).map(({ key }) => key);
            });
        /** @param {string} selector */
        const isZoomTaken = (selector) =>
            page.locator(selector).evaluate((element) =>
                [true, false].map((ctrlKey) => !element.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, ctrlKey, bubbles: true, cancelable: true }))),
            );
        assert.deepEqual([await focused(), await taken()], ['', ['f', 'p', 's']]);
        assert.deepEqual(await isZoomTaken('#canvas'), [false, true]);
        for (const [role, label, id] of /** @type {const} */ ([['textbox', '项目名称', 'name'], ['button', '保存', 'save']])) {
            await page.getByRole(role, { name: label }).focus();
            assert.deepEqual([await focused(), await taken()], [id, ['f', 'p', 's']]);
            assert.deepEqual(await isZoomTaken(`[data-node=${id}]`), [false, true]);
        }
        await program.show([name, basis, save, ...dialog]);
        assert.deepEqual([await focused(), await taken()], ['yes', ['f', 'p', 's']]);
        assert.deepEqual(await isZoomTaken('[data-node=ask]'), [false, true]);
    });
});
