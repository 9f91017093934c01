// scripts/size [FOLDER]: a table of every file needed for the first edit, raw and as brotli sends it.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 450 * 1000;
// Fetched later or never: what the page imports when it is needed, the service worker, icons for the home screen, the
// font for machines that have none, texts to read.
const LATER = /^((web\/later|icons|fonts|samples)\/|(sw|files)\.js$)|\.md$/;

const root = fileURLToPath(new URL('..', import.meta.url));
const site = path.resolve(process.argv[2] ?? path.join(root, 'build/web/site'));

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

try {
    statSync(site);
} catch {
    console.error(`size: there is no ${site}; run scripts/build web first.`);
    process.exit(2);
}
const files = list(site).filter((file) => !LATER.test(file));
if (!files.includes('index.html')) {
    console.error(`size: there is no page in ${site}; run scripts/build web first.`);
    process.exit(2);
}
let raw = 0;
let packed = 0;
console.log(`${'file'.padEnd(36)}   raw kB    brotli`);
for (const file of files) {
    const content = readFileSync(path.join(site, file));
    const small = brotliCompressSync(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    raw += content.length;
    packed += small.length;
    console.log(`${file.padEnd(36)}${kb(content.length)} ${kb(small.length)}`);
}
console.log(`${'all'.padEnd(36)}${kb(raw)} ${kb(packed)}`);
if (packed > LIMIT) {
    console.error(`size: ${(packed / 1000).toFixed(1)} kB is above the bar of ${LIMIT / 1000} kB.`);
    process.exit(1);
}
console.log(`size: ${(packed / 1000).toFixed(1)} of ${LIMIT / 1000} kB allowed`);
