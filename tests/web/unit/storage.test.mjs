import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Event } from '../../../web/program.js';
import { reasonOf, Storage } from '../../../web/storage.js';
import { FakeClock, recorder } from './fakes.mjs';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const words = (/** @type {string | Uint8Array} */ text) => (typeof text === 'string' ? text : new TextDecoder().decode(text));

/** @param {IDBFactory} [factory] @param {LockManager} [locks] */
function machine(factory = new IDBFactory(), locks = undefined) {
    const { post, take } = recorder();
    const clock = new FakeClock();
    const storage = new Storage(factory, post, locks, clock);
    return { factory, storage, clock, told: () => take().map(({ kind, texts, number }) => ({ kind, texts: texts.map(words), number })) };
}

/** The one event that was told. @param {ReturnType<machine>['told']} told */
function only(told) {
    const [event, ...more] = told();
    assert.deepEqual(more, []);
    return event;
}

/** What the list of a page that opens later has: the book that was open, the number of the next one, and all with what is said of them. @param {IDBFactory} factory */
async function listed(factory) {
    const { storage, told } = machine(factory);
    await storage.list();
    await storage.settled();
    const { kind, texts, number } = only(told);
    assert.equal(kind, Event.booksListed);
    const [open, ...pairs] = texts;
    const books = Object.fromEntries(pairs.flatMap((id, index) => (index % 2 === 0 ? [[id, pairs[index + 1]]] : [])));
    return { open, next: number, books };
}

/** What a page that opens later gets of the book that was open. @param {IDBFactory} factory */
async function loaded(factory) {
    const { open } = await listed(factory);
    const { storage, told } = machine(factory);
    await storage.load(open);
    return only(told);
}

test('a new machine has nothing stored', async () => {
    const { factory } = machine();
    assert.deepEqual(await listed(factory), { open: '', next: 1, books: {} });
});

test('the list has what was said last of each book', async () => {
    const { factory, storage, told } = machine();
    storage.snapshot('b1', 1, bytes('one'));
    storage.describe('b1', 'first');
    storage.snapshot('b2', 1, bytes('two'));
    storage.describe('b2', 'second');
    storage.describe('b1', 'first, again');
    await storage.settled();
    assert.deepEqual(told().map(({ kind, texts }) => [kind, ...texts]), [[Event.journalSaved, 'b1'], [Event.journalSaved, 'b2']]);
    assert.deepEqual(await listed(factory), { open: 'b2', next: 3, books: { b1: 'first, again', b2: 'second' } });
});

test('what is said of a book is stored with what is written of it, or neither is', async () => {
    const { factory, storage, told } = machine();
    fillDisk(factory, 1);
    storage.snapshot('b1', 1, bytes('one'));
    storage.describe('b1', 'first');
    await storage.settled();
    assert.equal(only(told).kind, Event.journalFailed);
    assert.deepEqual((await listed(factory)).books, {});
    storage.snapshot('b1', 2, bytes('one, whole')); // takes the place of the other one; what is said stays
    await storage.settled();
    assert.deepEqual((await listed(factory)).books, { b1: 'first' });
    assert.deepEqual(await stored(factory), { b1: ['one, whole'] });
});

test('the book of the time when there was one is in the list, also when another one follows', async () => {
    const { factory, storage } = machine();
    storage.snapshot('book', 3, bytes('whole'));
    await storage.settled(); // nothing is said of it
    const next = machine(factory);
    await next.storage.list();
    next.storage.snapshot('b1', 1, bytes('one'));
    next.storage.describe('b1', 'first');
    await next.storage.settled();
    assert.deepEqual(await listed(factory), { open: 'b1', next: 2, books: { book: '', b1: 'first' } });
});

test('a book that is removed is gone with all that was kept of it, and its number is not given again', async () => {
    const { factory, storage } = machine();
    storage.snapshot('b1', 1, bytes('one'));
    storage.describe('b1', 'first');
    storage.snapshot('b2', 1, bytes('two'));
    storage.describe('b2', 'second');
    await storage.settled();
    const next = machine(factory);
    await next.storage.load('b2');
    next.storage.snapshot('b2', 2, bytes('two, later')); // keeps what was there before
    next.storage.append('b2', 3, bytes('change'));
    await next.storage.settled();
    next.storage.remove('b2');
    await next.storage.settled();
    assert.deepEqual(await stored(factory), { b1: ['one'] });
    assert.deepEqual(await listed(factory), { open: '', next: 3, books: { b1: 'first' } });
});

