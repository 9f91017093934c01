// scripts/size [--functions] [FOLDER]: a table of every file of the page, raw and as brotli sends it: what is needed for
// the first edit, and what comes later. With --functions, of the largest functions of the program and of the largest
// groups of them, in bytes before brotli (sources show in the names: namespaces are layers).
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 450 * 1000;
/** Fetched when the first frame is shown, or when it is needed. */
const LATER = /^(web\/later|library|words)\/|^(sw|files)\.js$|^jibiao-later\.wasm$/;
/** Never fetched by the page alone: icons for the home screen, the font for machines that have none, texts to read. */
const ASIDE = /^(icons|fonts|samples)\/|\.md$/;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const site = path.resolve(folder ?? path.join(root, 'build/web/site'));

/** @param {string} folder @returns {string[]} paths relative to the site */
function list(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => {
            const full = path.join(folder, entry.name);
            return entry.isDirectory() ? list(full) : [path.relative(site, full)];
        })
        .sort();
}
/** @param {number} bytes */
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);

/** Prints them and their sum. @param {string} title @param {string[]} files @returns {number} bytes with brotli */
function table(title, files) {
    let raw = 0;
    let packed = 0;
    console.log(`${title.padEnd(36)}   raw kB    brotli`);
    for (const file of files) {
        const content = readFileSync(path.join(site, file));
        const small = brotliCompressSync(content, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
        });
        raw += content.length;
        packed += small.length;
        console.log(`${file.padEnd(36)}${kb(content.length)} ${kb(small.length)}`);
    }
    console.log(`${'all'.padEnd(36)}${kb(raw)} ${kb(packed)}\n`);
    return packed;
}

/** @typedef {{name: string, size: number, later: boolean}} WasmFunction */

/** Without what templates and parameters add. @param {string} name */
function groupOf(name) {
    let bare = name.replace(/\(anonymous namespace\)::/g, '');
    for (let before = ''; before !== bare; ) [before, bare] = [bare, bare.replace(/<[^<>]*>|\([^()]*\)/g, '')];
    bare = (bare.split(' ').find((word) => word.includes('::')) ?? bare).replace(/\[abi:\w+\]/g, '');
    const parts = bare.split('::');
    return parts.slice(0, parts[0] === 'jibiao' ? 3 : Math.max(1, Math.min(3, parts.length))).join('::');
}

function functions() {
    const file = path.join(site, '../jibiao-whole.wasm.functions.json');
    /** @type {WasmFunction[]} */
    const all = JSON.parse(readFileSync(file, 'utf8'));
    /** @param {WasmFunction[]} some */
    const sum = (some) => some.reduce((total, { size }) => total + size, 0);
    const later = all.filter((one) => one.later);
    console.log(`${all.length} functions, ${sum(all)} bytes; later ${later.length}, ${sum(later)} bytes`);
    /** @type {Map<string, WasmFunction[]>} */
    const groups = new Map();
    for (const one of all) {
        const group = groupOf(one.name);
        groups.set(group, [...(groups.get(group) ?? []), one]);
    }
    console.log('\n  bytes  first functions  group');
    for (const [name, some] of [...groups].sort((a, b) => sum(b[1]) - sum(a[1])).slice(0, 40)) {
        const first = some.filter((one) => !one.later);
        console.log(`${String(sum(some)).padStart(7)} ${String(sum(first)).padStart(6)} ${String(some.length).padStart(9)}  ${name}`);
    }
    console.log('\n  bytes  function (+: comes later)');
    for (const { name, size, later } of all.sort((a, b) => b.size - a.size).slice(0, 40))
        console.log(`${String(size).padStart(7)} ${later ? '+' : ' '} ${name.slice(0, 150)}`);
}

try {
    statSync(site);
} catch {
    console.error(`size: there is no ${site}; run scripts/build web first.`);
    process.exit(2);
}
if (process.argv.includes('--functions')) {
    functions();
    process.exit();
}
const files = list(site).filter((file) => !ASIDE.test(file));
if (!files.includes('index.html')) {
    console.error(`size: there is no page in ${site}; run scripts/build web first.`);
    process.exit(2);
}
const packed = table('for the first edit', files.filter((file) => !LATER.test(file)));
table('later', files.filter((file) => LATER.test(file)));
if (packed > LIMIT) {
    console.error(`size: ${(packed / 1000).toFixed(1)} kB is above the bar of ${LIMIT / 1000} kB.`);
    process.exit(1);
}
console.log(`size: ${(packed / 1000).toFixed(1)} of ${LIMIT / 1000} kB allowed`);
