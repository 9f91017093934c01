// Both sides of the border between C++ and JavaScript name the same things.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Event, Input, Program } from '../../../web/program.js';
import { roles } from '../../../web/tree_patch.js';

const root = new URL('../../../', import.meta.url);
const source = (/** @type {string} */ path) => readFile(new URL(path, root), 'utf8');
const platform = await source('src/platform/web/web_platform.cpp');

/** @param {string} text @param {RegExp} pattern with one group */
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
/** @param {string} text @param {string} name an enum class */
function enumerators(text, name) {
    const body = text.match(new RegExp(`enum class ${name}[^{]*{([^}]*)}`))?.[1] ?? '';
    return all(body.replace(/\/\/.*/g, ''), /(\w+)\s*(?:=\s*\d+)?\s*,|(\w+)\s*}/g);
}
const camelCase = (/** @type {string} */ name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

test('every function that C++ calls is in the bridge, and no other', async () => {
    const bridge = await source('web/bridge.library.js');
    const declaredIn = (/** @type {string} */ text) => all(text, /^(?:void|int|std::size_t) (jibiao_js_\w+)\(/gm);
    const declared = declaredIn(platform.slice(0, platform.indexOf('namespace')));
    assert.ok(declared.length > 10);
    declared.push(...declaredIn(await source('cmake/imgui_gl_answers.cpp')));
    assert.deepEqual(all(bridge, /^ {4}(jibiao_js_\w+):/gm).sort(), declared.sort());
});

test('the bridge calls what the host has', async () => {
    const called = all(await source('web/bridge.library.js'), /\['host'\]\['(\w+)'\]/g);
    const host = await source('web/host.js');
    const offered = all(host.slice(host.indexOf('return {')), /^ {8}(\w+): /gm);
    assert.deepEqual(called.sort(), offered.sort());
});

test('kinds of events and input have the same numbers', () => {
    assert.deepEqual(Object.keys(Event), enumerators(platform, 'EventKind').map(camelCase));
    assert.deepEqual(Object.values(Event), Object.keys(Event).map((_, index) => index + 1));
    const inputs = all(platform.match(/enum class InputKind {([^}]*)}/)?.[1] ?? '', /(\w+)(?: = 1)?/g);
    assert.deepEqual(Object.keys(Input), inputs.filter((name) => name !== '1'));
    assert.deepEqual(Object.values(Input), Object.keys(Input).map((_, index) => index + 1));
});

test('roles stand in the same order', async () => {
    assert.deepEqual([...roles], enumerators(await source('src/platform/semantics.h'), 'Role'));
});

test('texts cross the border behind their lengths in bytes', () => {
    const heap = new Uint8Array(64);
    /** @type {number[][]} */
    const events = [];
    const program = new Program(() => {});
    program.post(Event.textChanged, ['名', new Uint8Array([1, 2])], 1, 7); // before the program runs
    program.attach({
        HEAPU8: heap,
        _jibiao_frame: () => 0,
        _jibiao_buffer: () => 8,
        _jibiao_event: (...numbers) => void events.push(numbers),
        _jibiao_context_restored: () => {},
        _jibiao_input: () => {},
    });
    assert.deepEqual(events, [[Event.textChanged, 13, 1, 7]]);
    assert.deepEqual([...heap.subarray(8, 21)], [3, 0, 0, 0, 0xe5, 0x90, 0x8d, 2, 0, 0, 0, 1, 2]);
});
