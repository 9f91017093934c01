// What people do with a document's form on the real page: choose another one, choose categories, paste a whole text.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { collectErrors, finger, heard, launchBrowser, openPage, paste } from './support/browser.mjs';
import { desktop, press, sample, tablet } from './support/document.mjs';
import { needs } from './support/engines.mjs';
import { startServer } from './support/server.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {import('playwright-core').Locator} target */
async function tap(page, target) {
    const box = await target.boundingBox();
    assert.ok(box && box.height >= 44, `a target of ${box?.height} px`);
    await (await finger(page)).tap(box.x + box.width / 2, box.y + box.height / 2);
}

const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });

describe('a document and its form', () => {
    /** @type {{url: string, close: () => Promise<void>}} */
    let server;
    /** @type {import('playwright-core').Browser} */
    let browser;
    /** @type {string} */
    let text;
    before(async () => {
        [browser, server, text] = await Promise.all([launchBrowser(), startServer(), readFile(sample, 'utf8')]);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    /**
     * The page with the sample, which was pasted.
     * @param {(page: Page) => Promise<void>} walk
     * @param {import('playwright-core').BrowserContextOptions} options
     */
    async function withText(walk, options = desktop) {
        const context = await browser.newContext(options);
        const page = await context.newPage();
        const errors = collectErrors(page);
        await openPage(page, server.url);
        await paste(page, { text, isOutside: true });
        await heard(page, '已打开“粘贴的文本”');
        await walk(page);
        await context.close();
        assert.deepEqual(errors, []);
    }

    test('a text pasted beside a document is a book of its own; one pasted into a field stays there', () =>
        withText(async (page) => {
            await field(page, '项目名称').focus();
            const name = await field(page, '项目名称').inputValue();
            await page.keyboard.press('Control+A');
            await page.evaluate(() => document.execCommand('insertText', false, '粘贴的名称'));
            await page.keyboard.press('Tab');
            assert.equal(await field(page, '项目名称').inputValue(), '粘贴的名称');
            await paste(page, { text, isOutside: true });
            await page.waitForFunction((before) => {
                const fields = [...document.querySelectorAll('textarea, input')];
                return fields.some((one) => /** @type {HTMLInputElement} */ (one).value === before);
            }, name);
            await press(page, '回到首页');
            const books = page.getByRole('list', { name: '全部表' }).getByRole('button');
            await books.first().waitFor({ state: 'attached' });
            assert.equal(await books.count(), 2);
            await press(page, /^粘贴的名称，/);
            await field(page, '项目名称').waitFor({ state: 'attached' });
            assert.equal(await field(page, '项目名称').inputValue(), '粘贴的名称');
        }));

    test('the button pastes where the browser lets it, and says how else where not', async () => {
        for (const allowed of [true, false]) {
            const context = await browser.newContext(desktop);
            const page = await context.newPage();
            await page.addInitScript(
                ([mayRead, content]) => {
                    const readText = () => (mayRead ? Promise.resolve(content) : Promise.reject(new Error('denied')));
                    Object.defineProperty(navigator, 'clipboard', { value: { readText } });
                },
                /** @type {const} */ ([allowed, text]),
            );
            await openPage(page, server.url);
            await page.getByRole('button', { name: '粘贴文本' }).last().dispatchEvent('click');
            if (allowed) await heard(page, '已打开“粘贴的文本”');
            else await page.getByRole('alert').filter({ hasText: '请按 Ctrl+V' }).waitFor({ state: 'attached' });
            await context.close();
        }
    });

    test('by keyboard: another form, and back', () =>
        withText(async (page) => {
            const box = page.getByRole('combobox', { name: '表样' });
            const before = await box.textContent();
            await box.focus();
            await page.keyboard.press('Enter');
            const list = page.getByRole('listbox', { name: '表样' });
            await list.waitFor({ state: 'attached' });
            await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'option');
            assert.equal(await page.evaluate(() => document.activeElement?.textContent), before);
            const names = await list.getByRole('option').allTextContents();
            assert.ok(names.length >= 4);
            const other = names.findIndex((name) => name.includes('贵州'));
            const here = names.indexOf(before ?? '');
            for (let i = 0; i < Math.abs(other - here); ++i) await page.keyboard.press(other > here ? 'ArrowDown' : 'ArrowUp');
            await page.keyboard.press('Enter');
            await heard(page, '已保留在“其他内容”');
            assert.equal(await page.evaluate(() => document.activeElement?.textContent), names[other]);
            await page.getByRole('group', { name: /^其他内容/ }).waitFor({ state: 'attached' });
            await page.getByRole('button', { name: '撤销刚才的操作' }).dispatchEvent('click');
            await heard(page, '已撤销：改用表样');
            assert.equal(await box.textContent(), before);
        }));

    test('by keyboard: a category is chosen with Alt+Down, arrows and Enter; Escape leaves it', () =>
        withText(async (page) => {
            const level2 = field(page, '指标 1 二级指标');
            await level2.focus();
            const before = await level2.inputValue();
            for (const [keys, chosen] of /** @type {[string[], boolean][]} */ ([[['ArrowDown', 'Escape'], false], [['ArrowDown', 'Enter'], true]])) {
                await page.keyboard.press('Alt+ArrowDown');
                await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'option');
                const first = await page.evaluate(() => document.activeElement?.textContent);
                for (const key of keys) await page.keyboard.press(key);
                await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
                // The keyboard is back a frame before the text.
                await page.waitForFunction(
                    ([old, changes]) => (/** @type {HTMLTextAreaElement} */ (document.activeElement).value !== old) === changes,
                    /** @type {const} */ ([before, chosen]),
                );
                assert.equal((await level2.inputValue()) !== before, chosen, String(first));
            }
        }));

    test('by touch: an option over the fields is chosen, and no field gets the keyboard', needs('coarse pointer'), () =>
        withText(async (page) => {
            await tap(page, page.getByRole('combobox', { name: '表样' }));
            const option = page.getByRole('option', { name: /贵州/ });
            await option.waitFor({ state: 'attached' });
            await page.waitForFunction(() => window.jibiao?.still());
            await tap(page, option);
            await heard(page, '已改用表样');
            assert.notEqual(await page.evaluate(() => document.activeElement?.className), 'field');
        }, tablet));

    test('severity switches say whether they are pressed', () =>
        withText(async (page) => {
            const errors = page.getByRole('button', { name: /^错误 \d+$/ });
            assert.equal(await errors.getAttribute('aria-pressed'), 'true');
            await errors.dispatchEvent('click');
            await page.waitForFunction(() => document.querySelector('[data-node="severity/error"]')?.getAttribute('aria-pressed') === 'false');
        }));
});
