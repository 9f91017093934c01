// A person who has never been here: from the empty browser to the first mended mistake, by touch, with the guide.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collectErrors, finger, openPage } from '../support/browser.mjs';
import { desktop, rest, sharedBrowser, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

const guide = (/** @type {Page} */ page) => page.getByRole('region', { name: '引导', exact: true });

/** With a finger, in the middle of what is seen of it. @param {Page} page @param {Locator} target */
async function tap(page, target) {
    await target.waitFor({ state: 'attached' });
    await rest(page);
    const place = await target.boundingBox();
    assert.ok(place && place.width > 0 && place.height > 0);
    await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
    await rest(page);
}

describe('the first visit', () => {
    const shared = sharedBrowser();

    /** @param {import('playwright-core').BrowserContextOptions} options @param {(page: Page) => Promise<void>} walk */
    async function visit(options, walk) {
        const context = await shared.browser.newContext({ acceptDownloads: true, ...options });
        const page = await context.newPage();
        const errors = collectErrors(page);
        await openPage(page, shared.url, { isFirstVisit: true });
        await walk(page);
        await context.close();
        assert.deepEqual(errors, []);
    }

    test('reaches the first mended mistake within six taps and 60 seconds', () =>
        visit(tablet, async (page) => {
            const begin = Date.now();
            let taps = 0;
            const touch = async (/** @type {Locator} */ target) => {
                taps += 1;
                await tap(page, target);
            };
            await touch(page.getByRole('button', { name: '看一个示例' }));
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
            assert.match(await guide(page).innerText(), /1\/4/);
            const findings = page.getByRole('button', { name: /^问题 \d/ });
            const before = Number(/\d+/.exec((await findings.textContent()) ?? '')?.[0]);
            await touch(findings);
            const fix = page.getByRole('button', { name: /^修复：/ }).first();
            const bottom = async () => ((await fix.boundingBox())?.y ?? 0) + 44;
            const hand = await finger(page);
            await hand.move([[400, 900]], [[400, 500]]);
            while ((await bottom()) > 1100) await rest(page); // The browser hands the fingers on when it likes.
            await touch(fix);
            assert.ok(taps <= 6, `${taps} taps`);
            assert.ok(Date.now() - begin < 60_000);
            assert.ok(Number(/\d+/.exec((await findings.textContent()) ?? '')?.[0]) < before);
            assert.match(await guide(page).innerText(), /3\/4[\s\S]*已保存/, 'it goes on by itself');
        }));

    test('is led to the export, and never again but on request', () =>
        visit(desktop, async (page) => {
            await page.getByRole('button', { name: '看一个示例' }).dispatchEvent('click');
            await guide(page).waitFor({ state: 'attached' });
            await rest(page);
            await page.keyboard.press('F8');
            await rest(page);
            assert.match(await guide(page).innerText(), /2\/4/);
            await page.getByRole('button', { name: /^修复：/ }).first().dispatchEvent('click');
            await rest(page);
            await guide(page).getByRole('button', { name: '下一步' }).dispatchEvent('click');
            await rest(page);
            const [download] = await Promise.all([
                page.waitForEvent('download'),
                page.getByRole('button', { name: '导出文件', exact: true }).dispatchEvent('click'),
            ]);
            assert.ok(download.suggestedFilename());
            await guide(page).waitFor({ state: 'detached' });
            await page.reload();
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached' });
            await rest(page);
            assert.equal(await guide(page).count(), 0);
            await page.keyboard.press('F1');
            await page.getByRole('option', { name: '看一遍引导' }).dispatchEvent('click');
            await guide(page).waitFor({ state: 'attached' });
            await rest(page);
            await guide(page).getByRole('button', { name: '跳过引导' }).focus();
            await page.keyboard.press('Enter');
            await guide(page).waitFor({ state: 'detached' });
        }));
});
