// axe-core has nothing to say about any view. It cannot see the canvas: how much text stands out from its ground is
// measured by tests/unit/ui/theme_test.cpp.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { desktop, onPages, openSample, press, rest, tablet } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/**
 * @param {Page} page
 * @returns {Promise<string[]>} one line for each element that breaks a rule
 */
async function violations(page) {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
    return page.evaluate(async () => {
        /** @type {any} */
        const axe = Reflect.get(window, 'axe');
        const result = await axe.run(document, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] });
        return result.violations.flatMap((/** @type {any} */ rule) =>
            rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
        );
    });
}

/** A view, and the way to it from the one before. @typedef {[string, (page: Page) => Promise<void>]} Step */

/** @type {Step[]} */
const first = [
    ['how to begin', async () => {}],
    ['a project', openSample],
];
/** @type {[string, import('playwright-core').BrowserContextOptions, Step[]][]} */
const walks = [
    ['on a desktop', desktop, [
        ...first,
        ['a list of choices', (page) => page.getByRole('combobox', { name: '表样' }).dispatchEvent('click')],
        ['the shortcuts', async (page) => {
            await page.keyboard.press('Escape');
            await page.keyboard.press('F1');
            await page.getByRole('dialog').waitFor({ state: 'attached' });
        }],
        ['a reason that is being written', async (page) => {
            await page.keyboard.press('Escape');
            await press(page, /^说明不改：/);
            await page.getByRole('textbox', { name: '不改的理由' }).waitFor({ state: 'attached' });
        }],
        ['a message', (page) => press(page, /^修复：/)],
        ['the texts', (page) => press(page, /^部门整体绩效文本/)],
    ]],
    ['on a tablet', tablet, [
        ['a project', openSample],
        ['findings', (page) => press(page, /^问题 \d/)],
    ]],
    ['on a phone', phone, first],
    ['in dark colours', { ...desktop, colorScheme: 'dark' }, [['a project', openSample]]],
];

describe('axe', () => {
    const onPage = onPages();
    for (const [name, options, steps] of walks) {
        test(`has nothing to say ${name}`, () =>
            onPage(options, async (page) => {
                for (const [view, step] of steps) {
                    await step(page);
                    await rest(page);
                    assert.deepEqual(await violations(page), [], view);
                }
            }));
    }
});
