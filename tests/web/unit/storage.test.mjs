import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Event } from '../../../web/program.js';
import { reasonOf, Storage } from '../../../web/storage.js';
import { recorder } from './fakes.mjs';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const words = (/** @type {string | Uint8Array} */ text) => (typeof text === 'string' ? text : new TextDecoder().decode(text));

/** @param {IDBFactory} [factory] */
function machine(factory = new IDBFactory()) {
    const { post, take } = recorder();
    const storage = new Storage(factory, post);
    return { factory, storage, told: () => take().map(({ kind, texts, number }) => ({ kind, texts: texts.map(words), number })) };
}

/** What a page that opens later gets. @param {IDBFactory} factory */
async function loaded(factory) {
    const { storage, told } = machine(factory);
    await storage.load();
    const [event, ...more] = told();
    assert.deepEqual(more, []);
    return event;
}

test('a new machine has nothing stored', async () => {
    const { factory } = machine();
    assert.deepEqual(await loaded(factory), { kind: Event.journalLoaded, texts: ['', ''], number: 0 });
});

test('entries come back in the order of their revisions', async () => {
    const { factory, storage, told } = machine();
    for (const revision of [1, 2, 10]) {
        storage.append('book', revision, bytes(`change ${revision}`));
        await storage.settled();
        assert.deepEqual(told(), [{ kind: Event.journalSaved, texts: ['book'], number: revision }]);
        assert.equal(storage.savedRevision, revision);
    }
    assert.deepEqual(await loaded(factory), {
        kind: Event.journalLoaded,
        texts: ['book', '', 'change 1', 'change 2', 'change 10'],
        number: 10,
    });
});

test('nothing is acknowledged before the transaction is complete', async () => {
    const { storage, told } = machine();
    storage.append('book', 1, bytes('change'));
    await Promise.resolve();
    assert.deepEqual(told(), []);
    assert.equal(storage.savedRevision, 0);
    await storage.settled();
    assert.equal(storage.savedRevision, 1);
});

test('what is written at the same time goes into one transaction and is acknowledged once', async () => {
    const { factory, storage, told } = machine();
    for (let revision = 1; revision <= 50; ++revision) storage.append('book', revision, bytes(`${revision}`));
    await storage.settled();
    assert.deepEqual(told(), [{ kind: Event.journalSaved, texts: ['book'], number: 50 }]);
    assert.equal((await loaded(factory)).texts.length, 52);
});

test('a snapshot replaces what was stored before it', async () => {
    const { factory, storage } = machine();
    storage.append('book', 1, bytes('first'));
    await storage.settled();
    storage.append('book', 2, bytes('second'));
    storage.snapshot('book', 2, bytes('whole'));
    storage.append('book', 3, bytes('third'));
    await storage.settled();
    assert.deepEqual((await loaded(factory)).texts, ['book', 'whole', 'third']);
});

test('the book that was written last is the one that is loaded, others stay', async () => {
    const { factory, storage } = machine();
    storage.snapshot('one', 4, bytes('one'));
    storage.append('other', 1, bytes('other'));
    await storage.settled();
    assert.deepEqual((await loaded(factory)).texts, ['other', '', 'other']);
    storage.append('one', 5, bytes('more'));
    await storage.settled();
    assert.deepEqual((await loaded(factory)).texts, ['one', 'one', 'more']);
});

test('a browser without storage says so and what to do', async () => {
    const { post, take } = recorder();
    const storage = new Storage(undefined, post);
    storage.append('book', 1, bytes('change'));
    await storage.settled();
    const [event] = take();
    assert.equal(event.kind, Event.journalFailed);
    assert.match(String(event.texts[0]), /没有保存.*导出/);
    assert.equal(storage.savedRevision, 0);
});

/** The next transactions that write fail as if the disk were full. @param {IDBFactory} factory @param {number} times */
function fillDisk(factory, times) {
    const open = factory.open.bind(factory);
    factory.open = (...where) => {
        const request = open(...where);
        request.addEventListener('success', () => {
            const database = /** @type {IDBDatabase} */ (request.result);
            const begin = database.transaction.bind(database);
            database.transaction = (stores, mode, options) => {
                const transaction = begin(stores, mode, options);
                if (mode === 'readwrite' && times-- > 0) {
                    Object.defineProperty(transaction, 'error', { value: new DOMException('', 'QuotaExceededError') });
                    transaction.commit = () => {};
                    transaction.abort();
                    transaction.objectStore = () => {
                        throw transaction.error;
                    };
                }
                return transaction;
            };
        });
        return request;
    };
}

test('what a full disk refused is written with the next change, without a hole', async () => {
    const { factory, storage, told } = machine();
    fillDisk(factory, 1);
    storage.append('book', 1, bytes('first'));
    await storage.settled();
    const [refused, ...more] = told();
    assert.deepEqual(more, []);
    assert.equal(refused.kind, Event.journalFailed);
    assert.match(refused.texts[0], /已满/);
    assert.equal(storage.savedRevision, 0);

    storage.append('book', 2, bytes('second'));
    await storage.settled();
    assert.deepEqual(told(), [{ kind: Event.journalSaved, texts: ['book'], number: 2 }]);
    assert.deepEqual((await loaded(factory)).texts, ['book', '', 'first', 'second']);
});

test('a page that is older than the stored data says to reload', async () => {
    const { factory, storage, told } = machine();
    storage.append('book', 1, bytes('first'));
    await storage.settled();
    const newer = factory.open('jibiao', 2); // a newer page in another tab
    await new Promise((resolve) => (newer.onsuccess = resolve));
    newer.result.close();
    told();
    storage.append('book', 2, bytes('second'));
    await storage.settled();
    const [event] = told();
    assert.equal(event.kind, Event.journalFailed);
    assert.match(event.texts[0], /刷新/);
});

test('every reason names what to do', () => {
    for (const name of ['QuotaExceededError', 'BlockedError', 'SecurityError', 'VersionError', 'UnknownError'])
        assert.match(reasonOf(Object.assign(new Error('x'), { name })), /没有保存.*请/);
});
