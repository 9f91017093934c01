// The whole way with nothing but a keyboard, from a blank page to a file.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard, inputMethod } from '../support/browser.mjs';
import { desktop, onPages, openSample, rest, sample, withKeyboard } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Presses `key` until something with such a name has the keyboard.
 * @param {Page} page
 * @param {RegExp} name
 * @param {string} [key]
 */
async function walkTo(page, name, key = 'Tab') {
    /** @type {string[]} */
    const passed = [];
    for (let step = 0; step < 60; ++step) {
        await page.keyboard.press(key);
        await rest(page);
        const at = await withKeyboard(page);
        if (name.test(at.name)) return at;
        passed.push(at.name);
    }
    return assert.fail(`${name} is not among ${passed.join(' | ')}`);
}

/** @param {Page} page */
const valueAt = (page) => page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);

describe('by keyboard alone', () => {
    const onPage = onPages();

    test('open, find, type, fix, undo, export', () =>
        onPage(desktop, async (page) => {
            page.on('filechooser', () => {}); // The browser's own dialog is off from here, not only from the key press.
            await walkTo(page, /^打开文件$/);
            const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
            await chooser.setFiles(sample);
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
            await rest(page);

            // The next finding's cell, and why.
            await page.keyboard.press('F8');
            await page.waitForFunction(() => document.activeElement?.hasAttribute('aria-describedby'));
            await rest(page);
            const cell = await withKeyboard(page);
            const wrong = await valueAt(page);

            // Typed by an input method; Tab is done with it.
            await page.keyboard.press('Control+A');
            const method = await inputMethod(page);
            for (const letters of ['n', 'ni', "ni'h", "ni'hao"]) await method.compose(letters);
            await method.commit('你好');
            await page.keyboard.press('Tab');
            await rest(page);
            assert.notEqual((await withKeyboard(page)).id, cell.id);
            const typed = page.locator(`[data-node="${cell.id}"]`);
            assert.equal(await typed.inputValue(), '你好');
            await page.keyboard.press('Control+Z');
            await heard(page, '已撤销');
            assert.equal(await typed.inputValue(), wrong);
            await page.keyboard.press('Control+Y');
            await heard(page, '已重做');

            // To the findings, and one of them is mended; the keyboard is where it was.
            await walkTo(page, /^检查 \d/, 'F6');
            await walkTo(page, /^修复：/);
            await page.keyboard.press('Enter');
            await heard(page, '已修复');
            await rest(page);
            assert.match((await withKeyboard(page)).id, /^cell\//);
            await page.keyboard.press('Control+Z');
            await heard(page, '已撤销');

            const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
            assert.match(download.suggestedFilename(), /\.jibiao\.json$/);
            await heard(page, '已导出文件');
        }));

    test('F6 goes from part to part, F1 shows every key, Escape comes back', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            const parts = [];
            for (let step = 0; step < 4; ++step) {
                await page.keyboard.press('F6');
                await rest(page);
                parts.push(
                    await page.evaluate(() => {
                        const around = document.activeElement?.closest('#mirror > [data-node]');
                        return around?.getAttribute('aria-label') ?? '';
                    }),
                );
            }
            parts.sort();
            assert.equal(new Set(parts).size, 4, parts.join());
            const before = await withKeyboard(page);
            await page.keyboard.press('F1');
            const dialog = page.getByRole('dialog', { name: '命令和快捷键' });
            await dialog.waitFor({ state: 'attached' });
            assert.equal(await dialog.getByRole('option', { name: '导出文件' }).getAttribute('aria-keyshortcuts'), 'Control+S');
            assert.match(await dialog.innerText(), /下一个区域：F6/);
            await rest(page);
            for (let step = 0; step < 12; ++step) {
                await page.keyboard.press('Tab');
                assert.ok(await dialog.evaluate((element) => element.contains(document.activeElement) || document.activeElement === document.body));
            }
            await page.keyboard.press('Escape');
            await dialog.waitFor({ state: 'detached' });
            await rest(page);
            assert.deepEqual(await withKeyboard(page), before);
        }));
});
