// The journal of edits in IndexedDB. What it acknowledges is on the disk.

import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */
/**
 * One change of a book, or the whole book as of a revision, which replaces what was stored of it before.
 * @typedef {object} Write
 * @property {'journal' | 'snapshots'} store
 * @property {string} book
 * @property {number} revision
 * @property {Uint8Array} bytes
 */

const databaseName = 'jibiao';
const databaseVersion = 1;
const storeNames = ['snapshots', 'journal', 'meta'];

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
}

/** @param {IDBTransaction} transaction */
function completion(transaction) {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(undefined);
        transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
}

/** @param {string} book every revision of it */
function allOf(book) {
    return IDBKeyRange.bound([book, 0], [book, Number.MAX_SAFE_INTEGER]);
}

/**
 * @param {unknown} error
 * @returns {string} in Chinese, with what to do
 */
export function reasonOf(error) {
    const {name = '', message = String(error)} = error instanceof Error ? error : {};
    if (name === 'QuotaExceededError')
        return '浏览器的存储空间已满，修改没有保存。请先导出文件备份，再清理磁盘或浏览器数据。';
    if (name === 'BlockedError')
        return '另一个标签页开着旧版本的本页，存储打不开，修改没有保存。请关闭其他标签页后刷新本页。';
    if (name === 'SecurityError' || name === 'InvalidStateError')
        return '浏览器不允许本页存储数据（可能是无痕模式或禁用了站点数据），修改没有保存。请导出文件备份，或换普通窗口打开。';
    if (name === 'VersionError')
        return '本机存有更新版本的程序写下的数据，当前页面太旧，修改没有保存。请刷新页面；若仍如此，请导出文件备份。';
    return `浏览器存储出错（${name || message}），修改没有保存。请导出文件备份，然后刷新页面。`;
}

export class Storage {
    #factory;
    #post;
    /** @type {Promise<IDBDatabase> | null} */
    #database = null;
    /** In the order of their revisions. @type {Write[]} */
    #queue = [];
    /** @type {Promise<void> | null} */
    #writing = null;
    #savedRevision = 0;

    /**
     * @param {IDBFactory | undefined} factory
     * @param {Post} post
     */
    constructor(factory, post) {
        this.#factory = factory;
        this.#post = post;
    }

    /** @returns {number} the last revision that was acknowledged */
    get savedRevision() {
        return this.#savedRevision;
    }

    /**
     * @param {string} book
     * @param {number} revision
     * @param {Uint8Array} bytes kept: the caller gives it away
     */
    append(book, revision, bytes) {
        this.#enqueue({store: 'journal', book, revision, bytes});
    }

    /**
     * @param {string} book
     * @param {number} revision
     * @param {Uint8Array} bytes kept
     */
    snapshot(book, revision, bytes) {
        // What waits in the queue is in it.
        this.#queue = this.#queue.filter((write) => write.book !== book);
        this.#enqueue({store: 'snapshots', book, revision, bytes});
    }

    /** Answers with the book that was open last. */
    async load() {
        try {
            const database = await this.#open();
            const transaction = database.transaction(storeNames, 'readonly');
            const book = await answer(transaction.objectStore('meta').get('open'));
            if (typeof book !== 'string') {
                this.#post(Event.journalLoaded, ['', ''], 0);
                return;
            }
            const [snapshots, entries] = await Promise.all([
                answer(transaction.objectStore('snapshots').getAll(allOf(book))),
                answer(transaction.objectStore('journal').getAll(allOf(book))),
            ]);
            const snapshot = snapshots[snapshots.length - 1];
            const later = entries.filter((entry) => !snapshot || entry.revision > snapshot.revision);
            const revision = later[later.length - 1]?.revision ?? snapshot?.revision ?? 0;
            this.#savedRevision = revision;
            const texts = [book, snapshot?.bytes ?? '', ...later.map((entry) => entry.bytes)];
            this.#post(Event.journalLoaded, texts, revision);
        } catch (error) {
            this.#database = null;
            this.#post(Event.journalFailed, [reasonOf(error)]);
        }
    }

    /** Resolves when everything that was asked for so far is written or has failed. */
    async settled() {
        while (this.#writing) await this.#writing;
    }

    /** @param {Write} write */
    #enqueue(write) {
        this.#queue.push(write);
        // While one transaction is under way the next writes gather for one more.
        this.#writing ??= this.#writeAll();
    }

    async #writeAll() {
        await null; // what the program asks for in one frame goes into one transaction
        while (this.#queue.length > 0) {
            const batch = this.#queue;
            this.#queue = [];
            try {
                await this.#writeBatch(batch);
            } catch (error) {
                // Kept in front: a journal with a hole is worth nothing. The next write tries again.
                this.#keep(batch);
                this.#database = null;
                this.#writing = null;
                this.#post(Event.journalFailed, [reasonOf(error)]);
                return;
            }
        }
        this.#writing = null;
    }

    /** @param {Write[]} batch */
    #keep(batch) {
        const replaced = new Set(this.#queue.filter((write) => write.store === 'snapshots').map((write) => write.book));
        this.#queue = [...batch.filter((write) => !replaced.has(write.book)), ...this.#queue];
    }

    /** @param {Write[]} batch */
    async #writeBatch(batch) {
        const database = await this.#open();
        // Strict: acknowledged only when the disk has it. Older browsers ignore the option.
        const transaction = database.transaction(storeNames, 'readwrite', {durability: 'strict'});
        for (const write of batch) {
            const {store, book, revision, bytes} = write;
            if (store === 'snapshots') {
                transaction.objectStore('snapshots').delete(allOf(book));
                transaction.objectStore('journal').delete(allOf(book));
            }
            transaction.objectStore(store).put({book, revision, bytes});
        }
        const last = batch[batch.length - 1];
        transaction.objectStore('meta').put(last.book, 'open');
        transaction.commit?.();
        await completion(transaction);
        this.#savedRevision = last.revision;
        /** @type {Map<string, number>} */
        const saved = new Map(batch.map(({book, revision}) => [book, revision]));
        for (const [book, revision] of saved) this.#post(Event.journalSaved, [book], revision);
    }

    /** @returns {Promise<IDBDatabase>} */
    #open() {
        this.#database ??= this.#connect();
        return this.#database;
    }

    /** @returns {Promise<IDBDatabase>} */
    #connect() {
        return new Promise((resolve, reject) => {
            if (!this.#factory) {
                reject(Object.assign(new Error('no IndexedDB'), {name: 'SecurityError'}));
                return;
            }
            const request = this.#factory.open(databaseName, databaseVersion);
            request.onupgradeneeded = () => {
                for (const name of ['snapshots', 'journal'])
                    request.result.createObjectStore(name, {keyPath: ['book', 'revision']});
                request.result.createObjectStore('meta');
            };
            request.onblocked = () =>
                reject(Object.assign(new Error('blocked by another tab'), {name: 'BlockedError'}));
            request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
            request.onsuccess = () => {
                const database = request.result;
                const forget = () => {
                    this.#database = null;
                };
                database.onclose = forget; // the browser took it away; the next write opens it again
                database.onversionchange = () => {
                    database.close(); // a newer page in another tab must not wait for this one
                    forget();
                };
                resolve(database);
            };
        });
    }
}
