// The mirror at work on the real page: what scrolling costs, what is read out.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, press, rest } from './support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * How many elements of the mirror change with each of some turns of the wheel, new ones and their surroundings apart.
 * @param {Page} page
 * @param {number} x
 * @param {number} y
 */
async function changedByScrolling(page, x, y) {
    await page.evaluate(() => {
        /** @type {Set<Node>} */
        const changed = new Set();
        const observer = new MutationObserver((records) => {
            const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
            for (const { type, target } of records) {
                const isNew = [...added].some((node) => node.contains(target));
                if (type === 'attributes' && !isNew) changed.add(target);
            }
        });
        const mirror = /** @type {Element} */ (document.getElementById('mirror'));
        observer.observe(mirror, { subtree: true, attributes: true, childList: true });
        const take = () => {
            const count = changed.size;
            changed.clear();
            return count;
        };
        Object.assign(window, { takeChanged: take });
    });
    await page.mouse.move(x, y);
    await rest(page);
    await page.evaluate(() => /** @type {any} */ (window).takeChanged());
    const counts = [];
    for (let turn = 0; turn < 12; ++turn) {
        await page.mouse.wheel(0, 53);
        await rest(page);
        counts.push(await page.evaluate(() => /** @type {any} */ (window).takeChanged()));
    }
    return counts;
}

describe('the mirror', () => {
    const onPage = onPages();

    test('moves one element when something scrolls', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            for (const x of [700, 1200]) {
                const counts = await changedByScrolling(page, x, 500);
                assert.ok(Math.max(...counts) <= 3, counts.join());
                assert.ok(counts.some((count) => count > 0), counts.join());
            }
            await press(page, /^部门整体绩效文本/);
            const counts = await changedByScrolling(page, 700, 500);
            assert.ok(Math.max(...counts) <= 3, counts.join());
        }));

    test('cuts off the fields that are scrolled out', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            await page.mouse.move(700, 500);
            await page.mouse.wheel(0, 400);
            await rest(page);
            const hit = await page.evaluate(() => {
                const field = [...document.querySelectorAll('.field')].find((one) => {
                    const box = one.getBoundingClientRect();
                    return box.top < 40 && box.bottom > 5 && box.left > 200;
                });
                const box = field?.getBoundingClientRect();
                if (!field || !box) return 'no field there';
                return document.elementFromPoint(box.left + 10, Math.max(box.top + 4, 6)) === field ? 'hit' : 'cut';
            });
            assert.equal(hit, 'cut');
        }));

    test('reads out how many findings there are when their number has changed', () =>
        onPage(desktop, async (page) => {
            await openSample(page);
            const said = page.locator('[data-node=counts]');
            assert.match((await said.textContent()) ?? '', /^错误 \d+，警告 \d+/);
            await press(page, /^修复：/);
            await rest(page);
            assert.match((await said.textContent()) ?? '', /（少 \d+）/);
        }));
});
