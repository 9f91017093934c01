// Findings where the work is: filter, message at the cell, all fixes with a preview, finding words, the history.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard } from '../support/browser.mjs';
import { desktop, onPages, openSample, press, rest, tablet, withKeyboard } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Cards of the list. @param {Page} page */
const cards = (page) => page.getByRole('list', { name: '问题' }).getByRole('listitem');
/** @param {Page} page @param {string} name */
const field = (page, name) => page.getByRole('textbox', { name, exact: true });
/** The message at the cell. @param {Page} page */
const message = (page) => page.getByRole('group', { name: '这一格的问题' });

describe('findings where the work is', () => {
    const walkOn = onPages();
    /** @param {import('playwright-core').BrowserContextOptions} options @param {(page: Page) => Promise<void>} walk */
    const withSample = (options, walk) =>
        walkOn(options, async (page) => {
            await openSample(page);
            await walk(page);
        });

    test('the list shows one rule alone, says so, and one press takes that away', () =>
        withSample(desktop, async (page) => {
            const all = await cards(page).count();
            await page.getByRole('combobox', { name: '按规则筛选' }).focus();
            await page.keyboard.press('ArrowDown');
            const option = page.getByRole('option').nth(1);
            const words = (await option.textContent()) ?? '';
            await option.dispatchEvent('click');
            await rest(page);
            const [, title, count] = /^(.*) (\d+)$/.exec(words) ?? [];
            assert.equal(await cards(page).count(), Number(count));
            assert.ok(Number(count) < all);
            await page.keyboard.press('F8');
            await rest(page);
            assert.match((await page.evaluate(() => document.activeElement?.getAttribute('data-node'))) ?? '', /^cell\//);
            await press(page, `取消筛选：${title}`);
            await rest(page);
            assert.equal(await cards(page).count(), all);
        }));

    test('the message at a cell says what its description says, and a press on it reaches it', () =>
        withSample(desktop, async (page) => {
            const name = field(page, '指标 1 三级指标');
            await name.focus();
            await rest(page);
            assert.equal(await message(page).count(), 0);
            await page.keyboard.type('制做（展板');
            await page.keyboard.press('Enter');
            await name.focus();
            await rest(page);
            const said = (await message(page).locator('p').first().textContent()) ?? '';
            const described = await name.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? '');
            assert.ok(said && described.startsWith(said), `${described} / ${said}`);
            const box = await message(page).boundingBox();
            const cell = await name.boundingBox();
            assert.ok(box && cell && (box.y >= cell.y + cell.height || box.y + box.height <= cell.y));
            // A press on it reaches the canvas, not a field below it.
            const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.tagName, [box.x + 20, box.y + box.height - 8]);
            assert.equal(hit, 'CANVAS');
        }));

    test('Shift+F1 shows why it is a finding, in words that are fetched only then', () =>
        withSample(desktop, async (page) => {
            await page.keyboard.press('F8');
            await rest(page);
            const cell = (await withKeyboard(page)).id;
            const [texts] = await Promise.all([
                page.waitForResponse((response) => response.url().endsWith('/library/rules.txt')),
                page.keyboard.press('Shift+F1'),
            ]);
            assert.ok(texts.ok());
            const dialog = page.getByRole('dialog');
            await dialog.getByRole('heading', { name: '为什么' }).waitFor({ state: 'attached' });
            await dialog.getByRole('button', { name: /^在本表中 \d+ 处/ }).waitFor({ state: 'attached' });
            await page.keyboard.press('Escape');
            await dialog.waitFor({ state: 'detached' });
            await rest(page);
            assert.equal((await withKeyboard(page)).id, cell);
        }));

    test('全部修复 shows first what it would change; Enter applies it as one step', () =>
        withSample(desktop, async (page) => {
            const open = page.getByRole('button', { name: /^修复全部可以自动修复的/ });
            if ((await open.count()) === 0) {
                await field(page, '指标 1 指标值').focus();
                await page.keyboard.type('≥５场');
                await page.keyboard.press('Enter');
                await rest(page);
            }
            await open.dispatchEvent('click');
            await page.getByRole('dialog', { name: '全部修复：先看会改什么' }).waitFor({ state: 'attached' });
            await rest(page);
            assert.match((await withKeyboard(page)).name, /^应用 \d+ 处$/);
            const first = page.getByRole('dialog').getByRole('button', { pressed: true }).first();
            assert.match((await first.getAttribute('aria-label')) ?? (await first.textContent()) ?? '', /改前：.*改后：/s);
            await page.keyboard.press('Enter');
            await heard(page, '已修复');
            await press(page, /^撤销：全部修复/);
            await heard(page, '已撤销：全部修复');
        }));

    test('Ctrl+F finds words in the whole book; Enter goes on, Shift+Enter back, Escape to the cell', () =>
        withSample(desktop, async (page) => {
            await page.keyboard.press('Control+f');
            await field(page, '查找').waitFor({ state: 'attached' });
            await rest(page);
            await page.keyboard.type('指标');
            await page.getByText(/^第 1 处，共 \d+ 处$/).waitFor({ state: 'attached' });
            await page.keyboard.press('Enter');
            await page.getByText(/^第 2 处/).waitFor({ state: 'attached' });
            await page.keyboard.press('Shift+Enter');
            await page.getByText(/^第 1 处/).waitFor({ state: 'attached' });
            await page.keyboard.press('F3');
            await page.getByText(/^第 2 处/).waitFor({ state: 'attached' });
            assert.equal((await withKeyboard(page)).name, '查找');
            await page.keyboard.press('Escape');
            await field(page, '查找').waitFor({ state: 'detached' });
            await rest(page);
            const value = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);
            assert.match(value, /指标/);
        }));

    test('the history goes back by several steps and on again', () =>
        withSample(desktop, async (page) => {
            const name = field(page, '指标 1 三级指标');
            const before = await name.inputValue();
            for (const text of ['甲', '乙', '丙']) {
                await name.focus();
                await page.keyboard.type(text);
                await page.keyboard.press('Enter');
                await rest(page);
            }
            await page.keyboard.press('Control+Shift+h');
            const list = page.getByRole('dialog', { name: '修改记录' });
            await list.waitFor({ state: 'attached' });
            await list.getByRole('button', { name: /^最早的样子/ }).dispatchEvent('click');
            await heard(page, '已回到最早的样子');
            await rest(page);
            assert.equal(await name.inputValue(), before);
        }));

    test('by touch on a tablet the verdict stands at the foot and leads to the list', () =>
        withSample(tablet, async (page) => {
            const verdict = page.getByRole('button', { name: /^问题 \d+，上报结论：/ });
            const box = await verdict.boundingBox();
            assert.ok(box && box.height >= 44);
            await verdict.dispatchEvent('click');
            await page.getByRole('region', { name: '检查结果' }).waitFor({ state: 'attached' });
        }));
});
