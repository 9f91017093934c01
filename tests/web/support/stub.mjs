// The page with the stub instead of the program.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export async function startStubServer() {
    const folder = await mkdtemp(path.join(tmpdir(), 'jibiao-stub-'));
    await cp(path.join(root, 'index.html'), path.join(folder, 'index.html'));
    await cp(path.join(root, 'web'), path.join(folder, 'web'), { recursive: true });
    const stub = 'tests/web/support/stub_program.js'; // at its own path, so that its imports are right
    await cp(path.join(root, stub), path.join(folder, stub), { recursive: true });
    await writeFile(path.join(folder, 'jibiao.js'), `export { default } from './${stub}';\n`);
    await writeFile(path.join(folder, 'jibiao.wasm'), ''); // preloaded
    const server = await serve({ root: folder });
    return {
        url: server.url,
        async close() {
            await server.close();
            await rm(folder, { recursive: true });
        },
    };
}

/** @typedef {import('./stub_program.js').StubNode} StubNode */

/**
 * The test's hand on the stub in a page.
 * @param {import('playwright-core').Page} page
 */
export function stubOf(page) {
    return {
        /** @param {StubNode[]} nodes */
        async show(nodes) {
            await page.evaluate((shown) => /** @type {any} */ (window).stub.show(shown), nodes);
            await page.waitForFunction(() => window.jibiao.idle());
        },
        /** What happened since the last call, once the page is at rest. @returns {Promise<string[]>} */
        async take() {
            await page.waitForFunction(() => window.jibiao.idle());
            return page.evaluate(() => /** @type {any} */ (window).stub.take());
        },
    };
}
