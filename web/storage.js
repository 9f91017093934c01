// The journal of edits in IndexedDB. What it acknowledges is on the disk; what it has not read it does not delete.

import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */
/**
 * One change of a book; the whole book as of a revision, which replaces what was stored of it before; what the list of
 * books says of it; or that it goes for ever.
 * @typedef {object} Write
 * @property {'journal' | 'snapshots' | 'meta' | 'gone'} store
 * @property {string} book
 * @property {number} revision of the first two
 * @property {Uint8Array | string} bytes
 */

/**
 * What of a book is stored as far as this page knows.
 * @typedef {object} Known
 * @property {number} revision the newest
 * @property {boolean} isOurs whether this page wrote its snapshot: then the next one replaces it
 */

const databaseName = 'jibiao';
const databaseVersion = 1;
const storeNames = ['snapshots', 'journal', 'meta'];
const bookStores = ['snapshots', 'journal'];
/** In the store `meta`: what is said of each book, besides `open` (written last) and `last` (highest number ever). */
const metaPrefix = 'book/';
/** Whoever holds it writes. */
const lockName = 'jibiao-book';
/** Milliseconds between two looks at who has the lock. */
const patience = 1000;
/** So often another page must be seen with it: one that is being reloaded lets go a moment after the new one asks. */
const mostLooks = 2;
/** Milliseconds after each failure in a row; then only a new write, turning to the page or leaving it tries again. */
const retryDelays = [2000, 10_000];
/** Earlier contents that had been loaded are kept this often. What could not be loaded is kept for good. */
const mostEarlier = 3;

/**
 * @param {string} name
 * @returns {Error}
 */
function named(name) {
    return Object.assign(new Error(name), {name});
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? named('AbortError'));
    });
}

/** @param {IDBTransaction} transaction */
function completion(transaction) {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(undefined);
        transaction.onabort = () => reject(transaction.error ?? named('AbortError'));
    });
}

/** @param {Write} write */
function isContent({store}) {
    return store === 'journal' || store === 'snapshots';
}

/** @param {string} book every revision of it */
function allOf(book) {
    return IDBKeyRange.bound([book, 0], [book, Number.MAX_SAFE_INTEGER]);
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} book
 * @returns {Promise<number>} 0 if nothing is stored of it
 */
async function newestRevision(transaction, book) {
    const cursors = await Promise.all(
        bookStores.map((name) => answer(transaction.objectStore(name).openKeyCursor(allOf(book), 'prev'))),
    );
    return Math.max(0, ...cursors.map((cursor) => (cursor ? /** @type {[string, number]} */ (cursor.key)[1] : 0)));
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} book
 */
function deleteBook(transaction, book) {
    for (const name of bookStores) transaction.objectStore(name).delete(allOf(book));
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} book
 * @param {string} as
 */
async function moveBook(transaction, book, as) {
    for (const name of bookStores) {
        const store = transaction.objectStore(name);
        for (const record of await answer(store.getAll(allOf(book)))) store.add({...record, book: as});
    }
    deleteBook(transaction, book);
}

/**
 * As a book of its own in the list.
 * @param {IDBTransaction} transaction
 * @param {string} book
 * @param {string} as
 */
async function keepBook(transaction, book, as) {
    await moveBook(transaction, book, as);
    const meta = transaction.objectStore('meta');
    meta.put((await answer(meta.get(metaPrefix + book))) ?? '', metaPrefix + as);
}

