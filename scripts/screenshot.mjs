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

/** @type {[string, object, (page: import('playwright-core').Page) => Promise<void>][]} */
const pictures = [
    ['welcome', desktop, async () => {}],
    ['page', desktop, async (page) => {
        await press(page, '看一个示例');
        await press(page, '关闭消息');
    }],
    ['tablet', tablet, async (page) => {
        await press(page, '看一个示例');
        await press(page, '关闭消息');
    }],
    ['tablet-findings', tablet, async (page) => {
        await press(page, '看一个示例');
        await press(page, '关闭消息');
        await press(page, /^问题 \d/);
    }],
];

await mkdir(folder, { recursive: true });
const [browser, server] = await Promise.all([launchBrowser(), startServer()]);
for (const [name, options, walk] of pictures) {
    const page = await (await browser.newContext(options)).newPage();
    await openPage(page, server.url);
    await walk(page);
    await page.waitForFunction(() => window.jibiao?.idle());
    await page.screenshot({ path: `${folder}${name}.png` });
    console.log(`assets/screenshots/${name}.png`);
    await page.context().close();
}
await browser.close();
await server.close();
