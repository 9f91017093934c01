// A font of our own, for browsers that have no Chinese letters, or that do not let the page read what a canvas shows.

import {canvasFont, preferFont} from '../fonts.js';
import {Outlines} from './outlines.js';

const family = 'Jibiao Fallback';
/** Kept beside the versions of the page (sw.js): whoever needed it once needs it without a network, too. */
const cacheName = 'jibiao-font';

/** @returns {Promise<ArrayBuffer>} */
async function fetchFont() {
    const url = new URL('../../fonts/fallback.ttf', import.meta.url).href;
    const cache = await window.caches?.open(cacheName).catch(() => null); // not there on pages without TLS
    const kept = await cache?.match(url);
    if (kept) return kept.arrayBuffer();
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    await cache?.put(url, response.clone()).catch(() => {}); // the disk may be full
    return response.arrayBuffer();
}

/**
 * @param {import('../glyphs.js').Glyphs} glyphs
 * @returns {Promise<'canvas' | 'font' | null>} what still stands in the way of text
 */
export async function mendText(glyphs) {
    const font = await fetchFont();
    document.fonts.add(await new FontFace(family, font).load());
    preferFont(family);
    glyphs.forget();
    if (glyphs.selfTest() === 'canvas') {
        const outlines = new Outlines(font);
        glyphs.drawer = (codePoint, size, bold) =>
            outlines.draw(codePoint, size, bold, glyphs.measure(codePoint, canvasFont(size, bold)).advance);
        return null;
    }
    return glyphs.selfTest();
}
