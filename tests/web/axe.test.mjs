// axe-core has nothing to say about any view. It cannot see the canvas: how much text stands out from its ground is
// measured by tests/unit/ui/theme_test.cpp.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, press, rest, tablet } from './support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/**
 * @param {Page} page
 * @returns {Promise<string[]>} one line for each element that breaks a rule
 */
async function violations(page) {
    await page.evaluate(source);
    return page.evaluate(async () => {
        /** @type {any} */
        const axe = Reflect.get(window, 'axe');
        const result = await axe.run(document, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] });
        return result.violations.flatMap((/** @type {any} */ rule) =>
            rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
        );
    });
}

/** @type {[string, import('playwright-core').BrowserContextOptions, (page: Page) => Promise<void>][]} */
const views = [
    ['how to begin', desktop, async () => {}],
    ['a project', desktop, openSample],
    ['the texts', desktop, async (page) => {
        await openSample(page);
        await press(page, /^部门整体绩效文本/);
    }],
    ['a list of choices', desktop, async (page) => {
        await openSample(page);
        await page.getByRole('combobox', { name: '表样' }).dispatchEvent('click');
    }],
    ['a message', desktop, async (page) => {
        await openSample(page);
        await press(page, /^修复：/);
    }],
    ['the shortcuts', desktop, async (page) => {
        await openSample(page);
        await page.keyboard.press('F1');
        await page.getByRole('dialog').waitFor({ state: 'attached' });
    }],
    ['a reason that is being written', desktop, async (page) => {
        await openSample(page);
        await press(page, /^说明不改：/);
        await page.getByRole('textbox', { name: '不改的理由' }).waitFor({ state: 'attached' });
    }],
    ['findings on a tablet', tablet, async (page) => {
        await openSample(page);
        await press(page, /^问题 \d/);
    }],
    ['how to begin on a phone', phone, async () => {}],
    ['a project on a phone', phone, openSample],
    ['dark colours', { ...desktop, colorScheme: 'dark' }, openSample],
];

describe('axe', () => {
    const onPage = onPages();
    for (const [name, options, walk] of views) {
        test(`has nothing to say about ${name}`, () =>
            onPage(options, async (page) => {
                await walk(page);
                await rest(page);
                assert.deepEqual(await violations(page), []);
            }));
    }
});
