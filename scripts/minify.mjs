// Run at build time by cmake/WebApp.cmake: node minify.mjs FILE
// Shortens the program's own JavaScript, which Emscripten writes with long names: a third less to fetch. Terser is one
// of package.json's; without it (scripts/run alone does not need npm) the file stays as it is.
import { readFileSync, writeFileSync } from 'node:fs';

const [file = ''] = process.argv.slice(2);
const terser = await import('terser').catch(() => null);
if (terser) {
    const { code } = await terser.minify(readFileSync(file, 'utf8'), {
        module: true,
        ecma: 2020,
        compress: { passes: 2 },
    });
    writeFileSync(file, code ?? '');
} else {
    console.error('minify: terser is not installed (npm ci), so jibiao.js keeps its long names.');
}
