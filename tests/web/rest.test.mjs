// What the page does when nobody does anything, with a stub instead of the program: hidden tabs, glyphs drawn in
// advance; and the look at the first glyphs before it starts.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { openPage } from './support/browser.mjs';
import { countClocks, hide } from './support/rest.mjs';
import { stubOf, withPages } from './support/stub.mjs';

/** @typedef {import('./support/stub_program.js').StubNode} StubNode */

/** @type {StubNode} */
const name = { id: 'name', role: 'textbox', name: '项目名称', rect: [20, 80, 300, 36] };

/** @type {import('playwright-core').Page} */
let page;
/** @type {string} */
let url;
/** @type {string[]} */
let errors;
withPages({}, (given) => void ({ page, url, errors } = given));

describe('a tab that is hidden', () => {
    test('commits the text and has neither frames nor timers until it is shown', async () => {
        const clocks = await countClocks(page);
        await openPage(page, url);
        const program = stubOf(page);
        await program.show([name]);
        await page.getByRole('textbox').focus();
        await page.keyboard.type('a');
        await page.evaluate(() => /** @type {any} */ (window).stub.host.wakeAfter(0.5));
        await hide(page, true);
        assert.deepEqual((await program.take()).slice(-1), ['textCommitted name a']);
        await clocks.take();
        const frames = () => page.evaluate(() => window.jibiao.frames());
        const before = await frames();
        await page.evaluate(() => {
            const { host } = /** @type {any} */ (window).stub;
            host.wake(2);
            host.wakeAfter(0.2);
            host.wakeAfter(3);
        });
        await page.waitForTimeout(1500);
        assert.deepEqual(await clocks.take(), []);
        assert.equal(await frames(), before);
        await hide(page, false);
        await page.waitForFunction((count) => window.jibiao.frames() > count, before);
        await page.waitForFunction(() => window.jibiao.idle());
        const reasons = await page.evaluate(() => window.jibiao.reasons().map(({ reason }) => reason));
        assert.deepEqual(reasons.slice(-2), ['not hidden', 'timer']); // and the last one at its time
    });
});

describe('glyphs', () => {
    beforeEach(async () => {
        await page.addInitScript(() => {
            const { prototype } = CanvasRenderingContext2D;
            const read = prototype.getImageData;
            Object.assign(window, { reads: 0 });
            prototype.getImageData = function (...box) {
                ++(/** @type {any} */ (window).reads);
                return read.apply(this, box);
            };
        });
        await openPage(page, url);
        await page.evaluate(() => {
            const { host } = /** @type {any} */ (window).stub;
            Object.assign(window, {
                /** @param {number} codePoint @param {number} size @param {boolean} bold */
                draw(codePoint, size, bold) {
                    const box = new Float32Array(6);
                    const pixels = new Uint8Array(40_000);
                    host.rasterize(codePoint, size, bold, box, pixels);
                    const count = box[3] * box[4] * (box[5] ? 4 : 1);
                    return [...box, ...pixels.subarray(0, count)];
                },
                /** Of the drawings that `act` makes. @param {() => unknown} act */
                readsOf(act) {
                    const before = /** @type {any} */ (window).reads;
                    act();
                    return /** @type {any} */ (window).reads - before;
                },
            });
        });
    });
    const reads = () => page.evaluate(() => /** @type {any} */ (window).reads);
    /** @param {number} count of read-backs since the page was opened */
    const untilRead = (count) => page.waitForFunction((reads) => /** @type {any} */ (window).reads === reads, count);

    test('are drawn in advance, 64 to a read-back, and are then the same as drawn one by one', async () => {
        const start = await reads();
        const one = await page.evaluate(() => {
            const { draw, readsOf, stub } = /** @type {any} */ (window);
            const all = [0x20, 0x3002, 0x56fd, 0x20bb7, ...Array.from({ length: 146 }, (_, index) => 0x4e00 + 31 * index)];
            const alone = () => JSON.stringify([...all.map((each) => draw(each, 31, false)), ...all.slice(0, 50).map((each) => draw(each, 20, true))]);
            let expected = '';
            const count = readsOf(() => (expected = alone()));
            Object.assign(window, { alone, expected });
            stub.host.prepare(new Uint32Array(all), 31, false);
            stub.host.prepare(new Uint32Array([...all.slice(0, 50), ...all.slice(0, 50)]), 20, true);
            return count;
        });
        assert.equal(one, 150 + 50 - 2); // all but the blanks
        await untilRead(start + one + 3 + 1);
        assert.deepEqual(
            await page.evaluate(() => {
                const { alone, expected, readsOf } = /** @type {any} */ (window);
                let drawn = '';
                const count = readsOf(() => (drawn = alone()));
                return [count, drawn === expected];
            }),
            [0, true],
        );
        assert.equal(await page.evaluate(() => window.jibiao.idle()), true);
    });

    test('that were drawn in advance are drawn anew when a font has come', async () => {
        const start = await reads();
        await page.evaluate(() => /** @type {any} */ (window).stub.host.prepare(new Uint32Array([0x56fd]), 24, false));
        await untilRead(start + 1);
        const again = () =>
            page.evaluate(() => {
                const { draw, readsOf } = /** @type {any} */ (window);
                return readsOf(() => draw(0x56fd, 24, false));
            });
        assert.equal(await again(), 0);
        await page.evaluate(() => document.fonts.dispatchEvent(new Event('loadingdone')));
        assert.equal(await again(), 1);
        assert.ok((await stubOf(page).take()).includes('fontsChanged'));
    });

    test('that were drawn in advance do not pile up', async () => {
        const start = await reads();
        await page.evaluate(() => {
            const { host } = /** @type {any} */ (window).stub;
            host.prepare(new Uint32Array(2048 + 64).map((_, index) => 0x4e00 + index), 10, false);
        });
        await untilRead(start + 33);
        const kept = (/** @type {number} */ first) =>
            page.evaluate((from) => {
                const { draw, readsOf } = /** @type {any} */ (window);
                return readsOf(() => [0, 63].forEach((index) => draw(from + index, 10, false)));
            }, first);
        assert.deepEqual([await kept(0x4e00), await kept(0x4e40), await kept(0x4e00 + 2048)], [2, 0, 0]);
    });

    test('are drawn in advance where the browser does not tell of its idle moments', async () => {
        await page.addInitScript(() => Object.assign(window, { requestIdleCallback: undefined })); // as Safari
        await openPage(page, url);
        const start = await reads();
        await page.evaluate(() => /** @type {any} */ (window).stub.host.prepare(new Uint32Array([0x56fd]), 24, false));
        await untilRead(start + 1);
    });

    test('are not taken for coloured where the browser shakes the last bit of what is read back', async () => {
        const hasColors = await page.evaluate(() => {
            const { prototype } = CanvasRenderingContext2D;
            const read = prototype.getImageData;
            prototype.getImageData = function (...box) {
                const image = read.apply(this, box);
                image.data.forEach((value, index) => (image.data[index] = value ^ (index % 3 ? 1 : 0)));
                return image;
            };
            return /** @type {any} */ (window).draw(0x56fd, 32, false)[5];
        });
        assert.equal(hasColors, 0);
    });
});

