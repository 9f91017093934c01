// A text field looks the same with the keyboard, when the browser draws it, as at rest, when the canvas does: else text
// would jump when a person clicks on it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { collectErrors, heard, launchBrowser, openPage, paste } from '../support/browser.mjs';
import { sample } from '../support/document.mjs';
import { needs } from '../support/engines.mjs';
import { startServer } from '../support/server.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Of 255. */
const mostDifference = 6;
/** The ring around a field that has the keyboard, and its rounded corners. CSS pixels. */
const border = 6;

/** One of each look. @type {[string, string][]} */
const fields = [
    ['a single line', '单位名称'],
    ['bold', '项目名称'],
    ['a number', '预算数'],
    ['dense', '指标 1 三级指标'],
    ['dense and wrapped', '指标 1 绩效指标描述'],
    ['wrapped, with digits and signs', '指标 3 指标值'],
];

/**
 * @param {Page} page
 * @param {import('playwright-core').Locator} field
 */
async function pictures(page, field) {
    await field.focus(); // brings it into view
    await page.waitForFunction(() => window.jibiao.still());
    await page.waitForTimeout(300);
    await page.waitForFunction(() => window.jibiao.still());
    const box = await field.boundingBox();
    assert.ok(box && box.width > 40 && box.height > 20);
    const clip = { x: box.x + border, y: box.y + border, width: box.width - 2 * border, height: box.height - 2 * border };
    const shoot = async () => (await page.screenshot({ clip, caret: 'initial' })).toString('base64');
    const focused = await shoot();
    await field.evaluate((one) => one.blur());
    await page.waitForFunction(() => window.jibiao.still());
    assert.deepEqual(await field.boundingBox(), box, 'it has moved');
    return [focused, await shoot()];
}

/**
 * Decoded by the browser.
 * @param {Page} page any one
 * @param {string[]} pair PNG in base 64
 */
function difference(page, pair) {
    return page.evaluate(async (both) => {
        const [a, b] = await Promise.all(
            both.map(async (content) => {
                const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
                const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
                const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
                context?.drawImage(bitmap, 0, 0);
                return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
            }),
        );
        let sum = 0;
        let ink = 0;
        for (let at = 0; at < a.length; ++at) {
            sum += Math.abs(a[at] - b[at]);
            ink += Math.abs(a[at] - a[at % 4]); // from the paper, whose colour is in the corner
        }
        return { mean: sum / (0.75 * a.length), ink: ink / (0.75 * a.length), sameSize: a.length === b.length };
    }, pair);
}

describe('a field that gets the keyboard', needs('our line breaks'), () => {
    let text = '';
    /** @type {{url: string, close: () => Promise<void>}} */
    let server;
    before(async () => {
        text = await readFile(sample, 'utf8');
        server = await startServer();
    });
    after(() => server?.close());
    /**
     * A browser on such a screen: Playwright's own scale is laid over the browser's, which goes on placing letters as at 1.
     * @param {number} scale
     * @param {(page: Page) => Promise<void>} walk
     */
    const onScreen = async (scale, walk) => {
        const browser = await launchBrowser({}, [`--force-device-scale-factor=${scale}`, '--window-size=1366,768']);
        const page = await (await browser.newContext({ viewport: null })).newPage();
        const errors = collectErrors(page);
        await openPage(page, server.url);
        assert.equal(await page.evaluate(() => window.devicePixelRatio), scale);
        await walk(page);
        await browser.close();
        assert.deepEqual(errors, []);
    };

    for (const scale of [1, 1.25, 1.5, 2])
        test(`looks as before at ${scale} device pixels to one of CSS`, (t) =>
            onScreen(scale, async (page) => {
                await paste(page, { text, isOutside: true });
                await heard(page, '已打开“粘贴的文本”');
                await page.evaluate(() => {
                    const sheet = new CSSStyleSheet(); // a style element is against the page's policy
                    sheet.replaceSync('#mirror .field:focus { caret-color: transparent; }');
                    document.adoptedStyleSheets.push(sheet);
                });
                for (const [what, name] of fields) {
                    const pair = await pictures(page, page.getByRole('textbox', { name, exact: true }).first());
                    const { mean, ink, sameSize } = await difference(page, pair);
                    t.diagnostic(`${scale} ${what}: ${mean.toFixed(2)}, of ${ink.toFixed(1)} of ink`);
                    assert.ok(sameSize && ink > 2, `${what}: there is nothing to be seen`);
                    assert.ok(mean <= mostDifference, `${what}: ${mean.toFixed(2)} of 255`);
                }
            }));
});
