// Use without a network, and newer versions, with a stub instead of the program.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../../scripts/serve.mjs';
import { collectErrors, launchBrowser, openPage } from '../support/browser.mjs';
import { makeStubSite, stubOf } from '../support/stub.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** As cmake/WebApp.cmake does: the service worker, and the list of what it keeps. @param {string} site */
async function release(site) {
    await cp(path.join(root, 'web/sw.js'), path.join(site, 'sw.js'));
    const entries = await readdir(site, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
        .filter((name) => name !== 'files.js');
    const script = path.join(root, 'cmake/site_files.cmake');
    await promisify(execFile)('cmake', [`-DSITE=${site}`, `-DFILES=${files.join('|')}`, '-P', script]);
}

/** @type {import('playwright-core').Browser} */
let browser;
/** Holds the site in a folder, beside others. */
let folder = '';
let site = '';
/** @type {Awaited<ReturnType<typeof serve>> | null} */
let server = null;
let url = '';
/** @type {import('playwright-core').BrowserContext} */
let context;
/** @type {import('playwright-core').Page} */
let page;
/** @type {string[]} */
let errors;

before(async () => void (browser = await launchBrowser()));
after(() => browser?.close());
beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jibiao-offline-'));
    site = path.join(folder, 'forms/jibiao');
    await mkdir(site, { recursive: true });
    await makeStubSite(site);
    await release(site);
    server = await serve({ root: folder });
    url = `${server.url}forms/jibiao/`;
    context = await browser.newContext({ viewport: { width: 900, height: 600 } });
    page = await context.newPage();
    errors = collectErrors(page);
});
afterEach(async () => {
    await context.close();
    await server?.close();
    await rm(folder, { recursive: true });
    assert.deepEqual(errors, []);
});

/** Opens the page and waits until it is kept. @param {import('playwright-core').Page} [where] */
async function openKept(where = page) {
    await openPage(where, url);
    await where.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** The server is gone, and the network. */
async function goOffline() {
    await server?.close();
    server = null;
    await context.setOffline(true);
}

/** @type {import('../support/stub_program.js').StubNode} */
const name = { id: 'name', role: 'textbox', name: '项目名称', rect: [20, 80, 300, 36], takesTable: true };

/** A table from the clipboard is read by a module that is loaded then. */
async function pasteTable() {
    await stubOf(page).show([name]);
    await page.getByRole('textbox').evaluate((field) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', '<table><tr><td>甲<td>乙</table>');
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => /** @type {any} */ (window).stub.has('tablePasted'));
}

describe('without a network', () => {
    test('the page that was opened once opens again, and what it loads later is there', async () => {
        await openKept();
        await goOffline();
        await page.reload();
        await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
        await pasteTable();
        await page.goto(`${url}index.html?from=mail#top`);
        await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    });

    test('the page goes on that was never opened before', async () => {
        await openKept();
        await goOffline();
        await pasteTable();
    });

    test('everything of the site is kept, and nothing else of the server', async () => {
        await writeFile(path.join(folder, 'other.txt'), 'other');
        await openKept();
        const kept = await page.evaluate(async () => {
            const [cache] = await Promise.all((await caches.keys()).map((key) => caches.open(key)));
            return (await cache.keys()).map((request) => request.url);
        });
        const expected = ['index.html', 'jibiao.js', 'jibiao.wasm', 'web/main.js', 'web/page.css', 'web/later/print.js'];
        for (const each of expected) assert.ok(kept.includes(url + each), each);
        assert.ok(kept.every((each) => each.startsWith(url)));
        assert.equal(await page.evaluate(async (other) => (await fetch(other)).text(), `${server?.url}other.txt`), 'other');
    });

    test('a site that is just being changed is not kept half old, half new', async () => {
        await appendFile(path.join(site, 'web/later/print.js'), '// newer\n');
        await openPage(page, url);
        await page.waitForFunction(async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            return registration === undefined; // it could not be installed
        });
        assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    });
});

describe('a newer version', () => {
    /** @param {string} version */
    async function publish(version) {
        const file = path.join(site, 'index.html');
        await writeFile(file, (await readFile(file, 'utf8')).replace(/<html( data-version="[^"]*")?/, `<html data-version="${version}"`));
        await writeFile(path.join(site, 'web/later/version.js'), `export const version = '${version}';\n`);
        await release(site);
    }
    /** What runs, and what would be loaded now. @param {import('playwright-core').Page} where */
    const versions = async (where) => [
        await where.evaluate(() => document.documentElement.dataset.version),
        await where.evaluate(async (at) => (await (await fetch(`${at}web/later/version.js`)).text()).match(/'(.*)'/)?.[1], url),
    ];
    const offer = () => page.locator('#update');
    /** As when the person turns to the page: it then looks for a newer version. @param {import('playwright-core').Page} where */
    const turnTo = (where) => where.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
    /** @param {import('playwright-core').Page} where @param {string} version */
    const untilRuns = async (where, version) => {
        await where.waitForFunction((wanted) => document.documentElement.dataset.version === wanted, version);
        await where.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    };

    beforeEach(() => publish('1'));

    test('waits until it is taken, and what was typed is stored first', async () => {
        await openKept();
        await stubOf(page).show([name]);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.onEvent = (/** @type {string[]} */ ...event) => {
                if (event[0] === 'textCommitted') localStorage.setItem('heard', event.join(' '));
            };
        });
        await page.getByRole('textbox').pressSequentially('培训');
        await publish('2');
        await turnTo(page);
        await offer().getByRole('status').filter({ hasText: '新版本已就绪' }).waitFor();
        assert.deepEqual(await versions(page), ['1', '1']);
        await page.getByRole('textbox').pressSequentially('费');

        await offer().getByRole('button', { name: '更新' }).click();
        await untilRuns(page, '2');
        assert.deepEqual(await versions(page), ['2', '2']);
        assert.equal(await page.evaluate(() => localStorage.getItem('heard')), 'textCommitted name 培训费');
        assert.equal(await offer().count(), 0);
        assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1);
    });

    test('can be taken later, and is offered again when the page is opened anew', async () => {
        await openKept();
        await publish('2');
        await turnTo(page);
        await offer().getByRole('button', { name: '以后再说' }).click();
        assert.equal(await offer().count(), 0);
        await page.reload();
        await offer().waitFor();
        assert.deepEqual(await versions(page), ['1', '1']);
    });

    test('is taken by all tabs at once', async () => {
        await openKept();
        const other = await context.newPage();
        await openKept(other);
        await publish('2');
        await turnTo(page);
        await offer().getByRole('button', { name: '更新' }).click();
        await untilRuns(page, '2');
        await untilRuns(other, '2');
        assert.deepEqual(await versions(other), ['2', '2']);
    });

    test('is not taken while something could not be stored', async () => {
        await page.addInitScript(() => {
            IDBFactory.prototype.open = () => {
                throw new DOMException('', 'QuotaExceededError');
            };
        });
        await openKept();
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.journalAppend(stub.bytes('book'), 1, stub.bytes('entry'));
        });
        await publish('2');
        await turnTo(page);
        await offer().getByRole('button', { name: '更新' }).click();
        await offer().getByRole('status').filter({ hasText: '还有内容没有存到本机' }).waitFor();
        assert.deepEqual(await versions(page), ['1', '1']);
    });
});
