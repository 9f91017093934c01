// What belongs into a field, said beside it: by the keyboard, and by touch.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, rest, tablet, withKeyboard } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const panel = (/** @type {Page} */ page) => page.getByRole('region', { name: '填写说明' });
const title = (/** @type {Page} */ page) => panel(page).getByRole('heading', { level: 2 });
const cell = (/** @type {Page} */ page, /** @type {string} */ column) =>
    page.getByRole('textbox', { name: `指标 1 ${column}`, exact: true });

describe('what belongs into a field', () => {
    const onPage = onPages();

    test('is fetched when it is asked for, and follows the keyboard through the table', () =>
        onPage(desktop, async (page) => {
            /** @type {string[]} */
            const fetched = [];
            page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
            await openSample(page);
            assert.ok(!fetched.some((name) => name.endsWith('guidance.txt')), 'it is no part of what the first edit needs');
            await cell(page, '三级指标').focus();
            await rest(page);
            const before = await cell(page, '三级指标').inputValue();
            await page.keyboard.press('Control+F1');
            await panel(page).getByText('量什么。').waitFor({ state: 'attached' });
            await rest(page);
            assert.equal(await title(page).textContent(), '填写说明：三级指标');
            assert.equal((await withKeyboard(page)).name, '指标 1 三级指标', 'one goes on typing');
            await page.keyboard.press('ArrowRight');
            await page.keyboard.press('ArrowRight');
            await rest(page);
            assert.equal(await title(page).textContent(), '填写说明：指标值');
            assert.match(await panel(page).innerText(), /示例[\s\S]*≥40场/);
            assert.equal(await cell(page, '三级指标').inputValue(), before, 'an example is no content');
            const rule = panel(page).getByRole('button', { name: '规则说明：指标值没有计量单位' });
            await rule.focus();
            await page.keyboard.press('Enter');
            await page.getByRole('dialog', { name: '指标值没有计量单位' }).waitFor({ state: 'attached' });
            await page.keyboard.press('Escape');
            await rest(page);
            await page.keyboard.press('Escape');
            await panel(page).waitFor({ state: 'detached' });
            await rest(page);
            assert.equal((await withKeyboard(page)).name, '指标 1 指标值');
        }));

    test('opens from the head of the column by touch, and does not cover the field', () =>
        onPage(tablet, async (page) => {
            await openSample(page);
            await cell(page, '指标值').focus();
            await rest(page);
            const mark = page.getByRole('button', { name: '填写说明', exact: true });
            const place = await mark.boundingBox();
            assert.ok(place && place.width >= 44 && place.height >= 44);
            await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
            await rest(page);
            assert.equal(await title(page).textContent(), '填写说明：指标值');
            const [field, region] = await Promise.all([cell(page, '指标值').boundingBox(), panel(page).boundingBox()]);
            assert.ok(field && region && field.y + field.height <= region.y, 'it stands at the foot');
        }));
});