test('of two books each has its own revisions', async () => {
    const { factory, storage, told } = machine();
    storage.snapshot('b1', 1, bytes('one'));
    storage.snapshot('b2', 1, bytes('two'));
    await storage.settled();
    const next = machine(factory);
    await next.storage.load('b1');
    next.storage.append('b1', 2, bytes('more of one'));
    await next.storage.settled();
    await next.storage.load('b2');
    next.storage.append('b2', 2, bytes('more of two'));
    next.storage.append('b1', 3, bytes('still more'));
    await next.storage.settled();
    told();
    assert.deepEqual(await stored(factory), { b1: ['one', 'more of one', 'still more'], b2: ['two', 'more of two'] });
    assert.deepEqual((await loaded(factory)).texts, ['b1', 'one', 'more of one', 'still more']);
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
    const storage = new Storage(undefined, post, undefined, new FakeClock());
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

test('every reason names what to do, and only a write says that changes were not saved', () => {
    for (const name of ['QuotaExceededError', 'BlockedError', 'SecurityError', 'InvalidStateError', 'VersionError', 'UnknownError']) {
        const error = Object.assign(new Error('x'), { name });
        assert.match(reasonOf(error, 'write'), /没有保存.*请/);
        assert.match(reasonOf(error, 'load'), /没有读出来.*请/);
        assert.doesNotMatch(reasonOf(error, 'load'), /没有保存/);
        assert.equal(/无痕/.test(reasonOf(error, 'write')), name === 'SecurityError');
    }
});

/** Every book that is stored, with its records. @param {IDBFactory} factory @returns {Promise<Record<string, string[]>>} */
async function stored(factory) {
    const request = factory.open('jibiao', 1);
    await new Promise((resolve) => (request.onsuccess = resolve));
    const transaction = request.result.transaction(['snapshots', 'journal']);
    /** @type {Record<string, string[]>} */
    const books = {};
    for (const store of ['snapshots', 'journal']) {
        const all = transaction.objectStore(store).getAll();
        await new Promise((resolve) => (all.onsuccess = resolve));
        for (const record of all.result) (books[record.book] ??= []).push(words(record.bytes));
    }
    request.result.close();
    return books;
}

/** Opening the database fails this often. @param {IDBFactory} factory @param {number} times */
function refuse(factory, times) {
    const open = factory.open.bind(factory);
    factory.open = (...where) => {
        if (times-- > 0) throw new DOMException('', 'UnknownError');
        return open(...where);
    };
}

test('what could not be loaded is kept when another book is written over it', async () => {
    const { factory, storage } = machine();
    storage.snapshot('book', 7, bytes('old'));
    storage.append('book', 8, bytes('change'));
    await storage.settled();

    const next = machine(factory);
    refuse(factory, 1);
    await next.storage.load('book');
    const [failed] = next.told();
    assert.equal(failed.kind, Event.journalFailed);
    assert.equal(failed.texts[1], 'book');
    next.storage.snapshot('book', 1, bytes('new'));
    next.storage.append('book', 2, bytes('newer'));
    await next.storage.settled();
    assert.deepEqual(next.told(), [{ kind: Event.journalSaved, texts: ['book'], number: 2 }]);
    const kept = Object.keys((await listed(factory)).books).filter((id) => id !== 'book');
    assert.equal(kept.length, 1); // It can be opened from the list.
    const { book, ...others } = await stored(factory);
    assert.deepEqual(book, ['new', 'newer']);
    assert.deepEqual(Object.values(others), [['old', 'change']]);
});

test('what was loaded is kept for a while, too: the program may not have been able to read it', async () => {
    const { factory, storage } = machine();
    storage.snapshot('book', 1, bytes('0'));
    await storage.settled();
    for (let page = 1; page <= 5; ++page) {
        const { storage: later } = machine(factory);
        await later.load('book');
        later.snapshot('book', 2 * page, bytes(`${page}`));
        later.snapshot('book', 2 * page + 1, bytes(`${page}`));
        await later.settled();
        await new Promise((resolve) => setTimeout(resolve, 2)); // the kept ones are named by the time
    }
    const { book, ...others } = await stored(factory);
    assert.deepEqual(book, ['5']);
    assert.deepEqual(Object.values(others), [['2'], ['3'], ['4']]);
});

test('without locks, of two pages with one book the second to write is refused and changes nothing', async () => {
    const { factory, storage: first } = machine();
    first.snapshot('book', 1, bytes('whole'));
    await first.settled();
    const { storage: second, told } = machine(factory);
    await second.load('book');
    first.append('book', 2, bytes('mine'));
    await first.settled();
    told();
    for (const write of [() => second.append('book', 2, bytes('other')), () => second.snapshot('book', 3, bytes('all other'))]) {
        write();
        await second.settled();
        const [event, ...more] = told();
        assert.deepEqual(more, []);
        assert.equal(event.kind, Event.journalFailed);
        assert.match(event.texts[0], /另一个标签页/);
    }
    assert.deepEqual(await stored(factory), { book: ['whole', 'mine'] });
});

/** One lock, as navigator.locks has it. `grant()` gives it to who asked while `isSlow`. */
function fakeLocks() {
    const state = { isHeld: false, isSlow: false, grant: () => {} };
    const request = async (/** @type {string} */ _, /** @type {LockOptions} */ options, /** @type {() => Promise<unknown>} */ hold) => {
        if (!state.isHeld && !state.isSlow) {
            state.isHeld = true;
            return hold();
        }
        return new Promise((_resolve, reject) => {
            state.grant = hold;
            options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        });
    };
    const query = async () => ({ held: state.isHeld ? [{ name: 'jibiao-book' }] : [] });
    return { state, locks: /** @type {LockManager} */ (/** @type {unknown} */ ({ request, query })) };
}

/** Lets a second pass, and what follows from it. @param {FakeClock} clock */
async function second(clock) {
    clock.pass(1000);
    await new Promise((resolve) => setImmediate(resolve));
}

test('with locks, the second page says that it does not save, and writes nothing', async () => {
    const { locks } = fakeLocks();
    const first = machine(undefined, locks);
    first.storage.snapshot('book', 1, bytes('whole'));
    await first.storage.settled();
    assert.equal(first.clock.timers.length, 0);
    const { storage, told, clock } = machine(first.factory, locks);
    const loading = storage.load('book');
    await second(clock);
    assert.deepEqual(told(), []); // The other page may be one that is just going.
    await second(clock);
    await loading;
    assert.match(told()[0].texts[0], /另一个标签页/);
    storage.snapshot('book', 2, bytes('other'));
    await storage.settled();
    assert.match(told()[0].texts[0], /另一个标签页/);
    assert.equal(clock.timers.length, 0);
    assert.deepEqual(await stored(first.factory), { book: ['whole'] });
});

test('a browser that is slow to grant a lock which nobody has is waited for', async () => {
    const { locks, state } = fakeLocks();
    state.isSlow = true;
    const { storage, told, clock } = machine(undefined, locks);
    const loading = storage.list();
    for (let seconds = 0; seconds < 5; ++seconds) await second(clock);
    assert.deepEqual(told(), []);
    state.grant();
    await loading;
    assert.deepEqual(told(), [{ kind: Event.booksListed, texts: [''], number: 1 }]);
    assert.equal(clock.timers.length, 0);
});

test('a connection that the browser closed is opened again without a word', async () => {
    const { factory, storage, told } = machine();
    /** @type {IDBDatabase[]} */
    const opened = [];
    const open = factory.open.bind(factory);
    factory.open = (...where) => {
        const request = open(...where);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
    };
    storage.append('book', 1, bytes('first'));
    await storage.settled();
    opened[0].close();
    storage.append('book', 2, bytes('second'));
    await storage.settled();
    assert.deepEqual(told().map(({ kind, number }) => [kind, number]), [[Event.journalSaved, 1], [Event.journalSaved, 2]]);
});

test('what failed is tried again after 2 and after 10 seconds, and when the person turns to the page', async () => {
    const { factory, storage, told, clock } = machine();
    refuse(factory, 4);
    storage.append('book', 1, bytes('change'));
    await storage.settled();
    for (const seconds of [2, 10]) {
        clock.pass(seconds * 1000 - 1);
        assert.deepEqual(told().map(({ kind }) => kind), [Event.journalFailed]);
        clock.pass(1);
        await storage.settled();
    }
    assert.deepEqual(told().map(({ kind }) => kind), [Event.journalFailed]);
    assert.equal(clock.timers.length, 0);
    storage.retry();
    await storage.settled();
    assert.deepEqual(told().map(({ kind }) => kind), [Event.journalFailed]);
    clock.pass(2000);
    await storage.settled();
    assert.deepEqual(told(), [{ kind: Event.journalSaved, texts: ['book'], number: 1 }]);
    storage.retry();
    await storage.settled();
    assert.deepEqual(told(), []);
});
