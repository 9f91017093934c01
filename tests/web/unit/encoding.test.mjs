import assert from 'node:assert/strict';
import test from 'node:test';

import { readFile } from 'node:fs/promises';
import vm from 'node:vm';

// As Emscripten takes it: the functions are merged into a library, and $names are there without their $.
/** @type {any} */
const library = {};
const context = vm.createContext({
    LibraryManager: { library },
    mergeInto: Object.assign,
    TextDecoder,
    TextEncoder,
});
const file = new URL('../../../web/iconv.library.js', import.meta.url);
vm.runInContext(await readFile(file, 'utf8'), context);
const decoders = (context['jibiaoDecoders'] = library.$jibiaoDecoders);

/** @param {string} encoding @param {Uint8Array} bytes @param {number} [room] */
function all(encoding, bytes, room = 64) {
    const handle = decoders.encodings.indexOf(encoding.toLowerCase());
    const out = [];
    let good = 0;
    for (;;) {
        const target = new Uint8Array(room);
        const { read, written } = decoders.convert(handle, bytes.subarray(good), target);
        out.push(...target.subarray(0, written));
        good += read;
        if (read === 0 || good === bytes.length) break;
    }
    return { text: new TextDecoder().decode(new Uint8Array(out)), good };
}

// 绩效 in GBK, € in the one byte that GBK adds, 𠮷 in the four bytes of GB 18030.
const sample = Uint8Array.of(0xbc, 0xa8, 0xd0, 0xa7, 0x41, 0x95, 0x34, 0xb2, 0x35, 0x0a);

test('GB 18030 is converted, whatever the room', () => {
    const long = new Uint8Array(sample.length * 100);
    for (let i = 0; i < 100; i++) long.set(sample, i * sample.length);
    for (const room of [8, 9, 11, 64, 4096]) {
        assert.deepEqual(all('GB18030', long, room), { text: '绩效A\u{20bb7}\n'.repeat(100), good: long.length });
    }
});

test('it stops at the first wrong byte', () => {
    const wrong = Uint8Array.of(...sample, 0xbc, 0x20, 0x41);
    const found = all('GB18030', wrong);
    assert.equal(found.good, sample.length);
    assert.equal(found.text, '绩效A\u{20bb7}\n');
    assert.equal(all('GB18030', Uint8Array.of(0x41, 0xbc)).good, 1);
    assert.equal(all('GB18030', Uint8Array.of(0xff)).good, 0);
    assert.deepEqual(all('GB18030', Uint8Array.of(0x41, 0x80, 0x41)), {text: 'A', good: 1});
});

test('UTF-16 in both orders', () => {
    const text = 'a绩𠮷';
    const units = [...text].flatMap((c) => Array.from({ length: c.length }, (_, i) => c.charCodeAt(i)));
    const le = Uint8Array.from(units.flatMap((u) => [u & 255, u >> 8]));
    const be = Uint8Array.from(units.flatMap((u) => [u >> 8, u & 255]));
    assert.deepEqual(all('UTF-16LE', le, 8), { text, good: le.length });
    assert.deepEqual(all('UTF-16BE', be, 8), { text, good: be.length });
    assert.equal(all('UTF-16LE', le.subarray(0, le.length - 1)).good, le.length - 4);
});
