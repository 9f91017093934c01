// What a screen reader is told of the main views, as files that a person has read: tests/web/golden/*.yml. A change of
// them is a change of what people hear; scripts/golden renews them.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, press, rest, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

const main = (/** @type {Page} */ page) => page.locator('main');

/**
 * Name, options, the way there, and the part of the page that is looked at.
 * @type {[string, import('playwright-core').BrowserContextOptions, (page: Page) => Promise<void>, (page: Page) => Locator][]}
 */
const views = [
    ['welcome', desktop, async () => {}, main],
    ['bar', desktop, openSample, (page) => page.getByRole('group', { name: '工具栏' })],
    ['contents', desktop, openSample, (page) => page.getByRole('region', { name: '目录' })],
    ['project', desktop, openSample, (page) => page.getByRole('region', { name: /^项目 1 / })],
    ['texts', desktop, async (page) => {
        await openSample(page);
        await press(page, /^部门整体绩效文本/);
    }, (page) => page.getByRole('region', { name: '部门整体绩效文本' })],
    ['findings', tablet, async (page) => {
        await openSample(page);
        await press(page, /^问题 \d/);
    }, (page) => page.getByRole('region', { name: '检查结果' })],
    ['choice', desktop, async (page) => {
        await openSample(page);
        await page.getByRole('combobox', { name: '表样' }).dispatchEvent('click');
    }, (page) => page.getByRole('dialog')],
    ['shortcuts', desktop, async (page) => {
        await openSample(page);
        await page.keyboard.press('F1');
    }, (page) => page.getByRole('dialog')],
    ['message', desktop, async (page) => {
        await openSample(page);
        await press(page, /^修复：/);
    }, (page) => page.getByRole('group', { name: '消息' })],
];

describe('what a screen reader is told of', () => {
    const onPage = onPages();
    for (const [name, options, walk, part] of views) {
        test(name, () =>
            onPage(options, async (page) => {
                await walk(page);
                await part(page).waitFor({ state: 'attached' });
                await rest(page);
                // How many live regions wait in silence depends on what was said before: nobody hears them.
                const told = `${await part(page).ariaSnapshot()}\n`.replace(/^ +- (status|alert)\n/gm, '');
                const file = new URL(`../golden/${name}.yml`, import.meta.url);
                if (process.env.JIBIAO_GOLDEN === 'renew') await writeFile(file, told);
                else assert.equal(told, await readFile(file, 'utf8'));
            }));
    }
});
