// Run at build time by cmake/WebApp.cmake: node split.mjs EMSCRIPTEN WASM LATER WHOLE
// Splits the program WASM, linked with names, into what the first edit needs, which takes its place, and what may come
// later, LATER. WHOLE gets it in one piece; WHOLE.functions.json says what each function weighs (scripts/size --functions).
//
// Later comes: every function that takes a `const platform::Later&` (src/platform/later.h), and everything that only
// such functions use. So the first file calls nothing of the second but those, and who calls them has the key.
// Each file knows the other by a name made of the program's hash: files of different versions do not link.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readExports, readFunctions, renameExport, renameFirstImport } from './wasm.mjs';

const key = 'jibiao::platform::Later const&';
/** What Chromium 95 knows; wasm-split would make a second table if it might. */
const features = ['mutable-globals', 'sign-ext', 'nontrapping-float-to-int', 'bulk-memory', 'exception-handling', 'multivalue'];

const [emscripten = '', program = '', laterFile = '', wholeFile = ''] = process.argv.slice(2);
const binaryen = execFileSync(path.join(emscripten, 'em-config'), ['BINARYEN_ROOT'], { encoding: 'utf8' }).trim();

/** @param {string} tool @param {string[]} options */
function run(tool, ...options) {
    const flags = ['--mvp-features', ...features.map((name) => `--enable-${name}`)];
    return execFileSync(path.join(binaryen, 'bin', tool), [...flags, ...options], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Who calls whom: binaryen names functions without names by their numbers. @param {string} module */
function readCalls(module) {
    /** @type {Map<number, number[]>} */
    const calls = new Map();
    for (const [, from, to] of run('wasm-opt', '--print-call-graph', module, '-o', '/dev/null').matchAll(/^ {2}"(\d+)" -> "(\d+)"/gm)) {
        const called = calls.get(Number(from)) ?? [];
        calls.set(Number(from), called);
        called.push(Number(to));
    }
    return calls;
}

const named = readFileSync(program);
const functions = readFunctions(named);
run('wasm-opt', '--strip-debug', '--strip-producers', '--optimize-stack-ir', '--generate-stack-ir', program, '-o', wholeFile);
const calls = readCalls(wholeFile);
const exported = readExports(named);

const first = new Set();
const entered = functions.flatMap(({ inTable }, index) => (inTable || exported.has(index) ? [index] : []));
for (let index; (index = entered.pop()) !== undefined; ) {
    if (first.has(index) || functions[index].name.includes(key)) continue;
    first.add(index);
    entered.push(...(calls.get(index) ?? []));
}
const later = functions.flatMap((_, index) => (first.has(index) ? [] : [index]));
if (!later.length) throw new Error(`split: no function takes a ${key}; was it inlined?`);

const list = `${wholeFile}.later`;
const firstFile = `${program}.first`;
writeFileSync(list, later.join('\n'));
const names = ['--no-placeholders', '--import-namespace=first', `--split-funcs=@${list}`];
run('wasm-split', ...names, '--optimize-stack-ir', '--generate-stack-ir', wholeFile, '-o1', firstFile, '-o2', laterFile);

const second = readFileSync(laterFile);
const [link] = WebAssembly.Module.imports(await WebAssembly.compile(second));
const version = createHash('sha256').update(named).digest('hex').slice(0, 16);
const withVersion = (/** @type {string} */ name) => name + version;
writeFileSync(laterFile, renameFirstImport(second, withVersion));
writeFileSync(firstFile, renameExport(readFileSync(firstFile), link.name, withVersion));
renameSync(firstFile, program);
writeFileSync(
    `${wholeFile}.functions.json`,
    JSON.stringify(functions.map(({ name, size }, index) => ({ name, size, later: !first.has(index) }))),
);
