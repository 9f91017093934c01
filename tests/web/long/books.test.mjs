// Several books on the page itself: the list at home, what can be done to a book, and that the storage keeps all of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard } from '../support/browser.mjs';
import { desktop, onPages, openSample, press, rest, tablet, withKeyboard } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Names of the books that are listed. @param {Page} page @returns {Promise<string[]>} */
const listed = (page) =>
    page.getByRole('list', { name: /^(全部表|已归档)$/ }).getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''));
/** @param {Page} page */
async function home(page) {
    await press(page, '回到首页');
    await page.getByRole('region', { name: '首页' }).waitFor({ state: 'attached' });
    await rest(page);
}
/** @param {Page} page @param {RegExp} book @param {string} option */
async function choose(page, book, option) {
    await page.getByRole('combobox', { name: book }).first().dispatchEvent('click');
    await page.getByRole('option', { name: option, exact: true }).dispatchEvent('click');
    await rest(page);
}
/** A blank one. @param {Page} page */
async function newBook(page) {
    await page.getByRole('combobox', { name: '新建空白表' }).dispatchEvent('click');
    await page.getByRole('option').first().dispatchEvent('click');
    await page.getByRole('region', { name: /^项目 1/ }).waitFor({ state: 'attached' });
    await rest(page);
}
/** @param {Page} page */
async function again(page) {
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    await rest(page);
}

describe('several books', () => {
    const onPage = onPages();

    test('are listed with their state, opened, and found again after a reload', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await home(page);
            assert.equal((await listed(page)).length, 1);
            assert.match((await listed(page))[0], /，\d+ 项须改，今天/);
            await newBook(page);
            await home(page);
            assert.equal((await listed(page)).length, 2);
            await again(page); // It was left at home.
            await page.getByRole('region', { name: '首页' }).waitFor({ state: 'attached' });
            const [, sample] = await listed(page);
            await press(page, sample);
            const name = page.getByRole('textbox', { name: '项目名称' }).first();
            await name.waitFor({ state: 'attached' });
            assert.notEqual(await name.inputValue(), '');
            await again(page); // It was left in the book.
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
        }));

    test('are renamed, copied, put away, deleted and had back; the storage agrees', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await home(page);
            await choose(page, /^操作：/, '重命名');
            const field = page.getByRole('textbox', { name: /^名称：/ });
            await field.fill('样例局二〇二一年');
            await field.press('Enter');
            await rest(page);
            assert.match((await listed(page))[0], /^样例局二〇二一年，/);
            await choose(page, /^操作：样例局二〇二一年/, '复制');
            assert.equal((await listed(page)).length, 2);
            await choose(page, /^操作：样例局二〇二一年$/, '归档');
            assert.equal((await listed(page)).length, 1);
            await press(page, '已归档 1 份');
            await rest(page);
            assert.match((await listed(page))[0], /^样例局二〇二一年，/);
            await choose(page, /^操作：样例局二〇二一年$/, '删除');
            await heard(page, '已删除');
            await page.getByRole('button', { name: /^撤销/ }).last().dispatchEvent('click');
            await heard(page, '已恢复');
            await again(page);
            assert.equal((await listed(page)).length, 1);
            await press(page, '已归档 1 份');
            await rest(page);
            await choose(page, /^操作：样例局二〇二一年$/, '删除');
            await again(page);
            assert.equal(await page.getByRole('button', { name: /^已归档/ }).count(), 0);
        }));

    test("next year's is made from last year's, and each text of it is confirmed", () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await home(page);
            await choose(page, /^操作：/, '据此新建下一年度的表');
            const strip = page.getByRole('status').filter({ hasText: '沿用上年' }).first();
            await strip.waitFor({ state: 'attached' });
            const count = async () => Number(/\d+/.exec((await strip.textContent()) ?? '')?.[0]);
            const before = await count();
            assert.ok(before > 20, String(before));
            await page.keyboard.press('F9');
            await rest(page);
            await page.keyboard.press('F9');
            await rest(page);
            assert.ok((await count()) < before);
            await page.keyboard.press('Control+Z');
            await rest(page);
            await home(page);
            assert.equal((await listed(page)).length, 2);
        }));

    test('by keyboard alone: home, the menu of a book, Escape, and back into it', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await page.keyboard.press('Alt+Home');
            await page.getByRole('region', { name: '首页' }).waitFor({ state: 'attached' });
            await rest(page);
            for (let turn = 0; turn < 20 && !(await withKeyboard(page)).name.startsWith('操作：'); ++turn) await page.keyboard.press('Tab');
            assert.match((await withKeyboard(page)).name, /^操作：/);
            await page.keyboard.press('Enter');
            await page.getByRole('option', { name: '重命名' }).waitFor({ state: 'attached' });
            await page.keyboard.press('Escape');
            await rest(page);
            assert.match((await withKeyboard(page)).name, /^操作：/);
            await page.keyboard.press('Shift+Tab');
            await page.keyboard.press('Enter');
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
        }));

    test('are all within reach of a finger', () =>
        onPage(tablet, async (page) => {
            await openSample(page);
            await home(page);
            const targets = page.getByRole('region', { name: '首页' }).locator('button, [role=combobox]');
            for (const target of await targets.all()) {
                const box = await target.boundingBox();
                assert.ok(box && box.width >= 44 && box.height >= 44, `${await target.getAttribute('aria-label')}: ${box?.width} × ${box?.height}`);
            }
        }));
});
