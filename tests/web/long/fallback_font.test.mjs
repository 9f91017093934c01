// The page where the browser has no Chinese letters or does not let it read what a canvas shows, with a stub instead of the
// program and the font that scripts/setup made.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';
import { collectErrors, launchBrowser, openPage } from '../support/browser.mjs';
import { makeStubSite, stubOf } from '../support/stub.mjs';

const recipe = fileURLToPath(new URL('../../../cmake/toolchain-recipe', import.meta.url));
const caches = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
const toolchain = process.env.JIBIAO_TOOLCHAIN ?? path.join(caches, 'jibiao', `toolchain-${readFileSync(recipe, 'utf8').trim()}`);
const font = path.join(toolchain, 'font');
const skip = existsSync(font) ? false : 'scripts/setup could not make the fallback font';

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jibiao-font-'));
    await makeStubSite(folder);
    if (!skip) await cp(font, path.join(folder, 'fonts'), { recursive: true });
    server = await serve({ root: folder });
});
after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
});

/**
 * What the page draws of a character.
 * @param {import('playwright-core').Page} page
 * @param {number} codePoint
 * @param {number} size
 * @param {boolean} [bold]
 */
const glyph = (page, codePoint, size, bold = false) =>
    page.evaluate(
        ([code, em, isBold]) => {
            const box = new Float32Array(6);
            const pixels = new Uint8Array(100_000);
            /** @type {any} */ (window).stub.host.rasterize(code, em, isBold, box, pixels);
            const [advance, left, top, width, height] = box;
            return { advance, left, top, width, height, pixels: [...pixels.subarray(0, width * height)] };
        },
        /** @type {const} */ ([codePoint, size, bold]),
    );

/** What the page draws of a character beside what the browser draws with the same font, read in a way that is not spoiled. */
const compare = `(code, size, weight) => {
    const box = new Float32Array(6);
    const drawn = new Uint8Array(100_000);
    window.stub.host.rasterize(code, size, weight === 'bold', box, drawn);
    const [advance, left, top, width, height] = box;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.font = weight + ' ' + size + 'px "Jibiao Fallback"';
    context.textRendering = 'geometricPrecision'; // without hints
    context.fillText(String.fromCodePoint(code), -left, -top);
    const data = window.readTruly.call(context, 0, 0, width, height).data;
    let difference = 0;
    let ours = 0;
    let theirs = 0;
    for (let index = 0; index < width * height; ++index) {
        difference += Math.abs(drawn[index] - data[4 * index + 3]);
        ours += drawn[index];
        theirs += data[4 * index + 3];
    }
    return { difference: difference / theirs, ink: ours / theirs, advance, width: context.measureText(String.fromCodePoint(code)).width };
}`;

describe('a browser that does not let the page read a canvas', { skip }, () => {
    /** @type {import('playwright-core').Browser} */
    let browser;
    before(async () => void (browser = await launchBrowser()));
    after(() => browser?.close());

    /**
     * @param {string} spoil
     * @param {(page: import('playwright-core').Page) => Promise<void>} look
     */
    async function openSpoiled(spoil, look) {
        const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 900, height: 600 } });
        const page = await context.newPage();
        const errors = collectErrors(page);
        await page.addInitScript(`
            window.readTruly = CanvasRenderingContext2D.prototype.getImageData;
            CanvasRenderingContext2D.prototype.getImageData = function (...box) {
                const image = readTruly.apply(this, box);
                (${spoil})(image.data);
                return image;
            };`);
        await openPage(page, server.url);
        await look(page);
        await context.close();
        assert.deepEqual(errors, []);
    }
    const noise = '(data) => crypto.getRandomValues(data)';

    for (const [what, spoil] of [
        ['noise', noise],
        ['white', '(data) => data.fill(255)'],
        ['nothing', '(data) => data.fill(0)'],
    ])
        test(`but gives ${what} gets letters that are drawn without one`, () =>
            openSpoiled(spoil, async (page) => {
                const { advance, width, height, pixels } = await glyph(page, 0x56fd, 32);
                assert.equal(advance, 32);
                assert.ok(width > 24 && width <= 34 && height > 24 && height <= 34);
                const ink = pixels.reduce((sum, value) => sum + value, 0) / (255 * 32 * 32);
                assert.ok(ink > 0.15 && ink < 0.5, `${ink}`);
                const blank = await glyph(page, 0x20, 32);
                assert.ok(blank.advance > 5 && blank.width === 0);
            }));

    test('gets letters as the browser draws them', () =>
        openSpoiled(noise, async (page) => {
            for (const character of '国效≥%gA；（①永')
                for (const size of [15, 20, 32, 48]) {
                    const seen = await page.evaluate(`(${compare})(${character.codePointAt(0)}, ${size}, 'normal')`);
                    const { difference, ink, advance, width } = /** @type {any} */ (seen);
                    const where = `${character} ${size}: ${JSON.stringify(seen)}`;
                    assert.ok(difference < 0.2, where);
                    assert.ok(ink > 0.95 && ink < 1.15, where);
                    assert.ok(Math.abs(advance - width) < 0.02, where);
                }
        }));

    test('gets bold letters with wider strokes', () =>
        openSpoiled(noise, async (page) => {
            const ink = async (/** @type {boolean} */ bold) => (await glyph(page, 0x56fd, 20, bold)).pixels.reduce((sum, value) => sum + value, 0);
            const ratio = (await ink(true)) / (await ink(false));
            assert.ok(ratio > 1.15 && ratio < 1.8, `${ratio}`);
        }));

    test('keeps the font for use without a network', () =>
        openSpoiled(noise, async (page) => {
            await page.route('**/fonts/*', (route) => route.abort());
            await page.reload();
            await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
            assert.ok((await glyph(page, 0x56fd, 32)).pixels.length > 0);
        }));

    test('has the same font in text fields', () =>
        openSpoiled(noise, async (page) => {
            await stubOf(page).show([{ id: 'name', role: 'textbox', name: '项目名称', value: '项目经费', rect: [20, 80, 300, 36] }]);
            const family = await page.getByRole('textbox').evaluate((field) => getComputedStyle(field).fontFamily);
            assert.match(family, /^"Jibiao Fallback",/);
        }));
});

describe('a browser without Chinese letters', { skip }, () => {
    test('gets those of the font', async () => {
        const config = path.join(folder, 'fonts.conf');
        await writeFile(config, '<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>');
        const browser = await launchBrowser({ FONTCONFIG_FILE: config });
        try {
            const page = await browser.newPage({ serviceWorkers: 'block' });
            const errors = collectErrors(page);
            await openPage(page, server.url);
            const country = await glyph(page, 0x56fd, 32);
            assert.notDeepEqual(country.pixels, (await glyph(page, 0xffff, 32)).pixels);
            assert.equal(country.advance, 32);
            assert.deepEqual(errors, []);
        } finally {
            await browser.close();
        }
    });
});
