// Remarks about cells: written, answered, dealt with and kept, by keyboard and by touch.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard } from '../support/browser.mjs';
import { desktop, onPages, openSample, press, rest, tablet, withKeyboard } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const nameField = (/** @type {Page} */ page) => page.getByRole('textbox', { name: /^项目名称/ }).first();
const draft = (/** @type {Page} */ page) => page.getByRole('textbox', { name: /^批注内容：/ });

/** @param {Page} page @param {string} text */
async function writeRemark(page, text) {
    await draft(page).waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('批注内容'));
    await page.keyboard.insertText(text);
    await page.getByRole('textbox', { name: '署名' }).fill('李审核');
    await rest(page);
}

describe('a remark', () => {
    const walkOn = onPages();

    test('is written by key, marks its cell, is answered and let pass', () =>
        walkOn(desktop, async (page) => {
            await openSample(page);
            await nameField(page).focus();
            await page.keyboard.press('Control+Alt+m');
            await writeRemark(page, '请写批复的全称');
            await press(page, '退回');
            await heard(page, '已标为“退回”');
            await rest(page);
            assert.equal((await withKeyboard(page)).name, await nameField(page).getAttribute('aria-label'));
            const described = await nameField(page).getAttribute('aria-describedby');
            assert.ok(described);
            assert.match((await page.locator(`#${described}`).textContent()) ?? '', /批注（退回）：请写批复的全称/);
            assert.ok(await page.getByText('李审核　').count());
            assert.equal(await page.getByRole('button', { name: '批注 1', pressed: true }).count(), 1);

            await press(page, /^回复：/);
            await writeRemark(page, '已改');
            await press(page, '批注');
            await heard(page, '已批注');
            await press(page, /^已处理：/);
            await heard(page, '已标为“已处理”');
            await press(page, /^通过：/);
            await heard(page, '已标为“通过”');
            assert.equal(await page.getByRole('button', { name: /^通过：项目 1/ }).count(), 1);
            await rest(page);

            await page.reload();
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
            await press(page, /^批注 \d/);
            await page.getByText('李审核　').first().waitFor({ state: 'attached' });
            await press(page, '回到首页');
            await page.getByRole('region', { name: '首页' }).waitFor({ state: 'attached' });
        }));

    test('is written by touch, and cancelled without a trace', () =>
        walkOn(tablet, async (page) => {
            await openSample(page);
            await nameField(page).focus();
            await press(page, /^问题 \d/);
            await press(page, /^批注 \d/);
            await press(page, /^＋ 批注：/);
            await writeRemark(page, '不要了');
            const panel = page.getByRole('region', { name: '检查结果' });
            for (const button of await panel.getByRole('button').all()) {
                const box = await button.boundingBox();
                if (box) assert.ok(box.height >= 43.5, `${await button.textContent()}: ${box.height}`);
            }
            await press(page, '取消');
            await draft(page).waitFor({ state: 'detached' });
            assert.equal(await page.getByText('还没有批注。').count(), 1);
        }));
});
