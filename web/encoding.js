// The C library's iconv by the browser's own decoders: Emscripten's would bring the tables of every East Asian
// encoding, 100 kB of download.

/** @type {Map<number, string>} Encodings by handle. */
const opened = new Map();

/**
 * @param {string} encoding "GB18030", "UTF-16LE"
 * @returns {number} A handle; -1 if the browser does not know the encoding.
 */
export function openDecoder(encoding) {
    try {
        new TextDecoder(encoding);
    } catch {
        return -1;
    }
    const handle = opened.size + 1;
    opened.set(handle, encoding.toLowerCase());
    return handle;
}

/** @param {number} handle */
export function closeDecoder(handle) {
    opened.delete(handle);
}

/**
 * Bytes of the character at `at`.
 * @param {string} encoding
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function characterLength(encoding, bytes, at) {
    if (encoding.startsWith('utf-16')) {
        const high = bytes[at + (encoding === 'utf-16be' ? 0 : 1)];
        return high >= 0xd8 && high <= 0xdb ? 4 : 2;
    }
    if (bytes[at] < 0x80) return 1;
    const second = bytes[at + 1];
    return second >= 0x30 && second <= 0x39 ? 4 : 2;
}

/**
 * Converts as much as is whole, right and has room.
 * @param {number} handle
 * @param {Uint8Array} source
 * @param {Uint8Array} target Receives UTF-8.
 * @returns {{read: number, written: number}}
 */
export function convert(handle, source, target) {
    const encoding = opened.get(handle) ?? '';
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    const room = Math.min(source.length, Math.floor(target.length / 2)); // Two bytes become three at most, four four.
    const ends = [0];
    for (let at = 0; at < room; ) {
        // Decoders of the web take this byte for €; it is no GB 18030.
        if (encoding === 'gb18030' && source[at] === 0x80) break;
        at += characterLength(encoding, source, at);
        if (at > room) break;
        ends.push(at);
    }
    // How many characters are right: all of them, or as many as halving finds.
    let right = 0;
    let text = '';
    for (let step = ends.length - 1; step >= 1; ) {
        const next = Math.min(right + step, ends.length - 1);
        try {
            text += decoder.decode(source.slice(ends[right], ends[next]));
            right = next;
            if (right === ends.length - 1) break;
        } catch {
            if (step === 1) break;
        }
        step = Math.max(1, step >> 1);
    }
    return { read: ends[right], written: new TextEncoder().encodeInto(text, target).written };
}
