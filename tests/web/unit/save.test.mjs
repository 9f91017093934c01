// Files by pickers and the share sheet, with stand-ins for what the browser offers.
import assert from 'node:assert/strict';
import { File as NodeFile } from 'node:buffer';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Files } from '../../../web/files.js';
import { Event } from '../../../web/program.js';
import { recorder } from './fakes.mjs';

globalThis.File ??= /** @type {any} */ (NodeFile); // Node 18

const names = Object.fromEntries(Object.entries(Event).map(([name, kind]) => [kind, name]));
const refusal = (/** @type {string} */ name) => Object.assign(new Error(name), { name });
const bytes = new TextEncoder().encode('{"a":1}');

/** What happens by input and link. @type {string[]} */
let clicks = [];
beforeEach(() => {
    clicks = [];
    const createElement = (/** @type {string} */ tag) => ({
        addEventListener() {},
        click() {
            clicks.push(tag);
        },
    });
    Object.assign(globalThis, { document: { createElement } });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'document'));

/** A file on the disk. @param {string} name */
function fakeHandle(name) {
    const disk = {
        content: '',
        lastModified: 1,
        /** Thrown by the next write. @type {Error | null} */
        failure: null,
        handle: {
            name,
            getFile: async () => ({ name, size: 2, lastModified: disk.lastModified, arrayBuffer: async () => bytes.buffer }),
            async createWritable() {
                if (disk.failure) throw disk.failure;
                let draft = '';
                return {
                    write: async (/** @type {Uint8Array} */ part) => void (draft += new TextDecoder().decode(part)),
                    abort: async () => {},
                    async close() {
                        disk.content = draft;
                        ++disk.lastModified;
                    },
                };
            },
        },
    };
    return disk;
}

/** @param {object} machine @param {boolean} [coarse] */
function filesOn(machine, coarse = false) {
    const { post, take } = recorder();
    const whole = { matchMedia: () => ({ matches: coarse }), navigator: {}, ...machine };
    const files = new Files(post, /** @type {any} */ (whole));
    const told = async (rounds = 1000) => {
        // What saves is fetched when it is first needed, which takes as long as the disk likes.
        let posted = take();
        for (let round = 0; round < rounds && posted.length === 0; ++round) {
            await delay(5);
            posted = take();
        }
        return posted.map(({ kind, texts, number }) => [names[kind], ...texts.filter((each) => typeof each === 'string'), ...(number ? [number] : [])].join(' '));
    };
    return { files, told };
}

test('a file is picked, or the person thinks better of it', async () => {
    const disk = fakeHandle('示例.txt');
    /** @type {any} */
    let asked;
    const { files, told } = filesOn({ showOpenFilePicker: async (/** @type {any} */ options) => ((asked = options), [disk.handle]) });
    files.open();
    assert.deepEqual(await told(), ['fileOpened 示例.txt']);
    assert.ok(asked.types[0].accept['text/plain'].includes('.docx'));
    const no = filesOn({ showOpenFilePicker: () => Promise.reject(refusal('AbortError')) });
    no.files.open();
    assert.deepEqual(await no.told(10), []);
    assert.deepEqual(clicks, []);
});

test('where the picker is forbidden or absent, the input asks', async () => {
    for (const machine of [{}, ...['SecurityError', 'NotAllowedError'].map((name) => ({ showOpenFilePicker: () => Promise.reject(refusal(name)) }))]) {
        const { files, told } = filesOn(machine);
        files.open();
        assert.deepEqual(await told(10), []);
    }
    assert.deepEqual(clicks, ['input', 'input', 'input']);
});

test('a picked file that has gone is reported', async () => {
    const handle = { name: '示例.txt', getFile: () => Promise.reject(refusal('NotFoundError')) };
    const { files, told } = filesOn({ showOpenFilePicker: async () => [handle] });
    files.open();
    assert.match((await told())[0], /^fileFailed 示例\.txt .*NotFoundError.*重新选择/);
});

