// scripts/wasm.mjs: the link between the two files of the program.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { readExports, readFunctions, renameExport, renameFirstImport } from '../../scripts/wasm.mjs';

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const type = [1, 4, 1, 0x60, 0, 0];
/** Two functions, exported as "a" and "ab", the first of them called "f", the second one in the table. */
const first = Buffer.from([
    ...header, ...type,
    ...[3, 3, 2, 0, 0],
    ...[4, 4, 1, 0x70, 0, 2],
    ...[7, 10, 2, 2, 0x61, 0x62, 0, 1, 1, 0x61, 0, 0],
    ...[9, 7, 1, 0, 0x41, 1, 0x0b, 1, 1],
    ...[10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b],
    ...[0, 11, 4, 0x6e, 0x61, 0x6d, 0x65, 1, 4, 1, 0, 1, 0x66],
]);
/** Imports "a" from "first". */
const second = Buffer.from([...header, ...type, 2, 11, 1, 5, 0x66, 0x69, 0x72, 0x73, 0x74, 1, 0x61, 0, 0]);

test('functions have their names, sizes and places in the table', () => {
    assert.deepEqual(readFunctions(first), [
        { name: 'f', size: 2, inTable: false },
        { name: '', size: 3, inTable: true },
    ]);
    assert.deepEqual(readExports(first), new Set([1, 0]));
});

test('files of the same version link, and others do not', async () => {
    /** @param {string} version */
    const withVersion = (version) => (/** @type {string} */ name) => name + version;
    const one = await WebAssembly.instantiate(renameExport(first, 'a', withVersion('1'.repeat(200))));
    assert.deepEqual(Object.keys(one.instance.exports), ['ab', 'a' + '1'.repeat(200)]);
    const imports = { first: one.instance.exports };
    await WebAssembly.instantiate(renameFirstImport(second, withVersion('1'.repeat(200))), imports);
    await assert.rejects(WebAssembly.instantiate(renameFirstImport(second, withVersion('2')), imports), WebAssembly.LinkError);
    assert.throws(() => renameExport(first, 'b', withVersion('1')), /not exported/);
});
