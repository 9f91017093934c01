// The page with the stub instead of the program.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';
import { collectErrors, launchBrowser, openPage } from './browser.mjs';
import { engine } from './engines.mjs';
import { reusable } from './firefox.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Puts the page with the stub, but for its service worker, into a folder. @param {string} folder */
export async function makeStubSite(folder) {
    await cp(path.join(root, 'index.html'), path.join(folder, 'index.html'));
    await cp(path.join(root, 'web'), path.join(folder, 'web'), { recursive: true });
    const stub = 'tests/web/support/stub_program.js'; // at its own path, so that its imports are right
    await cp(path.join(root, stub), path.join(folder, stub), { recursive: true });
    await writeFile(path.join(folder, 'jibiao.js'), `export { default } from './${stub}';\n`);
    await writeFile(path.join(folder, 'jibiao.wasm'), ''); // preloaded
}

export async function startStubServer() {
    const folder = await mkdtemp(path.join(tmpdir(), 'jibiao-stub-'));
    await makeStubSite(folder);
    const servers = [await serve({ root: folder })];
    return {
        url: servers[0].url,
        /** Another address of the same page, where nothing is stored. */
        async otherUrl() {
            const server = await serve({ root: folder });
            servers.push(server);
            return server.url;
        },
        async close() {
            for (const server of servers) await server.close();
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

/** @typedef {ReturnType<typeof stubOf>} Stub */

/**
 * What a test is given.
 * @typedef {object} Given
 * @property {import('playwright-core').Page} page
 * @property {string} url of the page with the stub
 * @property {string[]} errors what the page complains about; a test ends with none
 */

/**
 * For the tests of a suite: each has a page of its own, not yet opened, in one browser.
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(given: Given) => void | Promise<void>} begin
 */
export function withPages(options, begin) {
    /** @type {import('playwright-core').Browser | undefined} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startStubServer>> | undefined} */
    let server;
    /** @type {Given} */
    let given;
    /** In Firefox, of the suite's one page. @type {(() => Promise<void>) | undefined} */
    let renew;
    before(async () => {
        [browser, server] = await Promise.all([launchBrowser(), startStubServer()]);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });
    beforeEach(async () => {
        if (!browser || !server) throw new Error('there is no browser, or no server');
        // No service worker: its tests make a site that has one (long/offline.test.mjs).
        const page = renew ? given.page : await (await browser.newContext({ serviceWorkers: 'block', ...options })).newPage();
        if (engine === 'firefox') renew ??= reusable(page);
        given = { page, url: renew ? await server.otherUrl() : server.url, errors: collectErrors(page) };
        await begin(given);
    });
    afterEach(async () => {
        if (renew) await renew();
        else await given.page.context().close();
        assert.deepEqual(given.errors, []);
    });
}

/**
 * The same with the page opened and the stub's events of its start taken.
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(given: Given & {program: Stub}) => void | Promise<void>} begin
 */
export function withStub(options, begin) {
    withPages({ viewport: { width: 900, height: 600 }, ...options }, async (given) => {
        await openPage(given.page, given.url);
        const program = stubOf(given.page);
        await program.take();
        await begin({ ...given, program });
    });
}
