// The open book beside another one: differences by cell, taken over one by one, with keyboard, mouse and touch.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { heard } from '../support/browser.mjs';
import { desktop, onPages, openSample, press, rest, tablet, withKeyboard } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const nameField = (/** @type {Page} */ page) => page.getByRole('textbox', { name: /^项目名称/ }).first();

/** @param {Page} page @param {string} text */
async function rename(page, text) {
    await nameField(page).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
    await rest(page);
}

/** From the list of commands. @param {Page} page */
async function beginComparing(page) {
    await page.keyboard.press('F1');
    const command = page.getByRole('option', { name: '与别的表或以前的内容比较', exact: true });
    await command.dispatchEvent('click');
    await page.getByRole('region', { name: '比较' }).waitFor({ state: 'attached' });
}

describe('two versions of a book', () => {
    const walkOn = onPages();

    test('stand side by side, and one difference after the other is taken over by key', () =>
        walkOn(desktop, async (page) => {
            await openSample(page);
            const before = await nameField(page).inputValue();
            await rename(page, `${before}（修订）`);
            await beginComparing(page);
            await press(page, '打开时的内容');
            await rest(page);
            assert.ok(await page.getByRole('button', { name: /^修改 [1-9]/, pressed: true }).count());
            assert.ok(await page.getByText(`右：${before}（修订）。增加“（修订）”`).count());
            await page.keyboard.press('F8');
            await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('采用左侧'));
            const takers = page.getByRole('button', { name: /^采用左侧：/ });
            for (let left = await takers.count(); left > 0; --left) {
                await page.keyboard.press('Enter');
                await takers.nth(left - 1).waitFor({ state: 'detached' });
                await rest(page);
            }
            await heard(page, '已采用：改写');
            await page.getByRole('status').filter({ hasText: '两份表内容相同' }).waitFor({ state: 'attached' });
            assert.equal((await withKeyboard(page)).name, '比较对象');
            await page.keyboard.press('Control+z');
            await heard(page, '已撤销：采用：改写');
            assert.ok(await page.getByRole('button', { name: /^采用左侧：/ }).count());
            await press(page, '关闭消息');
            await page.keyboard.press('Escape');
            await nameField(page).waitFor({ state: 'attached' });
        }));

    test('come as a file, too, and narrow windows have them one above the other', () =>
        walkOn(tablet, async (page) => {
            await openSample(page);
            await beginComparing(page);
            const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '文件…')]);
            const text = await readFile(new URL('../../../assets/samples/gz-2024-shili.txt', import.meta.url));
            await chooser.setFiles({ name: '另一份.txt', mimeType: 'text/plain', buffer: text });
            const takers = page.getByRole('button', { name: /^采用左侧：/ });
            await takers.first().waitFor({ state: 'attached' });
            await rest(page);
            assert.ok((await takers.count()) > 3);
            for (const box of await takers.all()) {
                const size = await box.boundingBox();
                if (size) assert.ok(size.height >= 43.5, `${size.height}`);
            }
            const before = await page.getByRole('button', { name: /^新增 \d/ }).textContent();
            await press(page, /^新增 \d/);
            await rest(page);
            assert.equal(await page.getByRole('button', { name: before ?? '', pressed: false }).count(), 1);
        }));

    test("are another book's, from the home page's menu", () =>
        walkOn(desktop, async (page) => {
            await openSample(page);
            await press(page, '回到首页');
            const menu = page.getByRole('combobox', { name: /^操作：/ }).first();
            await menu.dispatchEvent('click');
            await page.getByRole('option', { name: '复制' }).dispatchEvent('click');
            await heard(page, '已复制为');
            await page.getByRole('button', { name: /示例/ }).first().waitFor({ state: 'attached' });
            await page.getByRole('combobox', { name: /^操作：/ }).last().dispatchEvent('click');
            await page.getByRole('option', { name: '与打开的表比较' }).dispatchEvent('click');
            await page.getByRole('status').filter({ hasText: '两份表内容相同' }).waitFor({ state: 'attached' });
        }));
});
