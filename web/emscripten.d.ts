// What Emscripten gives to bridge.library.js and iconv.library.js, and what they implement (declared in C++ in
// src/platform/web/web_platform.cpp and in iconv.h; pointers and sizes are numbers).

interface JibiaoBridge {
    jibiao_js_publish(patch: number, size: number): void;
    jibiao_js_focus(id: number, size: number): void;
    jibiao_js_size(out: number): void;
    jibiao_js_look(out: number): void;
    jibiao_js_font_metrics(size: number, bold: number, out: number): void;
    jibiao_js_rasterize(
        codePoint: number, size: number, bold: number, out: number, pixels: number, capacity: number,
    ): void;
    jibiao_js_prepare(codePoints: number, count: number, size: number, bold: number): void;
    jibiao_js_open_file(): void;
    jibiao_js_paste_text(): void;
    jibiao_js_copy(text: number, textSize: number, html: number, htmlSize: number): void;
    jibiao_js_print(html: number, size: number): void;
    jibiao_js_save_file(
        name: number, nameSize: number, mime: number, mimeSize: number, bytes: number, size: number,
    ): void;
    jibiao_js_journal_append(book: number, bookSize: number, revision: number, entry: number, size: number): void;
    jibiao_js_journal_snapshot(
        book: number, bookSize: number, revision: number, snapshot: number, size: number,
    ): void;
    jibiao_js_journal_meta(book: number, bookSize: number, meta: number, size: number): void;
    jibiao_js_journal_list(): void;
    jibiao_js_journal_load(book: number, size: number): void;
    jibiao_js_journal_delete(book: number, size: number): void;
    jibiao_js_preference(key: number, keySize: number, value: number, capacity: number): number;
    jibiao_js_set_preference(key: number, keySize: number, value: number, size: number): void;
    jibiao_js_set_title(title: number, size: number): void;
    jibiao_js_wake(frames: number): void;
    jibiao_js_wake_after(seconds: number): void;
    jibiao_js_ready(version: number, size: number): void;
    jibiao_js_texture_size(): number;
    jibiao_js_load_later(): void;
    jibiao_js_fetch_asset(name: number, size: number): void;
}

interface Decoders {
    encodings: string[];
    characterLength(encoding: string, bytes: Uint8Array, at: number): number;
    convert(handle: number, source: Uint8Array, target: Uint8Array): { read: number; written: number };
}

interface IconvLibrary {
    $jibiaoDecoders: Decoders;
    jibiao_iconv_open__deps: string[];
    jibiao_iconv_open(to: number, from: number): number;
    jibiao_iconv_close(): number;
    jibiao_iconv__deps: string[];
    jibiao_iconv(handle: number, source: number, sourceLeft: number, target: number, targetLeft: number): number;
}

declare const jibiaoDecoders: Decoders;
declare const LibraryManager: { library: object };
interface BrowserStandIn {
    $Browser: { moduleContextCreatedCallbacks: (() => void)[] };
    $Browser__deps: string[];
    $Browser__postset: string;
}

declare function mergeInto(library: object, functions: JibiaoBridge | IconvLibrary | BrowserStandIn): void;
declare function UTF8ToString(pointer: number): string;
declare const Module: { host: import('./host.js').Host };
declare const wasmExports: WebAssembly.Exports;
declare const GLctx: WebGL2RenderingContext;
declare const HEAPU8: Uint8Array;
declare const HEAPU32: Uint32Array;
declare const HEAPF32: Float32Array;
