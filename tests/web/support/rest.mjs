// Whether a page is at rest: everything that asks for a moment to come is counted.

const clocks = /** @type {const} */ (['requestAnimationFrame', 'requestIdleCallback', 'setTimeout', 'setInterval']);

/**
 * Of the pages that are opened from now on.
 * @param {import('playwright-core').Page} page
 */
export async function countClocks(page) {
    await page.addInitScript((names) => {
        const requests = /** @type {string[]} */ ([]);
        Object.assign(window, { requests });
        for (const name of names) {
            const ask = /** @type {((...what: any[]) => any) | undefined} */ (window[name]);
            if (!ask) continue; // Safari has no idle callbacks
            Object.assign(window, { [name]: (/** @type {any[]} */ ...what) => requests.push(name) && ask(...what) });
        }
    }, clocks);
    return {
        /** What was asked for since the last call. @returns {Promise<string[]>} */
        take: () => page.evaluate(() => /** @type {any} */ (window).requests.splice(0)),
    };
}

/**
 * As when the person looks at another tab, which a browser without windows does not do by itself.
 * @param {import('playwright-core').Page} page
 * @param {boolean} isHidden
 */
export function hide(page, isHidden) {
    return page.evaluate((state) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
        document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden ? 'hidden' : 'visible');
}