test('every save asks where: another document may have the same name', async () => {
    const disk = fakeHandle('我的.jibiao.json');
    /** @type {any[]} */
    const asked = [];
    const { files, told } = filesOn({ showSaveFilePicker: async (/** @type {any} */ options) => (asked.push(options), disk.handle) });
    files.save('示例.jibiao.json', 'application/json; charset=utf-8', bytes);
    assert.deepEqual(await told(), ['fileSaved 我的.jibiao.json']);
    assert.equal(disk.content, '{"a":1}');
    assert.deepEqual(asked[0], { suggestedName: '示例.jibiao.json', types: [{ accept: { 'application/json': ['.json'] } }] });
    files.save('示例.jibiao.json', 'application/json', new TextEncoder().encode('新'));
    assert.deepEqual(await told(), ['fileSaved 我的.jibiao.json']);
    assert.deepEqual([disk.content, asked.length], ['新', 2]);
});

test('what cannot be written is reported, and the next save asks again', async () => {
    const disk = fakeHandle('甲.json');
    let asked = 0;
    const { files, told } = filesOn({ showSaveFilePicker: async () => (++asked, disk.handle) });
    disk.failure = refusal('NoModificationAllowedError');
    for (const count of [1, 2]) {
        files.save('乙.json', 'application/json', bytes);
        assert.match((await told())[0], /^fileSaveFailed 乙\.json 浏览器写不进.*NoModificationAllowedError.*换一个位置/);
        assert.equal(asked, count);
    }
    assert.deepEqual(clicks, []);
});

test('a save that is cancelled says so, one that may not ask is downloaded', async () => {
    const no = filesOn({ showSaveFilePicker: () => Promise.reject(refusal('AbortError')) });
    no.files.save('丙.json', 'application/json', bytes);
    assert.deepEqual(await no.told(), ['fileSaved 丙.json 1']);
    assert.deepEqual(clicks, []);
    for (const name of ['SecurityError', 'NotAllowedError', 'TypeError']) {
        const { files, told } = filesOn({ showSaveFilePicker: () => Promise.reject(refusal(name)) });
        files.save('丙.json', 'application/json', bytes);
        assert.deepEqual(await told(), ['fileSaved 丙.json']);
    }
    assert.deepEqual(clicks, ['a', 'a', 'a']);
});

/** A tablet. @param {(file: File) => boolean} allows @param {Error} [error] */
function tablet(allows, error) {
    /** @type {string[]} */
    const shared = [];
    const navigator = {
        canShare: (/** @type {any} */ { files }) => allows(files[0]),
        share: async (/** @type {any} */ { files }) => {
            if (error) throw error;
            shared.push(`${files[0].name} ${files[0].type} ${await files[0].text()}`);
        },
    };
    const showSaveFilePicker = () => assert.fail('it was asked where');
    return { ...filesOn({ navigator, showSaveFilePicker }, true), shared };
}

test('on a tablet a file is shared', async () => {
    const { files, told, shared } = tablet(() => true);
    files.save('丁.docx', 'application/x', bytes);
    assert.deepEqual(await told(), ['fileSaved 丁.docx']);
    assert.deepEqual(shared, ['丁.docx application/x {"a":1}']);
});

test('our own kind of file goes under a name that can be shared', async () => {
    const named = tablet((file) => file.name === '丁.json');
    named.files.save('丁.jibiao.json', 'application/vnd.jibiao', bytes);
    assert.deepEqual(await named.told(), ['fileSaved 丁.json']);
    const text = tablet((file) => file.type === 'text/plain');
    text.files.save('丁.jibiao.json', 'application/json', bytes);
    assert.deepEqual(await text.told(), ['fileSaved 丁.txt']);
    assert.deepEqual(text.shared, ['丁.txt text/plain {"a":1}']);
});

test('what cannot be shared is downloaded, what is cancelled is not', async () => {
    const none = tablet(() => false);
    none.files.save('丁.jibiao.json', 'application/json', bytes);
    assert.deepEqual(await none.told(), ['fileSaved 丁.jibiao.json']);
    const forbidden = tablet(() => true, refusal('NotAllowedError'));
    forbidden.files.save('丁.docx', '', bytes);
    assert.deepEqual(await forbidden.told(), ['fileSaved 丁.docx']);
    assert.deepEqual(clicks, ['a', 'a']);
    const no = tablet(() => true, refusal('AbortError'));
    no.files.save('丁.docx', '', bytes);
    assert.deepEqual(await no.told(), ['fileSaved 丁.docx 1']);
    assert.equal(clicks.length, 2);
});