describe('before it starts, the page looks whether it can draw text; where it has no font of its own (fallback_font.test.mjs)', () => {
    /** @returns {Promise<string>} what is to be seen */
    async function trouble() {
        await page.goto(url);
        await page.locator('#trouble h2:visible').waitFor();
        assert.ok(errors.splice(0).every((error) => /fallback\.ttf|404/.test(error)));
        return page.locator('#trouble section:visible').innerText();
    }

    for (const [what, spoil] of /** @type {[string, (data: Uint8ClampedArray) => void][]} */ ([
        ['noise', (data) => crypto.getRandomValues(data)],
        ['white', (data) => data.fill(255)],
        ['nothing', (data) => data.fill(0)],
        ['another text each time', (data) => data.forEach((_, index) => (data[index] = index % 4 === 3 && Math.random() < 0.4 ? 255 : 0))],
    ]))
        test(`a browser that gives ${what} instead of the drawing is named, with the way out`, async () => {
            await page.addInitScript(`
                const read = CanvasRenderingContext2D.prototype.getImageData;
                CanvasRenderingContext2D.prototype.getImageData = function (...box) {
                    const image = read.apply(this, box);
                    (${spoil})(image.data);
                    return image;
                };`);
            const text = await trouble();
            assert.match(text, /浏览器改动了画面上的文字/);
            assert.match(text, /请点地址栏左侧的画布图标/);
        });

    test('so is a machine without Chinese letters', async () => {
        await page.addInitScript(() => {
            const { prototype } = CanvasRenderingContext2D;
            const { fillText, measureText } = prototype;
            prototype.fillText = function (_, x, y) {
                fillText.call(this, '\uffff', x, y);
            };
            prototype.measureText = function () {
                return measureText.call(this, '\uffff');
            };
        });
        const text = await trouble();
        assert.match(text, /这台电脑没有中文字体/);
        assert.match(text, /请在系统里安装中文字体/);
    });

    test('last bits that are shaken are no trouble', async () => {
        await page.addInitScript(() => {
            const { prototype } = CanvasRenderingContext2D;
            const read = prototype.getImageData;
            prototype.getImageData = function (...box) {
                const image = read.apply(this, box);
                image.data.forEach((value, index) => (image.data[index] = value ^ (Math.random() < 0.5 ? 1 : 0)));
                return image;
            };
        });
        await openPage(page, url);
    });
});
