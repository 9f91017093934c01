// The page's entry: puts the parts together and starts the program.

import {Clipboard} from './clipboard.js';
import {Files} from './files.js';
import {fontStack} from './fonts.js';
import {Glyphs} from './glyphs.js';
import {makeHost} from './host.js';
import {whenIdle} from './idle.js';
import {listenToKeys} from './keys.js';
import {Look, appearance} from './look.js';
import {Mirror} from './mirror.js';
import {listenToPointer} from './pointer.js';
import {Preferences} from './preferences.js';
import {Event as Events, Program} from './program.js';
import {browserClock, Scheduler} from './scheduler.js';
import {Storage} from './storage.js';
import {Surface} from './surface.js';
import {canRunWasm, describeError, showTrouble} from './trouble.js';
import {Viewport} from './viewport.js';

/** @typedef {import('./trouble.js').Trouble} Trouble */
/** @typedef {(options: object) => Promise<import('./program.js').WasmModule>} CreateJibiao */

/**
 * As SDL asks for it in web_window.cpp; the first who asks decides, and here it comes early. The picture is kept, as only
 * what changes is drawn.
 */
const contextAttributes = {alpha: false, depth: false, stencil: false, antialias: false, preserveDrawingBuffer: true};

/** Milliseconds. A driver that starts anew takes one or two seconds. */
const mostTimeWithoutGraphics = 10_000;

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function byId(id, type) {
    const element = document.getElementById(id);
    if (!(element instanceof type)) throw new Error(`#${id} is missing`);
    return element;
}

/**
 * @param {Scheduler} scheduler
 * @param {Storage} storage
 */
function watchForErrors(scheduler, storage) {
    /** @param {unknown} error */
    const fail = (error) => {
        scheduler.stop();
        console.error(error);
        showTrouble('crash', {detail: describeError(error), savedRevision: storage.savedRevision});
    };
    window.addEventListener('error', (event) => {
        // Not an error of the page: a browser's note, or an extension's script.
        if (event.message?.startsWith('ResizeObserver loop')) return;
        if (event.filename && new URL(event.filename, location.href).origin !== location.origin) return;
        if (event.error) fail(event.error);
    });
    window.addEventListener('unhandledrejection', (event) => fail(event.reason));
    return fail;
}

/**
 * @param {Mirror} mirror
 * @param {Scheduler} scheduler
 * @param {Storage} storage
 * @returns {Promise<boolean>} whether everything is stored
 */
async function store(mirror, scheduler, storage) {
    mirror.focusedField?.flush();
    scheduler.runNow();
    storage.retry();
    await storage.settled();
    return storage.isComplete;
}

/**
 * @param {Scheduler} scheduler
 * @param {Storage} storage
 * @param {() => void} keep stores everything
 * @param {() => void} draw all of it: while nobody saw the page, the browser may have taken the picture
 */
function watchThePage(scheduler, storage, keep, draw) {
    document.addEventListener('visibilitychange', () => {
        const isHidden = document.visibilityState === 'hidden';
        if (isHidden) {
            keep(); // a page that is left may never come back
        } else {
            storage.retry();
            draw();
        }
        scheduler.pause(isHidden);
    });
    window.addEventListener('beforeunload', (event) => {
        keep();
        if (storage.isComplete) return;
        event.preventDefault(); // The browser would break off what is being written, so it asks whether to stay.
        event.returnValue = true; // the same for Chromium before 119
    });
    window.addEventListener('pagehide', keep);
    document.addEventListener('freeze', keep); // Chromium, before it stops a tab that has been hidden for long
    window.addEventListener('pageshow', draw);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {WebGL2RenderingContext} graphics its context
 * @param {Scheduler} scheduler
 * @param {Program} program
 * @param {Storage} storage
 */
function watchTheGraphics(canvas, graphics, scheduler, program, storage) {
    let patience = 0;
    const wait = () => {
        scheduler.pause(true, 'graphics');
        window.clearTimeout(patience);
        patience = window.setTimeout(() => {
            scheduler.stop();
            showTrouble('graphics', {savedRevision: storage.savedRevision});
        }, mostTimeWithoutGraphics);
    };
    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault(); // else it never comes back
        wait();
    });
    // It may have been lost while the page lay in the browser's memory, where no event comes.
    window.addEventListener('pageshow', (event) => {
        if (event.persisted && graphics.isContextLost()) wait();
    });
    canvas.addEventListener('webglcontextrestored', () => {
        window.clearTimeout(patience);
        program.contextRestored();
        scheduler.pause(false, 'graphics');
    });
}

/**
 * @param {Glyphs} glyphs
 * @param {Mirror} mirror
 * @param {Program} program
 */
function watchTheFonts(glyphs, mirror, program) {
    document.fonts.addEventListener('loadingdone', () => {
        glyphs.forget();
        mirror.restyle();
        program.post(Events.fontsChanged);
    });
}

