// The library of indicators on the page itself: fetched when it is opened, found by what people type, put into the table.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heard } from '../support/browser.mjs';
import { desktop, onPages, openSample, press, rest, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const library = (/** @type {Page} */ page) => page.getByRole('dialog', { name: '指标库' });
const entries = (/** @type {Page} */ page) => library(page).getByRole('option');
const nameOf = (/** @type {Page} */ page, /** @type {number} */ row) =>
    page.getByRole('textbox', { name: `指标 ${row} 三级指标`, exact: true });

/** With the keyboard alone, from the cell of a name. @param {Page} page @param {number} row */
async function openByKey(page, row) {
    await nameOf(page, row).focus();
    await rest(page);
    await page.keyboard.press('F4');
    await entries(page).first().waitFor({ state: 'attached' });
    await rest(page);
}

describe('the library of indicators', () => {
    const onPage = onPages();

    test('is found by initials and goes into the table by the keyboard alone, as one step of undo', () =>
        onPage(desktop, async (page) => {
            /** @type {string[]} */
            const fetched = [];
            page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
            await openSample(page);
            const second = await nameOf(page, 2).inputValue();
            assert.ok(!fetched.some((name) => name.includes('/library/')), 'it is no part of what the first edit needs');
            await openByKey(page, 1);
            assert.ok(fetched.some((name) => name.endsWith('/library/indicators.txt')));
            await page.keyboard.type('pxrc');
            await rest(page);
            await entries(page).first().waitFor({ state: 'attached' });
            assert.equal(await entries(page).first().textContent(), '培训人次');
            await page.keyboard.press('ArrowDown');
            await rest(page);
            await page.keyboard.press('Enter');
            await rest(page);
            await library(page).waitFor({ state: 'detached' });
            assert.equal(await nameOf(page, 2).inputValue(), '培训人次');
            assert.equal(await page.getByRole('textbox', { name: '指标 2 二级指标', exact: true }).inputValue(), '数量指标');
            const target = page.getByRole('textbox', { name: '指标 2 指标值', exact: true });
            assert.equal(await target.inputValue(), '');
            assert.equal(await target.getAttribute('placeholder'), '≥ … 人次');
            assert.ok(await target.evaluate((field) => field === document.activeElement), 'the number is the next thing to do');
            await heard(page, '已选用指标“培训人次”');
            await page.keyboard.press('Control+z');
            await rest(page);
            assert.equal(await nameOf(page, 2).inputValue(), second);
        }));

    test('closes with Escape and gives the keyboard back; its filters narrow it', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await openByKey(page, 1);
            await library(page).getByRole('combobox', { name: /^领域/ }).dispatchEvent('click');
            await page.getByRole('option', { name: '科学普及', exact: true }).dispatchEvent('click');
            await rest(page);
            const names = await entries(page).allTextContents();
            assert.ok(names.includes('流动科技馆巡展站数') && !names.includes('培训人次'), names.join());
            await library(page).getByRole('textbox', { name: '查找指标' }).focus();
            await page.keyboard.press('Escape');
            await rest(page);
            await library(page).waitFor({ state: 'detached' });
            assert.ok(await nameOf(page, 1).evaluate((field) => field === document.activeElement));
        }));

    test('says that it could not be fetched, and comes when it is asked for again', () =>
        onPage({ ...desktop, serviceWorkers: 'block' }, async (page, errors) => {
            await openSample(page);
            await page.route('**/library/*', (route) => route.abort());
            await nameOf(page, 1).focus();
            await page.keyboard.press('F4');
            await library(page).getByText(/没有取到.*请检查网络/).waitFor({ state: 'attached' });
            await page.unroute('**/library/*');
            assert.ok(errors.splice(0).every((error) => /library|ERR_FAILED/.test(error)), 'no other error than what was refused');
            await press(page, '再试一次');
            await entries(page).first().waitFor({ state: 'attached' });
        }));

    test('works without a network once the page has been kept', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await page.evaluate(async () => void (await navigator.serviceWorker.ready));
            await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
            await page.context().setOffline(true);
            await openByKey(page, 1);
            await page.keyboard.type('myd');
            await rest(page);
            assert.match((await entries(page).first().textContent()) ?? '', /满意度/);
            await page.context().setOffline(false);
        }));

    test('is opened and used by touch, from an added row', () =>
        onPage(tablet, async (page) => {
            await openSample(page);
            const rows = await page.getByRole('textbox', { name: /^指标 \d+ 三级指标$/ }).count();
            await press(page, '增加指标');
            await rest(page);
            const offer = page.getByRole('button', { name: '从指标库选用' }).first();
            await offer.waitFor({ state: 'attached' });
            await offer.dispatchEvent('click');
            const entry = entries(page).filter({ hasText: /^参训人员满意度$/ });
            await library(page).getByRole('textbox', { name: '查找指标' }).fill('参训人员');
            await entry.waitFor({ state: 'attached' });
            await rest(page);
            const box = await entry.boundingBox();
            assert.ok(box && box.height >= 44);
            await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
            await library(page).waitFor({ state: 'detached' });
            await rest(page);
            const added = page.getByRole('textbox', { name: /^指标 \d+ 三级指标$/ });
            assert.equal(await added.count(), rows + 1);
            assert.equal(await added.last().inputValue(), '参训人员满意度');
        }));
});
