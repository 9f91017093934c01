// What is drawn of the whole book: each picture is a table for screen readers and on paper.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, press, rest, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function showPictures(page) {
    await openSample(page);
    await page.keyboard.press('F1'); // A narrow window has no list of contents.
    await page.getByRole('dialog').getByRole('option', { name: '图表', exact: true }).dispatchEvent('click');
    await page.getByRole('region', { name: '图表' }).waitFor({ state: 'attached' });
    await rest(page);
}

const titles = ['资金支出计划（累计 %）', /^各项目资金/, '指标覆盖（条）', '各项目的问题（处）'];

describe('the pictures of a book', () => {
    const walkOn = onPages();

    test('have headings and tables with the exact numbers', () =>
        walkOn(desktop, async (page) => {
            await showPictures(page);
            for (const name of titles) {
                assert.equal(await page.getByRole('heading', { name, level: 3 }).count(), 1, String(name));
                const table = page.getByRole('grid', { name });
                assert.ok((await table.getByRole('row').count()) > 1, String(name));
                assert.ok((await table.getByRole('columnheader').count()) > 1, String(name));
            }
            const plan = page.getByRole('grid', { name: titles[0] });
            assert.match((await plan.getByRole('gridcell').allTextContents()).join(' '), /100/);
            assert.match((await page.getByRole('grid', { name: titles[2] }).innerText()) ?? '', /数量指标/);
        }));

    test('lead to where their numbers stand, and Escape leads back to the form', () =>
        walkOn(desktop, async (page) => {
            await showPictures(page);
            await page.getByRole('grid', { name: titles[1] }).getByRole('button', { name: /^项目 1/ }).dispatchEvent('click');
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
            await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement);
            await press(page, '图表');
            await page.getByRole('region', { name: '图表' }).waitFor({ state: 'attached' });
            await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
            await page.keyboard.press('Escape');
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
        }));

    test('are printed as tables', () =>
        walkOn(desktop, async (page) => {
            await showPictures(page);
            await page.evaluate(() => Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') }));
            await press(page, '打印图表');
            await page.waitForFunction(() => document.documentElement.dataset.printed === '');
            await page.emulateMedia({ media: 'print' });
            const sheet = page.locator('#print');
            assert.equal(await sheet.locator('table').count(), 4);
            assert.match(await sheet.innerText(), /资金支出计划/);
        }));

    test('fit on a tablet, with targets for fingers', () =>
        walkOn(tablet, async (page) => {
            await showPictures(page);
            const region = page.getByRole('region', { name: '图表' });
            for (const button of await region.getByRole('button').all()) {
                const box = await button.boundingBox();
                if (box) assert.ok(box.height >= 43.5, `${await button.textContent()}: ${box.height}`);
            }
        }));
});
