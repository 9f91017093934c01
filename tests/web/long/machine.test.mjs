// The real page on a machine that makes it hard: the graphics card goes, the scale changes, no font can be used, the network
// is gone.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { collectErrors, heard, launchBrowser, openPage } from '../support/browser.mjs';
import { rest, sample, sharedBrowser } from '../support/document.mjs';

/** @typedef {import('playwright-core').Page} Page */

const root = fileURLToPath(new URL('../../../', import.meta.url));
const skip = existsSync(path.join(root, 'build/web/site/fonts')) ? false : 'scripts/setup could not make the fallback font';
const desktop = { viewport: { width: 1280, height: 800 } };

const shared = sharedBrowser();

/** As Ctrl+V outside of any field does it. @param {Page} page */
async function pasteSample(page) {
    const text = await readFile(sample, 'utf8');
    await page.evaluate((content) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', content);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await heard(page, '已打开“粘贴的文本”');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '关闭消息' }).waitFor({ state: 'detached' });
}

const field = (/** @type {Page} */ page) => page.getByRole('textbox', { name: '项目名称' }).first();

/** In device pixels; page.screenshot() would set a scale of its own first. @param {Page} page */
async function picture(page) {
    await page.waitForTimeout(300); // until nothing moves
    await rest(page);
    const session = await page.context().newCDPSession(page);
    return (await session.send('Page.captureScreenshot', { format: 'png' })).data;
}

/**
 * Below the bar, where the disk's answer is to be seen. The graphics card may round otherwise where a letter lies elsewhere
 * in its texture.
 * @param {string} one
 * @param {string} other
 * @param {string} what
 */
async function assertSame(one, other, what) {
    const page = await shared.browser.newPage();
    const difference = await page.evaluate(
        async (pictures) => {
            const [a, b] = await Promise.all(
                pictures.map(async (each) => {
                    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${each}`)).blob());
                    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
                    context?.drawImage(bitmap, 0, -60);
                    return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
                }),
            );
            let most = a.length === b.length ? 0 : 255;
            for (let index = 0; index < a.length; ++index) most = Math.max(most, Math.abs(a[index] - b[index]));
            return most;
        },
        [one, other],
    );
    await page.close();
    assert.ok(difference <= 2, `${what}: by ${difference}`);
}

/**
 * @param {(page: Page) => Promise<void>} walk
 * @param {object} [more]
 * @param {import('playwright-core').BrowserContextOptions} [more.options]
 * @param {import('playwright-core').Browser} [more.where]
 * @param {string} [more.script] runs before the page's own
 */
async function withSample(walk, { options = desktop, where = shared.browser, script = '' } = {}) {
    const context = await where.newContext(options);
    const page = await context.newPage();
    const errors = collectErrors(page);
    await page.addInitScript(script);
    await openPage(page, shared.url);
    await pasteSample(page);
    await walk(page);
    await context.close();
    assert.deepEqual(errors, []);
}

describe('a graphics card that is lost', () => {
    const card = (/** @type {Page} */ page, /** @type {'loseContext' | 'restoreContext'} */ act) =>
        page.evaluate((method) => {
            const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
            const holder = /** @type {any} */ (window);
            holder.card ??= canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
            holder.card[method]();
        }, act);
    const isLost = (/** @type {Page} */ page, /** @type {boolean} */ lost) =>
        page.waitForFunction((wanted) => {
            const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
            return canvas.getContext('webgl2')?.isContextLost() === wanted;
        }, lost);

    test('and comes back: the picture is the same again, and what was typed meanwhile is there', () =>
        withSample(async (page) => {
            const first = await picture(page);
            for (let time = 0; time < 2; ++time) {
                await card(page, 'loseContext');
                await isLost(page, true);
                await page.waitForTimeout(100);
                await card(page, 'restoreContext');
                await isLost(page, false);
                await assertSame(first, await picture(page), 'the picture has changed');
            }

            const before = await field(page).inputValue();
            await field(page).focus();
            await page.keyboard.press('End');
            await card(page, 'loseContext');
            await isLost(page, true);
            const frames = await page.evaluate(() => window.jibiao.frames());
            await page.waitForTimeout(300);
            assert.equal(await page.evaluate(() => window.jibiao.frames()), frames);
            await page.keyboard.type('甲乙');
            await card(page, 'restoreContext');
            await isLost(page, false);
            await page.keyboard.press('Tab');
            await rest(page);
            assert.equal(await field(page).inputValue(), `${before}甲乙`);
            await page.keyboard.press('Control+z');
            await page.waitForFunction((text) => [...document.querySelectorAll('textarea,input')].some((each) => /** @type {HTMLInputElement} */ (each).value === text), before);
        }));

    test('and stays away is named after ten seconds', () =>
        withSample(async (page) => {
            await card(page, 'loseContext');
            await page.waitForTimeout(5000);
            assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'ready');
            await page.locator('#trouble-graphics').waitFor();
        }));
});

describe('a scale that changes while the page is open', () => {
    /** Sizes of textures in device pixels, the largest. */
    const watch = `
        window.largest = 0;
        const { prototype } = WebGL2RenderingContext;
        const upload = prototype.texImage2D;
        prototype.texImage2D = function (...all) {
            if (all.length > 6) window.largest = Math.max(window.largest, all[3] * all[4]);
            return upload.apply(this, all);
        };`;

    const sizeAt = (/** @type {number} */ scale) => ({ width: Math.round(1280 / scale), height: Math.round(800 / scale) });

    test('is followed, and old sizes of letters take no room for ever', () =>
        withSample(
            async (page) => {
                const session = await page.context().newCDPSession(page);
                // As the browser's zoom: the window stays as large as it is.
                const scale = async (/** @type {number} */ deviceScaleFactor) => {
                    await session.send('Emulation.setDeviceMetricsOverride', { ...sizeAt(deviceScaleFactor), deviceScaleFactor, mobile: false });
                    await page.waitForFunction((wanted) => {
                        const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
                        return Math.abs(devicePixelRatio - wanted) < 0.01 && canvas.width === Math.round(innerWidth * wanted) && Math.abs(canvas.width - 1280) <= 1;
                    }, deviceScaleFactor);
                    return picture(page);
                };
                const largest = () => page.evaluate(() => /** @type {any} */ (window).largest);
                const first = await picture(page);
                for (const each of [1.25, 2]) await scale(each);
                await assertSame(first, await scale(1), 'the picture at scale 1 has changed');
                const most = await largest();
                for (let round = 0; round < 4; ++round) for (const each of [1.25, 1.6, 2, 1]) await scale(each);
                assert.ok((await largest()) <= 2 * most, `${await largest()} after ${most}`);
                assert.ok((await largest()) <= 2048 * 2048);
            },
            { script: watch },
        ));
});

describe('a browser whose text cannot be drawn by it', { skip }, () => {
    /** Everything that a person came for. @param {Page} page */
    async function work(page) {
        await field(page).focus();
        await page.keyboard.press('End');
        await page.keyboard.type('（甲）');
        await page.keyboard.press('Tab');
        const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
        assert.match(await readFile(await download.path(), 'utf8'), /（甲）/);
        await rest(page);
    }

    test('as what is read back from a canvas is noise', () =>
        withSample(
            work,
            {
                script: `
                    const read = CanvasRenderingContext2D.prototype.getImageData;
                    CanvasRenderingContext2D.prototype.getImageData = function (...box) {
                        const image = read.apply(this, box);
                        for (let at = 0; at < image.data.length; at += 4096) crypto.getRandomValues(image.data.subarray(at, at + 4096));
                        return image;
                    };`,
            },
        ));

    test('as the machine has no Chinese letters; without a network, too', async () => {
        const folder = await mkdtemp(path.join(tmpdir(), 'jibiao-tofu-'));
        const config = path.join(folder, 'fonts.conf');
        await writeFile(config, '<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>');
        const bare = await launchBrowser({ FONTCONFIG_FILE: config });
        try {
            await withSample(
                async (page) => {
                    await work(page);
                    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
                    await page.context().setOffline(true);
                    await page.reload();
                    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
                    assert.match(await field(page).inputValue(), /（甲）/);
                },
                { where: bare },
            );
        } finally {
            await bare.close();
            await rm(folder, { recursive: true });
        }
    });
});

describe('a network that is gone', () => {
    test('the page opens with what was stored, and is worked with as ever', () =>
        withSample(async (page) => {
            const title = await field(page).inputValue();
            await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
            await page.context().setOffline(true);
            await page.reload();
            await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
            await page.waitForFunction((text) => [...document.querySelectorAll('textarea,input')].some((each) => /** @type {HTMLInputElement} */ (each).value === text), title);
            await field(page).fill('培训费');
            await page.keyboard.press('Tab');
            const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
            assert.match(await readFile(await download.path(), 'utf8'), /培训费/);
        }));
});
