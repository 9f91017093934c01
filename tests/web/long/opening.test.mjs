// A large text says how far it is while it is opened, and can be stopped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, sample, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const text = readFileSync(sample, 'utf8');
const fileOf = (/** @type {number} */ characters) => ({
    name: '大表.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text.repeat(Math.ceil(characters / text.length))),
});
const large = fileOf(0.7e6);
/** Nobody is quick enough to see the end of it. */
const huge = fileOf(4e6);

/** Everything it says on its way, until the dialog is gone. @param {Page} page */
async function watch(page) {
    await page.evaluate(() => {
        const said = /** @type {string[]} */ (Object.assign(window, { said: [] }).said);
        new MutationObserver(() => {
            const bar = document.querySelector('[role=progressbar]');
            const now = bar?.getAttribute('aria-valuetext');
            if (now && now !== said.at(-1)) said.push(now);
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
}

/** @param {Page} page @param {typeof large} file */
async function choose(page, file) {
    const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '打开文件', exact: true }).click({ force: true }),
    ]);
    await chooser.setFiles(file);
}

describe('a large file', () => {
    const walks = onPages();

    test('says how far it is, and is opened', () =>
        walks(desktop, async (page) => {
            await watch(page);
            await choose(page, large);
            const bar = page.getByRole('dialog', { name: '正在打开' }).getByRole('progressbar', { name: '大表.txt' });
            await bar.waitFor({ state: 'attached' });
            await page.getByRole('region', { name: /^项目 1 / }).waitFor({ state: 'attached', timeout: 120_000 });
            assert.equal(await bar.count(), 0);
            const said = await page.evaluate(() => /** @type {any} */ (window).said);
            const percent = said.map((/** @type {string} */ one) => Number(/\d+/.exec(one)?.[0]));
            assert.deepEqual([...percent].sort((a, b) => a - b), percent);
            assert.ok(said.some((/** @type {string} */ one) => one.startsWith('正在读取')), String(said));
            assert.ok(said.some((/** @type {string} */ one) => one.startsWith('正在检查')), String(said));
            assert.ok(said.length > 10, String(said));
        }));

    test('can be stopped by touch, and the book stays', () =>
        walks(tablet, async (page) => {
            await openSample(page);
            const title = await page.title();
            await choose(page, huge);
            const cancel = page.getByRole('dialog', { name: '正在打开' }).getByRole('button', { name: '取消' });
            await cancel.waitFor({ state: 'attached' });
            const place = await cancel.boundingBox();
            assert.ok(place && place.height >= 44);
            await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
            await page.getByText('没有打开“大表.txt”：已取消').first().waitFor({ state: 'attached' });
            assert.equal(await page.getByRole('progressbar').count(), 0);
            assert.equal(await page.title(), title);
        }));

    test('can be stopped by keyboard: the button has it', () =>
        walks(desktop, async (page) => {
            await choose(page, huge);
            await page.waitForFunction(() => document.activeElement?.textContent === '取消');
            await page.keyboard.press('Escape');
            await page.getByText('没有打开“大表.txt”：已取消').first().waitFor({ state: 'attached' });
            assert.equal(await page.getByRole('dialog').count(), 0);
        }));
});
