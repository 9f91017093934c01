// Emscripten's --js-library: the functions that src/platform/web/web_platform.cpp declares. A thin table; what they do
// stands in the modules behind Module.host (web/host.js). Text and bytes arrive as views that are valid during the call.

mergeInto(LibraryManager.library, {
    jibiao_js_publish: (patch, size) => Module['host']['publish'](HEAPU8.subarray(patch, patch + size)),
    jibiao_js_focus: (id, size) => Module['host']['focus'](HEAPU8.subarray(id, id + size)),
    jibiao_js_size: (out) => Module['host']['size'](HEAPF32.subarray(out >> 2, (out >> 2) + 8)),
    jibiao_js_look: (out) => Module['host']['look'](HEAPF32.subarray(out >> 2, (out >> 2) + 3)),
    jibiao_js_font_metrics: (size, bold, out) =>
        Module['host']['fontMetrics'](size, bold !== 0, HEAPF32.subarray(out >> 2, (out >> 2) + 2)),
    jibiao_js_rasterize: (codePoint, size, bold, out, pixels, capacity) =>
        Module['host']['rasterize'](
            codePoint,
            size,
            bold !== 0,
            HEAPF32.subarray(out >> 2, (out >> 2) + 6),
            HEAPU8.subarray(pixels, pixels + capacity),
        ),
    jibiao_js_prepare: (codePoints, count, size, bold) =>
        Module['host']['prepare'](HEAPU32.subarray(codePoints >> 2, (codePoints >> 2) + count), size, bold !== 0),
    jibiao_js_open_file: () => Module['host']['openFile'](),
    jibiao_js_paste_text: () => Module['host']['pasteText'](),
    jibiao_js_copy: (text, textSize, html, htmlSize) =>
        Module['host']['copy'](HEAPU8.subarray(text, text + textSize), HEAPU8.subarray(html, html + htmlSize)),
    jibiao_js_print: (html, size) => Module['host']['print'](HEAPU8.subarray(html, html + size)),
    jibiao_js_save_file: (name, nameSize, mime, mimeSize, bytes, size) =>
        Module['host']['saveFile'](
            HEAPU8.subarray(name, name + nameSize),
            HEAPU8.subarray(mime, mime + mimeSize),
            HEAPU8.subarray(bytes, bytes + size),
        ),
    jibiao_js_journal_append: (book, bookSize, revision, entry, size) =>
        Module['host']['journalAppend'](
            HEAPU8.subarray(book, book + bookSize),
            revision,
            HEAPU8.subarray(entry, entry + size),
        ),
    jibiao_js_journal_snapshot: (book, bookSize, revision, snapshot, size) =>
        Module['host']['journalSnapshot'](
            HEAPU8.subarray(book, book + bookSize),
            revision,
            HEAPU8.subarray(snapshot, snapshot + size),
        ),
    jibiao_js_journal_meta: (book, bookSize, meta, size) =>
        Module['host']['journalMeta'](HEAPU8.subarray(book, book + bookSize), HEAPU8.subarray(meta, meta + size)),
    jibiao_js_journal_list: () => Module['host']['journalList'](),
    jibiao_js_journal_load: (book, size) => Module['host']['journalLoad'](HEAPU8.subarray(book, book + size)),
    jibiao_js_journal_delete: (book, size) => Module['host']['journalDelete'](HEAPU8.subarray(book, book + size)),
    jibiao_js_preference: (key, keySize, value, capacity) =>
        Module['host']['preference'](HEAPU8.subarray(key, key + keySize), HEAPU8.subarray(value, value + capacity)),
    jibiao_js_set_preference: (key, keySize, value, size) =>
        Module['host']['setPreference'](HEAPU8.subarray(key, key + keySize), HEAPU8.subarray(value, value + size)),
    jibiao_js_set_title: (title, size) => Module['host']['setTitle'](HEAPU8.subarray(title, title + size)),
    jibiao_js_wake: (frames) => Module['host']['wake'](frames),
    jibiao_js_wake_after: (seconds) => Module['host']['wakeAfter'](seconds),
    jibiao_js_ready: (version, size) => Module['host']['ready'](HEAPU8.subarray(version, version + size)),
    jibiao_js_texture_size: () => GLctx.getParameter(GLctx.MAX_TEXTURE_SIZE),
    jibiao_js_load_later: () => Module['host']['loadLater'](wasmExports),
    jibiao_js_fetch_asset: (name, size) => Module['host']['fetchAsset'](HEAPU8.subarray(name, name + size)),
});

// Emscripten's Browser object holds full screen, pointer lock and its main loop (2 kB); its EGL uses of it only this.
mergeInto(LibraryManager.library, {
    $Browser: { moduleContextCreatedCallbacks: [] },
    $Browser__deps: [],
    $Browser__postset: '',
});
