// What scripts/strip.mjs takes off the page's modules, and what it must leave.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strip } from '../../scripts/strip.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const acorn = createRequire(createRequire(import.meta.url).resolve('eslint'))('acorn');
const lines = (/** @type {string[]} */ ...each) => `${each.join('\n')}\n`;

test('comments and indentation go, lines keep their numbers', () => {
    const source = lines('// What it is.', '', '/**', ' * @param {number} a', ' */', 'export function f(a) {', '    return a; // so', '}');
    assert.equal(strip(source, acorn), lines('', '', '', '', '', 'export function f(a) {', 'return a;', '}'));
});

test('what only looks like a comment or like indentation stays', () => {
    const source = lines("const url = 'https://a//b';", 'const pattern = /\\/\\*x/;', 'const text = `', '    // kept ${url', '    }', '  `;');
    const stripped = lines("const url = 'https://a//b';", 'const pattern = /\\/\\*x/;', 'const text = `', '    // kept ${url', '}', '  `;');
    assert.equal(strip(source, acorn), stripped);
});

test('a comment between words keeps them apart, one over a line end keeps the line end', () => {
    assert.equal(strip('let/* a */b = 1;\n', acorn), 'let b = 1;\n');
    assert.equal(strip('let a = 1/*\n*/let b = 2;\n', acorn), 'let a = 1\nlet b = 2;\n');
});

test('every module of the page can be stripped', () => {
    const files = readdirSync(path.join(root, 'web'), { recursive: true }).map(String).filter((file) => file.endsWith('.js'));
    for (const file of files) {
        const source = readFileSync(path.join(root, 'web', file), 'utf8');
        assert.equal(strip(source, acorn).split('\n').length, source.trimEnd().split('\n').length + 1, file);
    }
});
