// The second file of the program (web/later/rest.js): the first edit needs nothing of it, and whatever becomes of it,
// nothing is lost. Without the service worker, whose fetches no test sees.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { heard, openPage } from '../support/browser.mjs';
import { desktop, sample, sharedBrowser } from '../support/document.mjs';

const second = '**/jibiao-later.wasm';

describe('the second file', () => {
    const shared = sharedBrowser();
    /** @type {import('playwright-core').Page} */
    let page;
    beforeEach(async () => {
        page = await shared.browser.newPage({ ...desktop, serviceWorkers: 'block' });
    });
    afterEach(() => page.close());

    const press = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name, exact: true }).click({ force: true });
    const name = () => page.getByRole('textbox', { name: '项目名称', exact: true });
    /** A new book, its first edit, and the storage's word for it. @param {string} text */
    async function firstEdit(text) {
        await page.getByRole('button', { name: /^新建：/ }).first().click({ force: true });
        await name().waitFor({ state: 'attached' });
        await edit(text);
    }
    /** @param {string} text */
    async function edit(text) {
        await name().focus();
        await page.keyboard.press('Control+A');
        await page.keyboard.insertText(text);
        await page.keyboard.press('Tab');
        await page.getByRole('status').filter({ hasText: '已保存' }).waitFor({ state: 'attached' });
        assert.equal(await name().inputValue(), text);
    }
    async function exported() {
        const [download] = await Promise.all([page.waitForEvent('download'), press('导出文件')]);
        return download.suggestedFilename();
    }

    test('is waited for while the first edit goes on', async () => {
        /** @type {() => void} */
        let bring = () => {};
        const held = new Promise((resolve) => (bring = () => resolve(undefined)));
        await page.route(second, async (route) => {
            await held;
            await route.continue();
        });
        await openPage(page, shared.url);
        await firstEdit('先填的名称');
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('打开文件')]);
        await chooser.setFiles(sample);
        await heard(page, '正在载入');
        await edit('等的时候填的');
        bring();
        await heard(page, '已打开“heb-2021-shili.txt”');
        assert.notEqual(await name().inputValue(), '等的时候填的');
        await press('回到首页');
        await press(/^等的时候填的，/);
        await name().waitFor({ state: 'attached' });
        await page.waitForFunction(() => document.body.textContent !== null && window.jibiao.still());
        assert.equal(await name().inputValue(), '等的时候填的');
        assert.match(await exported(), /\.jibiao\.json$/);
    });

    test('that cannot be fetched is said to be missing, and is fetched when it is asked for again', async () => {
        await page.route(second, (route) => route.abort());
        await openPage(page, shared.url);
        await firstEdit('没有网络');
        await press('导出文件');
        await heard(page, '没有取到');
        await edit('还能填');
        await page.unroute(second);
        assert.match(await exported(), /\.jibiao\.json$/);
    });

    test('of another version is not used', async () => {
        await page.route(second, async (route) => {
            const response = await route.fetch();
            const bytes = await response.body();
            const version = /[0-9a-f]{16}/.exec(bytes.toString('latin1'));
            assert.ok(version);
            bytes.write('0123456789abcdef', version.index, 'latin1');
            await route.fulfill({ response, body: bytes });
        });
        await openPage(page, shared.url);
        await firstEdit('旧的一版');
        await press('导出文件');
        await heard(page, '不是同一个版本');
        await edit('还能填');
    });
});