/**
 * With a font of our own.
 * @param {Glyphs} glyphs
 * @param {'canvas' | 'font'} defect
 */
async function mendText(glyphs, defect) {
    try {
        return await (await import('./later/fallback_font.js')).mendText(glyphs);
    } catch (error) {
        console.warn(error); // it could not be fetched, or was not built
        return defect;
    }
}

/** @returns {Promise<CreateJibiao>} */
async function loadProgram() {
    const url = new URL('../jibiao.js', import.meta.url).href;
    const {default: create} = await import(url);
    return create;
}

async function start() {
    if (!canRunWasm()) {
        showTrouble('browser');
        return;
    }
    const loading = loadProgram();
    loading.catch(() => {}); // looked at below
    const canvas = byId('canvas', HTMLCanvasElement);
    const app = byId('app', HTMLElement);
    const mirrorRoot = byId('mirror', HTMLElement);
    document.documentElement.style.setProperty('--font', fontStack);
    const program = new Program((reason) => scheduler.wake(3, reason));
    /** @type {import('./program.js').Post} */
    const post = (kind, texts, number, revision) => program.post(kind, texts, number, revision);
    const clock = browserClock();
    const storage = new Storage(
        window.indexedDB,
        (...event) => {
            post(...event);
            // Nobody sees a frame yet, and a busy browser is slow to ask for one.
            if (document.documentElement.dataset.state === 'loading' && !graphics?.isContextLost()) scheduler.runNow();
        },
        navigator.locks,
        clock,
    );
    /** @type {(error: unknown) => void} */
    let fail = () => {};
    /** @type {Scheduler} */
    const scheduler = new Scheduler(clock, () => program.frame(), (error) => fail(error));
    fail = watchForErrors(scheduler, storage);
    const mirror = new Mirror(mirrorRoot, post);
    const files = new Files(post);
    const clipboard = new Clipboard(post, navigator.clipboard);
    let scale = window.devicePixelRatio;
    const surface = new Surface(canvas, () => {
        mirror.restyle(); // the scale may be another one
        if (scale !== window.devicePixelRatio) {
            scale = window.devicePixelRatio;
            glyphs.forget(); // letters of the same size in device pixels may stand on another baseline
            post(Events.fontsChanged);
        }
        post(Events.resized);
        scheduler.runNow(); // before the blank canvas is shown
    });
    // After the canvas has its size: another one would wait for the graphics card again.
    const graphics = /** @type {WebGL2RenderingContext | null} */ (canvas.getContext('webgl2', contextAttributes));
    if (!graphics) {
        showTrouble('webgl');
        return;
    }
    const viewport = new Viewport(app, window.visualViewport, () => post(Events.resized));
    const look = new Look((query) => matchMedia(query), () => post(Events.redraw));
    const preferences = new Preferences(() => window.localStorage);
    look.wear(preferences.get(appearance));
    const glyphs = new Glyphs();
    const defect = glyphs.selfTest(); // and the font is loaded while the program comes
    if (defect) {
        const remaining = await mendText(glyphs, defect);
        if (remaining) {
            showTrouble(remaining);
            return;
        }
    }
    window.jibiao = {
        version: '',
        frames: () => scheduler.frames,
        idle: () => scheduler.isIdle,
        still: () => scheduler.isStill,
        savedRevision: () => storage.savedRevision,
        reasons: () => scheduler.reasons,
    };
    watchTheGraphics(canvas, graphics, scheduler, program, storage);
    const keep = () => store(mirror, scheduler, storage);
    const started = () =>
        whenIdle(() => void import('./later/offline.js').then(({workOffline}) => workOffline(keep)).catch(console.warn));

    try {
        const create = await loading;
        const parts = {mirror, surface, viewport, look, glyphs, files, clipboard, storage, preferences, scheduler, started, post};
        program.attach(await create({canvas, host: makeHost(parts)}));
    } catch (error) {
        console.error(error);
        showTrouble('load', {detail: describeError(error)});
        return;
    }
    listenToKeys(window, mirror, program, () => scheduler.runNow());
    listenToPointer(app, {mirror, program, scheduler, look, clock});
    mirrorRoot.addEventListener('click', () => scheduler.runNow()); // Enter on a button may open a file picker
    files.acceptDrops(app);
    clipboard.acceptPastes(
        document,
        (target) => mirror.isField(target),
        (target) => mirror.takesTable(target),
        (target) => mirror.fillsCells(target),
    );
    clipboard.acceptCopies(document, (target) => mirror.isEditing(target), () => scheduler.runNow());
    watchThePage(scheduler, storage, keep, () => post(Events.redraw));
    watchTheFonts(glyphs, mirror, program);
    if (document.visibilityState === 'hidden') scheduler.pause(true); // opened in the background
    scheduler.wake(3, 'start');
}

start().catch((error) => {
    console.error(error);
    showTrouble('load', {detail: describeError(error)});
});
