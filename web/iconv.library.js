// Emscripten's --js-library: the C library's iconv (src/io/encoding.cpp) by the browser's decoders (web/encoding.js).

mergeInto(LibraryManager.library, {
    iconv_open__deps: ['$UTF8ToString'],
    iconv_open: (_to, from) => Module['host']['openDecoder'](UTF8ToString(from)),
    iconv_close: (handle) => {
        Module['host']['closeDecoder'](handle);
        return 0;
    },
    iconv: (handle, source, sourceLeft, target, targetLeft) => {
        const from = HEAPU32[source >> 2];
        const to = HEAPU32[target >> 2];
        const left = HEAPU32[sourceLeft >> 2];
        const room = HEAPU32[targetLeft >> 2];
        const done = Module['host']['convert'](
            handle,
            HEAPU8.subarray(from, from + left),
            HEAPU8.subarray(to, to + room),
        );
        HEAPU32[source >> 2] = from + done['read'];
        HEAPU32[sourceLeft >> 2] = left - done['read'];
        HEAPU32[target >> 2] = to + done['written'];
        HEAPU32[targetLeft >> 2] = room - done['written'];
        return done['read'] === left ? 0 : -1;
    },
});