/** @param {string} prefix */
function startingWith(prefix) {
    return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** @param {string} book @returns {number} 12 of b12, 0 of others */
function numberOf(book) {
    return Number(/^b(\d+)$/.exec(book)?.[1] ?? 0);
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} book
 */
async function removeBook(transaction, book) {
    deleteBook(transaction, book);
    await deleteOldest(transaction, `${book}.before-`, 0);
    const meta = transaction.objectStore('meta');
    meta.delete(metaPrefix + book);
    const [open, last = 0] = await Promise.all([answer(meta.get('open')), answer(meta.get('last'))]);
    meta.put(Math.max(last, numberOf(book)), 'last');
    if (open === book) meta.delete('open');
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} prefix of the names of books, which sort by age
 * @param {number} most that stay
 */
async function deleteOldest(transaction, prefix, most) {
    const range = IDBKeyRange.bound([prefix], [`${prefix}\uffff`]);
    const keys = await Promise.all(bookStores.map((name) => answer(transaction.objectStore(name).getAllKeys(range))));
    const books = [...new Set(/** @type {[string, number][]} */ (keys.flat()).map(([book]) => book))].sort();
    for (const book of books.slice(0, Math.max(0, books.length - most))) deleteBook(transaction, book);
}

/**
 * Held until the page goes. That it takes long says nothing: a busy browser is slow to grant what nobody has.
 * @param {LockManager} locks
 * @param {Timers} timers
 * @returns {Promise<boolean>} whether we have it
 */
function holdLock(locks, timers) {
    return new Promise((resolve) => {
        const waiting = new AbortController();
        let isDone = false;
        let looks = 0;
        let timer = 0;
        const end = (/** @type {boolean} */ isOurs) => {
            isDone = true;
            timers.clearTimer(timer);
            resolve(isOurs);
        };
        const look = async () => {
            const {held = []} = await locks.query();
            if (isDone) return;
            looks = held.some(({name}) => name === lockName) ? looks + 1 : 0;
            if (looks === mostLooks) waiting.abort();
            else timer = timers.setTimer(look, patience);
        };
        const hold = () => {
            end(true);
            return new Promise(() => {});
        };
        timer = timers.setTimer(look, patience);
        locks
            .request(lockName, {mode: 'exclusive', signal: waiting.signal}, hold)
            .catch((error) => end(error.name !== 'AbortError')); // Without locks there are still the revisions.
    });
}

const otherTab = '另一个标签页正在编辑本机保存的内容，本页的修改不会保存。请在那里继续，或关掉它后刷新本页。';
/** By the error's name: what happened, and what to do about it besides keeping a copy. */
const causes = new Map([
    ['QuotaExceededError', ['浏览器的存储空间已满', '清理磁盘或浏览器数据']],
    ['BlockedError', ['另一个标签页开着旧版本的本页，存储打不开', '关闭其他标签页后刷新本页']],
    ['SecurityError', ['浏览器不允许本页存储数据（可能是无痕模式或禁用了站点数据）', '换普通窗口打开']],
    ['InvalidStateError', ['与浏览器存储的连接断开了', '刷新本页']],
    ['AbortError', ['浏览器中断了存储', '刷新本页']],
    ['VersionError', ['本机存有更新版本的程序写下的数据，当前页面太旧', '刷新本页']],
]);

/**
 * @param {unknown} error
 * @param {'load' | 'write'} attempt
 * @returns {string} in Chinese, with what to do
 */
export function reasonOf(error, attempt) {
    const {name = '', message = String(error)} = error instanceof Error ? error : {};
    // Two pages without locks: the other one wrote what we were about to.
    if (name === 'OtherTabError' || name === 'ConstraintError') return otherTab;
    const [cause, remedy] = causes.get(name) ?? [`浏览器存储出错（${name || message}）`, '刷新本页'];
    if (attempt === 'load') return `${cause}，上次的内容没有读出来，它仍留在本机。请${remedy}。`;
    return `${cause}，修改没有保存。请先导出文件备份，再${remedy}。`;
}

/** The connection went away, for which nobody is to blame. @param {unknown} error */
function isDisconnection(error) {
    return error instanceof Error && (error.name === 'InvalidStateError' || error.name === 'AbortError');
}

/** @typedef {Pick<import('./scheduler.js').Clock, 'setTimer' | 'clearTimer'>} Timers */

export class Storage {
    #factory;
    #post;
    #locks;
    #timers;
    /** Whether this page may write. @type {Promise<boolean> | null} */
    #ownership = null;
    /** Another page writes: this one never will. */
    #isOutdone = false;
    /** @type {Promise<IDBDatabase> | null} */
    #database = null;
    #wasOpen = false;
    /** In the order of their revisions. @type {Write[]} */
    #queue = [];
    /** @type {Promise<void> | null} */
    #writing = null;
    #savedRevision = 0;
    /** What was to be written and never will be. */
    #hasLost = false;
    /** By book. @type {Map<string, Known>} */
    #known = new Map();
    /** By book: what a write that broke off may have stored nevertheless. @type {Map<string, number>} */
    #attempted = new Map();
    /** In a row. */
    #failures = 0;
    #timer = 0;

    /**
     * @param {IDBFactory | undefined} factory
     * @param {Post} post
     * @param {LockManager | undefined} locks not there on pages without TLS
     * @param {Timers} timers
     */
    constructor(factory, post, locks, timers) {
        this.#factory = factory;
        this.#post = post;
        this.#locks = locks;
        this.#timers = timers;
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
        this.#queue = this.#queue.filter((write) => write.book !== book || !isContent(write));
        this.#enqueue({store: 'snapshots', book, revision, bytes});
    }

    /**
     * In one transaction with what is written of the book at the same time.
     * @param {string} book
     * @param {string} text
     */
    describe(book, text) {
        this.#enqueue({store: 'meta', book, revision: 0, bytes: text});
    }

    /** For ever. @param {string} book */
    remove(book) {
        this.#queue = this.#queue.filter((write) => write.book !== book);
        this.#enqueue({store: 'gone', book, revision: 0, bytes: ''});
    }

    /** Answers with all books. */
    async list() {
        await this.#ask((database) => this.#readList(database));
    }

    /** Answers with a book. @param {string} book */
    async load(book) {
        await this.#ask((database) => this.#read(database, book), book);
    }

    /**
     * @param {(database: IDBDatabase) => Promise<void>} question
     * @param {string} book that it is about
     */
    async #ask(question, book = '') {
        try {
            await this.#own();
            await this.#onDatabase(question);
        } catch (error) {
            this.#post(Event.journalFailed, [reasonOf(error, 'load'), book]);
        }
    }

    /** Now may be better than later: the person turns to the page or leaves it. */
    retry() {
        if (this.#queue.length > 0) this.#writing ??= this.#writeAll();
    }

    /** @returns {boolean} whether everything that was asked for so far is written */
    get isComplete() {
        return !this.#hasLost && this.#queue.length === 0 && !this.#writing;
    }

    /** Resolves when everything that was asked for so far is written or has failed. */
    async settled() {
        while (this.#writing) await this.#writing;
    }

    /** Fails if another page writes. */
    async #own() {
        this.#ownership ??= this.#locks ? holdLock(this.#locks, this.#timers) : Promise.resolve(true);
        if (!(await this.#ownership)) this.#isOutdone = true;
        if (this.#isOutdone) throw named('OtherTabError');
    }

    /** @param {IDBDatabase} database */
    async #readList(database) {
        const meta = database.transaction(storeNames, 'readonly').objectStore('meta');
        const range = startingWith(metaPrefix);
        const [keys, texts, open = '', last = 0] = await Promise.all([
            answer(meta.getAllKeys(range)),
            answer(meta.getAll(range)),
            answer(meta.get('open')),
            answer(meta.get('last')),
        ]);
        const books = new Map(keys.map((key, index) => [String(key).slice(metaPrefix.length), String(texts[index])]));
        if (open && !books.has(open)) {
            books.set(open, ''); // from the time when there was one book
            this.describe(open, '');
        }
        const next = Math.max(last, ...[...books.keys()].map(numberOf)) + 1;
        this.#post(Event.booksListed, [open, ...[...books].flat()], next);
    }

    /**
     * @param {IDBDatabase} database
     * @param {string} book
     */
    async #read(database, book) {
        const transaction = database.transaction(storeNames, 'readonly');
        const [snapshots, entries] = await Promise.all([
            answer(transaction.objectStore('snapshots').getAll(allOf(book))),
            answer(transaction.objectStore('journal').getAll(allOf(book))),
        ]);
        const snapshot = snapshots[snapshots.length - 1];
        const later = entries.filter((entry) => !snapshot || entry.revision > snapshot.revision);
        const revision = later[later.length - 1]?.revision ?? snapshot?.revision ?? 0;
        this.#savedRevision = revision;
        this.#known.set(book, {revision, isOurs: false});
        const texts = [book, snapshot?.bytes ?? '', ...later.map((entry) => entry.bytes)];
        this.#post(Event.journalLoaded, texts, revision);
    }

    /** @param {Write} write */
    #enqueue(write) {
        this.#queue.push(write);
        // While one transaction is under way the next writes gather for one more.
        this.#writing ??= this.#writeAll();
    }

    async #writeAll() {
        await null; // what the program asks for in one frame goes into one transaction
        this.#timers.clearTimer(this.#timer);
        while (this.#queue.length > 0) {
            const batch = this.#queue;
            this.#queue = [];
            try {
                await this.#own();
                await this.#onDatabase((database) => this.#writeBatch(database, batch));
                this.#failures = 0;
            } catch (error) {
                this.#keep(batch);
                this.#writing = null;
                this.#giveUp(error);
                return;
            }
        }
        this.#writing = null;
    }

    /** For now, or for good if another page writes. @param {unknown} error */
    #giveUp(error) {
        const reason = reasonOf(error, 'write');
        if (reason === otherTab) this.#isOutdone = true;
        if (this.#isOutdone) {
            this.#hasLost = true;
            this.#queue = [];
        } else if (this.#failures < retryDelays.length)
            this.#timer = this.#timers.setTimer(() => this.retry(), retryDelays[this.#failures++]);
        else this.#failures = 0;
        this.#post(Event.journalFailed, [reason]);
    }

    /** In front: a journal with a hole is worth nothing. @param {Write[]} batch */
    #keep(batch) {
        const replaced = new Set(this.#queue.filter((write) => write.store === 'snapshots').map((write) => write.book));
        this.#queue = [...batch.filter((write) => !replaced.has(write.book) || !isContent(write)), ...this.#queue];
    }

    /**
     * @param {IDBDatabase} database
     * @param {Write[]} batch
     */
    async #writeBatch(database, batch) {
        // Strict: acknowledged only when the disk has it. Older browsers ignore the option.
        const transaction = database.transaction(storeNames, 'readwrite', {durability: 'strict'});
        const done = completion(transaction);
        done.catch(() => {}); // looked at below, if we get there
        /** @type {Map<string, Known>} */
        const known = new Map();
        const contents = batch.filter(isContent);
        const last = contents[contents.length - 1];
        try {
            for (const write of batch) {
                if (write.store === 'meta') transaction.objectStore('meta').put(write.bytes, metaPrefix + write.book);
                if (write.store === 'gone') await removeBook(transaction, write.book);
                if (!isContent(write)) continue;
                const before = known.get(write.book) ?? (await this.#knownIn(transaction, write));
                known.set(write.book, await this.#write(transaction, write, before));
            }
            if (last) transaction.objectStore('meta').put(last.book, 'open');
            for (const [book, {revision}] of known) this.#attempted.set(book, revision);
            transaction.commit?.();
        } catch (error) {
            const {error: aborted} = transaction;
            if (!aborted) transaction.abort();
            throw aborted ?? error;
        }
        await done;
        if (last) this.#savedRevision = last.revision;
        for (const [book, each] of known) {
            this.#known.set(book, each);
            this.#post(Event.journalSaved, [book], each.revision);
        }
    }

    /**
     * @param {IDBTransaction} transaction
     * @param {Write} write
     * @returns {Promise<Known | null>} what it follows; null: records that this page has not read
     */
    async #knownIn(transaction, {book, store}) {
        const revision = await newestRevision(transaction, book);
        const known = this.#known.get(book);
        if (known && revision === known.revision) return known;
        if (revision === 0 && !known) return {revision, isOurs: true};
        if (revision === this.#attempted.get(book)) return {revision, isOurs: false};
        if (!known && store === 'snapshots') return null;
        throw named('OtherTabError');
    }

    /**
     * @param {IDBTransaction} transaction
     * @param {Write} write
     * @param {Known | null} before
     * @returns {Promise<Known>} what is stored then
     */
    async #write(transaction, {store, book, revision, bytes}, before) {
        if (store === 'journal') {
            const known = before ?? {revision: 0, isOurs: false};
            if (revision <= known.revision) return known; // stored by a write that seemed to break off
            transaction.objectStore(store).add({book, revision, bytes});
            return {...known, revision};
        }
        const moment = String(Date.now()).padStart(15, '0');
        if (!before) await keepBook(transaction, book, `${book}.kept-${moment}`);
        else if (before.isOurs) deleteBook(transaction, book);
        else await moveBook(transaction, book, `${book}.before-${moment}`);
        await deleteOldest(transaction, `${book}.before-`, mostEarlier);
        transaction.objectStore(store).add({book, revision, bytes});
        return {revision, isOurs: true};
    }

    /**
     * On a new connection if the one there was is gone: browsers close them when they like.
     * @param {(database: IDBDatabase) => Promise<void>} work
     */
    async #onDatabase(work) {
        try {
            const isReused = this.#database !== null;
            try {
                await work(await this.#open());
            } catch (error) {
                if (!isReused || !isDisconnection(error)) throw error;
                this.#database = null;
                await work(await this.#open());
            }
        } catch (error) {
            this.#database = null;
            throw error;
        }
    }

    /** @returns {Promise<IDBDatabase>} */
    #open() {
        if (this.#database) return this.#database;
        const opening = this.#connect(() => {
            if (this.#database === opening) this.#database = null;
        });
        this.#database = opening;
        return opening;
    }

    /**
     * @param {() => void} onClosed
     * @returns {Promise<IDBDatabase>}
     */
    #connect(onClosed) {
        return new Promise((resolve, reject) => {
            if (!this.#factory) {
                reject(named('SecurityError'));
                return;
            }
            const request = this.#factory.open(databaseName, databaseVersion);
            request.onupgradeneeded = () => {
                for (const name of bookStores)
                    request.result.createObjectStore(name, {keyPath: ['book', 'revision']});
                request.result.createObjectStore('meta');
            };
            request.onblocked = () => reject(named('BlockedError'));
            request.onerror = () => {
                // Firefox's way to say that a private window has no storage.
                const isForbidden = request.error?.name === 'InvalidStateError' && !this.#wasOpen;
                reject(isForbidden ? named('SecurityError') : request.error);
            };
            request.onsuccess = () => {
                const database = request.result;
                this.#wasOpen = true;
                database.onclose = onClosed; // the browser took it away; the next write opens it again
                database.onversionchange = () => {
                    database.close(); // a newer page in another tab must not wait for this one
                    onClosed();
                };
                resolve(database);
            };
        });
    }
}
