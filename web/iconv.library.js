// Emscripten's --js-library: iconv of src/io/encoding.cpp by the browser's (or Node's) own decoders. The C library's
// would bring the tables of every East Asian encoding, 100 kB of download.

mergeInto(LibraryManager.library, {
    $jibiaoDecoders: {
        encodings: ['gb18030', 'utf-16le', 'utf-16be'],

        /**
         * Bytes of the character at `at`.
         * @param {string} encoding
         * @param {Uint8Array} bytes
         * @param {number} at
         */
        characterLength(encoding, bytes, at) {
            if (encoding.startsWith('utf-16')) {
                const high = bytes[at + (encoding === 'utf-16be' ? 0 : 1)];
                return high >= 0xd8 && high <= 0xdb ? 4 : 2;
            }
            if (bytes[at] < 0x80) return 1;
            const second = bytes[at + 1];
            return second >= 0x30 && second <= 0x39 ? 4 : 2;
        },

        /**
         * Converts as much as is whole, right and has room.
         * @param {number} handle
         * @param {Uint8Array} source
         * @param {Uint8Array} target Receives UTF-8.
         * @returns {{read: number, written: number}}
         */
        convert(handle, source, target) {
            const encoding = jibiaoDecoders.encodings[handle];
            const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
            // Two bytes become three at most, four four.
            const room = Math.min(source.length, Math.floor(target.length / 2));
            const ends = [0];
            for (let at = 0; at < room; ) {
                // Decoders of the web take this byte for €; it is no GB 18030.
                if (encoding === 'gb18030' && source[at] === 0x80) break;
                at += jibiaoDecoders.characterLength(encoding, source, at);
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
        },
    },

    jibiao_iconv_open__deps: ['$UTF8ToString', '$jibiaoDecoders'],
    jibiao_iconv_open: (_to, from) => jibiaoDecoders.encodings.indexOf(UTF8ToString(from).toLowerCase()),
    jibiao_iconv_close: () => 0,
    jibiao_iconv__deps: ['$jibiaoDecoders'],
    jibiao_iconv: (handle, source, sourceLeft, target, targetLeft) => {
        const from = HEAPU32[source >> 2];
        const to = HEAPU32[target >> 2];
        const left = HEAPU32[sourceLeft >> 2];
        const room = HEAPU32[targetLeft >> 2];
        const done = jibiaoDecoders.convert(handle, HEAPU8.subarray(from, from + left), HEAPU8.subarray(to, to + room));
        HEAPU32[source >> 2] = from + done.read;
        HEAPU32[sourceLeft >> 2] = left - done.read;
        HEAPU32[target >> 2] = to + done.written;
        HEAPU32[targetLeft >> 2] = room - done.written;
        return done.read === left ? 0 : -1;
    },
});
