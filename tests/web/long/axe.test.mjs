// axe-core has nothing to say about any view. It cannot see the canvas: how much text stands out from its ground is
// measured by tests/unit/ui/theme_test.cpp.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { paste } from '../support/browser.mjs';
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

/** Closes what is open, and opens something else. @param {string} keys @returns {Step[1]} */
const dialogByKey = (keys) => async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press(keys);
    await page.getByRole('dialog').waitFor({ state: 'attached' });
};
/** @param {string | RegExp} name @returns {Step[1]} */
const dialogByButton = (name) => async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, name);
    await page.getByRole('dialog').waitFor({ state: 'attached' });
};
/** From the list of commands. @param {string} command @param {string} region @returns {Step[1]} */
const pageByCommand = (command, region) => async (page) => {
    await dialogByKey('F1')(page);
    await page.getByRole('dialog').getByRole('option', { name: command, exact: true }).dispatchEvent('click');
    await page.getByRole('region', { name: region }).waitFor({ state: 'attached' });
};
const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });

/** @type {Step[]} */
const onDemand = [
    ['a project', openSample],
    ['the find bar', async (page) => {
        await page.keyboard.press('Control+f');
        await field(page, '查找').waitFor({ state: 'attached' });
    }],
    ['the page of a rule', dialogByButton(/^规则说明：/)],
    ['the preview of all fixes', dialogByButton(/^修复全部/)],
    ['the history', async (page) => {
        await page.keyboard.press('Escape');
        await field(page, '资金用途').focus();
        await page.keyboard.type('改');
        await page.keyboard.press('Tab');
        await rest(page);
        await dialogByKey('Control+Shift+h')(page);
    }],
    ['the library of indicators', dialogByKey('F4')],
    ['a table before it is pasted', async (page) => {
        await page.keyboard.press('Escape');
        await field(page, '指标 1 指标值确定依据').focus();
        await paste(page, { html: '<table><tr><td>依据<td>备注<tr><td>依据<td>备注</table>' });
        await page.getByRole('dialog').waitFor({ state: 'attached' });
    }],
    ['a remark that is being written', async (page) => {
        await page.keyboard.press('Escape');
        await field(page, '资金用途').focus();
        await page.keyboard.press('Control+Alt+m');
        await page.getByRole('textbox', { name: /^批注内容/ }).waitFor({ state: 'attached' });
    }],
    ['pictures', pageByCommand('图表', '图表')],
    ['a comparison', pageByCommand('与别的表或以前的内容比较', '比较')],
    ['all books', async (page) => {
        await page.keyboard.press('Alt+Home');
        await page.getByRole('region', { name: '首页' }).waitFor({ state: 'attached' });
    }],
];

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
    ['of what is shown on demand', desktop, onDemand],
    ['of what is shown on demand on a tablet', tablet, onDemand.filter(([view]) => !/rule|fixes/.test(view))],
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
