// The whole way with nothing but fingers, on a tablet, from a blank page to a file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { finger, heard, inputMethod } from '../support/browser.mjs';
import { onPages, rest, sample, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @param {Page} page @param {Locator} target */
async function placeOf(page, target) {
    await rest(page);
    const box = await target.boundingBox();
    assert.ok(box && box.width >= 44 && box.height >= 44, `a target of ${box?.width} × ${box?.height} px`);
    return /** @type {[number, number]} */ ([box.x + box.width / 2, box.y + box.height / 2]);
}

describe('by touch alone', () => {
    const onPage = onPages();

    test('open, tap a field, type, tap a fix, rest a finger, move two, export', () =>
        onPage(tablet, async (page) => {
            const hand = await finger(page);
            const tap = async (/** @type {Locator} */ target) => hand.tap(...(await placeOf(page, target)));
            const [chooser] = await Promise.all([
                page.waitForEvent('filechooser'),
                tap(page.getByRole('button', { name: '打开文件', exact: true })),
            ]);
            await chooser.setFiles(sample);
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });

            // A tap gives the field the keyboard, and the input method types.
            const name = page.getByRole('textbox', { name: '资金用途', exact: true });
            await tap(name);
            await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '资金用途');
            const method = await inputMethod(page);
            for (const letters of ['n', 'ni', "ni'h", "ni'hao"]) await method.compose(letters);
            await method.commit('你好');
            await tap(page.getByRole('button', { name: /^问题 \d/ }));
            const list = page.getByRole('list', { name: '问题' });
            await list.waitFor({ state: 'attached' });
            const fix = page.getByRole('button', { name: /^修复：/ }).first();
            const top = async () => (await fix.boundingBox())?.y ?? 0;
            /** It may lie below what is seen, where a finger meets something else. */
            const scrollToIt = async () => {
                for (let turn = 0; turn < 5 && (await top()) > 900; ++turn) {
                    await hand.drag(400, 900, 0, -300);
                    await rest(page);
                }
            };
            await scrollToIt();

            // A finger that rests presses nothing, two that move scroll and press nothing.
            const findings = () => list.getByRole('listitem').count();
            const count = await findings();
            await hand.hold(...(await placeOf(page, fix)));
            await page.waitForTimeout(700);
            await hand.letGo();
            await rest(page);
            assert.equal(await findings(), count);
            const from = await top();
            await hand.move([[300, 800], [500, 800]], [[300, 500], [500, 500]]);
            while ((await top()) > from - 100) await rest(page); // The browser hands the fingers on when it likes.
            assert.equal(await findings(), count);
            await hand.move([[300, 500], [500, 500]], [[300, 1100], [500, 1100]]); // From within the list.
            while ((await top()) < from) await rest(page);

            await scrollToIt();
            await tap(fix);
            await heard(page, '已修复');
            const [download] = await Promise.all([
                page.waitForEvent('download'),
                tap(page.getByRole('button', { name: '导出文件', exact: true })),
            ]);
            assert.match(download.suggestedFilename(), /\.jibiao\.json$/);
            assert.ok((await readFile(await download.path(), 'utf8')).includes('你好'));
        }));
});
