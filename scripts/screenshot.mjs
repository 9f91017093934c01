// Pictures of the page at the sizes that people use, for the README and for looking at.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openPage } from '../tests/web/support/browser.mjs';
import { startServer } from '../tests/web/support/server.mjs';

const folder = fileURLToPath(new URL('../assets/screenshots/', import.meta.url));

const desktop = { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 };
const tablet = { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** @param {import('playwright-core').Page} page @param {string | RegExp} name */
const press = (page, name) => page.getByRole('button', { name }).first().dispatchEvent('click');

/** @param {import('playwright-core').Page} page */
async function openSample(page) {
    await press(page, '看一个示例');
    await press(page, '关闭消息');
}

/** @type {[string, object, (page: import('playwright-core').Page) => Promise<void>][]} */
const pictures = [
    ['welcome', desktop, async () => {}],
    ['page', desktop, openSample],
    ['dark', { ...desktop, colorScheme: 'dark' }, openSample],
    ['home', desktop, async (page) => {
        await openSample(page);
        await press(page, '回到首页');
    }],
    ['tablet', tablet, openSample],
    ['tablet-findings', tablet, async (page) => {
        await openSample(page);
        await press(page, /^问题 \d/);
    }],
];
/** Screens on which a pixel of CSS is so many: the browser's own scale, with which it places letters otherwise than with Playwright's. */
const scales = [1.25, 2];

/** @param {string} name @param {import('playwright-core').Page} page @param {(page: import('playwright-core').Page) => Promise<void>} walk */
async function take(name, page, walk) {
    await openPage(page, server.url);
    await walk(page);
    await page.waitForFunction(() => window.jibiao?.idle());
    await page.screenshot({ path: `${folder}${name}.png` });
    console.log(`assets/screenshots/${name}.png`);
    await page.context().close();
}

await mkdir(folder, { recursive: true });
const [browser, server] = await Promise.all([launchBrowser(), startServer()]);
for (const [name, options, walk] of pictures) await take(name, await (await browser.newContext(options)).newPage(), walk);
for (const scale of scales) {
    const scaled = await launchBrowser({}, [`--force-device-scale-factor=${scale}`, '--window-size=1366,768']);
    await take(`page-${scale}`, await (await scaled.newContext({ viewport: null })).newPage(), openSample);
    await scaled.close();
}
await browser.close();
await server.close();
