// What a page spends on its frames, seen from within: nothing of it is in the page itself.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{from: number, to: number, at: number}} FrameTime asked for at `at`; milliseconds of performance.now() */

/**
 * Of the pages that are opened from now on: every frame's own time, memory of the program, and the browser's time from
 * an event to its picture.
 * @param {Page | import('playwright-core').BrowserContext} where
 */
export async function watchFrames(where) {
    await where.addInitScript(() => {
        const watched = { frames: /** @type {FrameTime[]} */ ([]), keys: /** @type {number[]} */ ([]), shown: /** @type {number[]} */ ([]), memory: /** @type {WebAssembly.Memory | null} */ (null), ready: 0 };
        Object.assign(window, { watched });
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) => {
            const at = performance.now();
            return ask((time) => {
                const from = performance.now();
                const before = window.jibiao?.frames() ?? 0;
                callback(time);
                const isOurs = (window.jibiao?.frames() ?? 0) > before; // Whoever drives the page asks for frames, too.
                if (isOurs) watched.frames.push({ from, to: performance.now(), at });
            });
        };
        addEventListener('keydown', (event) => watched.keys.push(event.timeStamp), { capture: true });
        new PerformanceObserver((list) => {
            for (const each of list.getEntries()) if (each.name === 'keydown') watched.shown.push(each.duration);
        }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
        const remember = (/** @type {WebAssembly.Instance} */ instance) => {
            for (const each of Object.values(instance.exports)) if (each instanceof WebAssembly.Memory) watched.memory ??= each;
        };
        for (const name of /** @type {const} */ (['instantiate', 'instantiateStreaming'])) {
            const real = /** @type {any} */ (WebAssembly[name]);
            Object.assign(WebAssembly, {
                [name]: async (/** @type {any[]} */ ...what) => {
                    const made = await real.apply(WebAssembly, what);
                    remember(made.instance ?? made);
                    return made;
                },
            });
        }
        // The book that was stored is on the screen.
        const look = () => {
            if (document.documentElement?.dataset.state !== 'ready' || !document.querySelector('section[aria-label^="项目 "]')) return;
            watched.ready ||= performance.now();
            observer.disconnect();
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state', 'aria-label'] });
    });
}

/** The frames since the last call. @param {Page} page @returns {Promise<FrameTime[]>} */
export const takeFrames = (page) => page.evaluate(() => /** @type {any} */ (window).watched.frames.splice(0));

/** @param {Page} page @returns {Promise<number>} bytes of the program's memory */
export const memoryOf = (page) => page.evaluate(() => /** @type {any} */ (window).watched.memory?.buffer.byteLength ?? 0);

/** Until everything is drawn. @param {Page} page */
export const still = (page) => page.waitForFunction(() => window.jibiao?.still(), undefined, { polling: 10 });

/**
 * A fixed piece of work: how fast this machine is at this moment.
 * @param {Page} page
 * @returns {Promise<number>} milliseconds, the best of five
 */
export function calibrate(page) {
    return page.evaluate(() => {
        let best = Infinity;
        for (let run = 0; run < 5; ++run) {
            const from = performance.now();
            let x = 1;
            for (let i = 0; i < 2_000_000; ++i) x = (Math.imul(x, 1103515245) + 12345) | 0;
            best = Math.min(best, performance.now() - from + (x === 7 ? 1 : 0));
        }
        return best;
    });
}

/** @param {number[]} values @param {number} part 0.95: of a hundred, the 95th */
export function quantile(values, part) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Processor time of the page's thread so far, in milliseconds. @param {Page} page */
export async function processor(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    };
}
