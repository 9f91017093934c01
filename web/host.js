// What C++ calls: src/platform/web/web_platform.cpp through bridge.library.js, iconv through iconv.library.js.

import {appearance} from './look.js';
import {Event} from './program.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** @param {Uint8Array} bytes */
const text = (bytes) => decoder.decode(bytes);

/**
 * Parts of the page.
 * @typedef {object} Parts
 * @property {import('./mirror.js').Mirror} mirror
 * @property {import('./surface.js').Surface} surface
 * @property {import('./viewport.js').Viewport} viewport
 * @property {import('./look.js').Look} look
 * @property {import('./glyphs.js').Glyphs} glyphs
 * @property {import('./files.js').Files} files
 * @property {import('./clipboard.js').Clipboard} clipboard
 * @property {import('./storage.js').Storage} storage
 * @property {import('./preferences.js').Preferences} preferences
 * @property {import('./scheduler.js').Scheduler} scheduler
 * @property {() => void} started called when the first frame is on the screen
 * @property {import('./program.js').Post} post
 */

/**
 * Bytes are views into the program's memory: valid during the call, copied if kept.
 * @typedef {object} Host
 * @property {(patch: Uint8Array) => void} publish
 * @property {(id: Uint8Array) => void} focus
 * @property {(out: Float32Array) => void} size
 * @property {(out: Float32Array) => void} look
 * @property {(size: number, bold: boolean, out: Float32Array) => void} fontMetrics
 * @property {(codePoint: number, size: number, bold: boolean, box: Float32Array, pixels: Uint8Array) => void} rasterize
 * @property {(codePoints: Uint32Array, size: number, bold: boolean) => void} prepare
 * @property {() => void} openFile
 * @property {() => void} pasteText
 * @property {(text: Uint8Array, html: Uint8Array) => void} copy
 * @property {(html: Uint8Array) => void} print
 * @property {(name: Uint8Array, mime: Uint8Array, bytes: Uint8Array) => void} saveFile
 * @property {(book: Uint8Array, revision: number, entry: Uint8Array) => void} journalAppend
 * @property {(book: Uint8Array, revision: number, snapshot: Uint8Array) => void} journalSnapshot
 * @property {(book: Uint8Array, meta: Uint8Array) => void} journalMeta
 * @property {() => void} journalList
 * @property {(book: Uint8Array) => void} journalLoad
 * @property {(book: Uint8Array) => void} journalDelete
 * @property {(key: Uint8Array, value: Uint8Array) => number} preference writes the value and returns its length
 * @property {(key: Uint8Array, value: Uint8Array) => void} setPreference
 * @property {(title: Uint8Array) => void} setTitle
 * @property {(frames: number) => void} wake
 * @property {(seconds: number) => void} wakeAfter
 * @property {(version: Uint8Array) => void} ready
 * @property {(first: WebAssembly.Exports) => void} loadLater
 * @property {(name: Uint8Array) => void} fetchAsset
 */

/** What prints, once it was needed. @type {typeof import('./later/print.js') | null} */
let printer = null;

/** @param {string} html */
async function print(html) {
    try {
        printer = await import('./later/print.js');
    } catch {
        window.print(); // it could not be fetched; the sheet says what to do
        return;
    }
    await printer.print(html);
}

/** The second file is on its way or there. */
let later = false;

/**
 * @param {WebAssembly.Exports} first
 * @param {import('./program.js').Post} post
 */
async function loadLater(first, post) {
    if (later) return;
    later = true;
    let failure;
    try {
        failure = await (await import('./later/rest.js')).loadRest(first);
    } catch {
        failure = '这项功能的程序文件没有取到。请检查网络，刷新本页后再试；已保存的内容都在。';
    }
    later = !failure;
    post(failure ? Event.laterFailed : Event.laterLoaded, failure ? [failure] : []);
}

/** Files of some kilobytes; a network that neither answers nor fails would keep a person waiting for ever. */
const longestFetch = 20_000; // milliseconds

/**
 * @param {string} name
 * @param {import('./program.js').Post} post
 */
async function fetchAsset(name, post) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), longestFetch);
    try {
        const response = await fetch(new URL(`../${name}`, import.meta.url), {signal: stop.signal});
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        post(Event.assetLoaded, [name, new Uint8Array(await response.arrayBuffer())]);
    } catch (error) {
        console.warn(error);
        post(Event.assetFailed, [name, '没有取到，请检查网络后再试']);
    } finally {
        clearTimeout(late);
    }
}

/**
 * @param {Parts} parts
 * @returns {Host}
 */
export function makeHost(parts) {
    const {mirror, surface, viewport, look, glyphs, files, clipboard, storage, preferences, scheduler, started, post} = parts;
    return {
        publish: (patch) => mirror.publish(patch),
        focus: (id) => mirror.focus(text(id)),
        size: (out) => {
            surface.size(out);
            out.set(viewport.insets, 4);
        },
        look: (out) => look.read(out),
        fontMetrics: (size, bold, out) => glyphs.fontMetrics(size, bold, out),
        rasterize: (codePoint, size, bold, box, pixels) => glyphs.rasterize(codePoint, size, bold, box, pixels),
        prepare: (codePoints, size, bold) => glyphs.prepare(codePoints, size, bold),
        openFile: () => files.open(),
        pasteText: () => void clipboard.read(),
        copy: (plain, html) => void clipboard.write(text(plain), text(html)),
        print: (html) => void print(text(html)),
        saveFile: (name, mime, bytes) => files.save(text(name), text(mime), bytes),
        journalAppend: (book, revision, entry) => {
            printer?.forget();
            storage.append(text(book), revision, entry.slice());
        },
        journalSnapshot: (book, revision, snapshot) => {
            printer?.forget();
            storage.snapshot(text(book), revision, snapshot.slice());
        },
        journalMeta: (book, meta) => storage.describe(text(book), text(meta)),
        journalList: () => void storage.list(),
        journalLoad: (book) => {
            printer?.forget();
            void storage.load(text(book));
        },
        journalDelete: (book) => storage.remove(text(book)),
        preference: (key, value) => encoder.encodeInto(preferences.get(text(key)), value).written ?? 0,
        setPreference: (key, value) => {
            preferences.set(text(key), text(value));
            if (text(key) === appearance) look.wear(text(value));
        },
        setTitle: (title) => {
            document.title = text(title);
        },
        wake: (frames) => scheduler.wake(frames, 'program'),
        wakeAfter: (seconds) => scheduler.wakeAfter(seconds),
        ready: (version) => {
            window.jibiao.version = text(version);
            document.documentElement.dataset.state = 'ready';
            started();
        },
        loadLater: (first) => void loadLater(first, post),
        fetchAsset: (name) => void fetchAsset(text(name), post),
    };
}
