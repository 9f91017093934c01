// Run at build time by cmake/WebApp.cmake: node strip.mjs EMSCRIPTEN FROM TO
// Writes the module FROM to TO without its comments and indentation, which are a third of what the browser would have
// to fetch, and with short names for what is local, which is a fifth of the rest (terser; without it, as scripts/run
// alone does not need npm, every line keeps its number). Functions and classes keep their names, for what a browser says
// of an error. Scripts that are no modules run in browsers too old for the page: they stay as they were written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {Pick<typeof import('acorn'), 'parse'>} Acorn */

/**
 * @param {Acorn} acorn
 * @param {string} source
 */
function readTokens(acorn, source) {
    /** @type {import('acorn').Comment[]} */
    const comments = [];
    /** @type {import('acorn').Token[]} */
    const tokens = [];
    acorn.parse(source, { ecmaVersion: 'latest', sourceType: 'module', onComment: comments, onToken: tokens });
    return { comments, tokens };
}

/**
 * What the program is made of, by lines: a line end may stand for a semicolon.
 * @param {string} source
 * @param {import('acorn').Token[]} tokens
 */
function meaning(source, tokens) {
    let line = 1;
    let at = 0;
    return tokens.map(({ start, end }) => {
        for (; at < start; ++at) if (source[at] === '\n') ++line;
        return `${line}:${source.slice(start, end)}`;
    });
}

/**
 * @param {string} source
 * @param {Acorn} acorn
 * @returns {string}
 */
export function strip(source, acorn) {
    const { comments, tokens } = readTokens(acorn, source);
    let bare = '';
    let at = 0;
    for (const { start, end } of comments) {
        bare += source.slice(at, start) + (source.slice(start, end).replace(/[^\n]/g, '') || ' ');
        at = end;
    }
    bare += source.slice(at);
    // Blanks around line ends mean nothing, except inside of a token (a template's text).
    const inside = readTokens(acorn, bare).tokens.filter(({ start, end }) => bare.slice(start, end).includes('\n'));
    const stripped = bare.replace(/[ \t]*\n[ \t]*/g, (blanks, offset) => {
        const isText = inside.some(({ start, end }) => offset < end && offset + blanks.length > start);
        return isText ? blanks : '\n';
    });
    const result = `${stripped.trimEnd()}\n`;
    const [before, after] = [meaning(source, tokens), meaning(result, readTokens(acorn, result).tokens)];
    if (before.join('\n') !== after.join('\n')) throw new Error('the module means something else without its comments');
    return result;
}

/** The parser that comes with Emscripten. @param {string} emscripten @returns {Acorn | null} */
function findAcorn(emscripten) {
    try {
        return createRequire(path.join(emscripten, 'emcc.py'))('acorn');
    } catch {
        return null;
    }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const [emscripten = '', from = '', to = ''] = process.argv.slice(2);
    mkdirSync(path.dirname(to), { recursive: true });
    const source = readFileSync(from, 'utf8');
    const acorn = findAcorn(emscripten);
    if (!acorn) console.error(`strip: ${emscripten} comes without acorn, so ${path.basename(from)} keeps its comments.`);
    const bare = acorn ? strip(source, acorn) : source;
    const terser = /^(import|export) /m.test(source) ? await import('terser').catch(() => null) : null;
    const mangle = { keep_fnames: true, keep_classnames: true };
    const short = await terser?.minify(bare, { module: true, ecma: 2020, compress: { passes: 2 }, mangle });
    writeFileSync(to, short?.code ?? bare);
}
