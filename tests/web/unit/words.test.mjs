// What people see goes through tr() (src/base/words.h), and assets/words/en.json has all of it in English.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { reasonOf } from '../../../web/storage.js';

const root = new URL('../../../', import.meta.url);
/** @type {Record<string, string>} */
const english = JSON.parse(await readFile(new URL('assets/words/en.json', root), 'utf8'));

const chinese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;

/** Literals that people do not see, or that are what they write or read in their book, by file. */
const ours = {
    'src/app/guidance.cpp': ['规则', '：', '、'], // of a file, and between the form's own words
    'src/app/palette.cpp': [':：'],
    'src/ui/views/guidance.cpp': ['示例'], // of that file
    'src/app/commands.cpp': 'all: Command has the English beside it',
    'src/app/roll_forward.cpp': 'all: words of a book',
    'src/app/new_book.cpp': ['部分'],
    'src/app/overview.cpp': ['元', '万元'],
    'src/app/update.cpp': ['预算绩效目标表'], // of a file
    'src/ui/line_break.cpp': 'all: signs',
    'src/ui/views/rule_page.cpp': ['会报告', '不会报告'],
};
/** Signs that are no words. */
const signs = new Set(['\u3000', '＋', '－', '？']);

/** @param {string} folder @param {RegExp} ending @returns {Promise<string[]>} */
async function filesIn(folder, ending) {
    const names = await readdir(new URL(folder, root), { recursive: true });
    return names.filter((name) => ending.test(name)).map((name) => folder + name.replaceAll('\\', '/'));
}

/**
 * String literals of C++ or JavaScript, those that stand side by side as one.
 * @param {string} source @returns {{text: string, call: string}[]} `call`: the function whose only or first argument it is
 */
function literalsOf(source) {
    const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)'|((?:"(?:[^"\\\n]|\\.)*"\s*)+)/g;
    const found = [];
    for (const match of source.matchAll(token)) {
        if (!match[1]) continue;
        const text = [...match[1].matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, part]) => part).join('');
        const before = source.slice(Math.max(0, match.index - 60), match.index);
        found.push({
            text: text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))).replace(/\\(["\\])/g, '$1'),
            call: /\b(\w+)[({]\s*$/.exec(before)?.[1] ?? '',
        });
    }
    return found;
}

const shown = [
    ...(await filesIn('src/ui/', /\.(cpp|h)$/)),
    ...(await filesIn('src/app/', /\.(cpp|h)$/)),
    ...(await filesIn('src/io/', /\.(cpp|h)$/)),
    'src/main/program.cpp',
    'src/base/words.cpp',
    'src/model/comment_kind.h',
    'src/check/verdict.cpp',
    'src/check/change_template.cpp',
];
/** @type {Map<string, string>} key → file */
const keys = new Map();
/** @type {string[]} */
const bare = [];
for (const file of shown) {
    for (const { text, call } of literalsOf(await readFile(new URL(file, root), 'utf8'))) {
        const exempt = /** @type {Record<string, string | string[]>} */ (ours)[file] ?? [];
        // The page translates what it is told of a failure; of the words themselves while they are Chinese.
        if (call === 'tr' || call === 'word' || (call === 'Error' && file.startsWith('src/io/') && file !== 'src/io/words_text.cpp')) keys.set(text, file);
        else if (chinese.test(text) && !signs.has(text) && file.match(/^src\/(ui|app)\//) && exempt.includes('all') === false)
            if (!exempt.includes(text)) bare.push(`${file}: ${text}`);
    }
}

test('every text of the page goes through tr()', () => {
    assert.ok(keys.size > 250);
    assert.deepEqual(bare, []);
});

test('every text has its English', () => {
    const missing = [...keys].filter(([key]) => !english[key]).map(([key, file]) => `${file}: ${key}`);
    assert.deepEqual(missing, []);
});

/** @param {string} text */
const placesIn = (text) => [...new Set(text.match(/\{[1-9]\}/g) ?? [])].sort();

test('the English has the same places to be filled', () => {
    for (const [key, text] of Object.entries(english)) assert.deepEqual(placesIn(text), placesIn(key), key);
});

test('the English is English', () => {
    for (const [key, text] of Object.entries(english)) {
        if (key !== '中文') assert.ok(!chinese.test(text), `${key}: ${text}`);
    }
});

/** @param {string} name @returns {Error} as the browser's storage gives it */
const named = (name) => Object.assign(new Error(), { name: `${name}Error` });

test('nothing is translated that nobody says', async () => {
    const said = new Set(keys.keys());
    // Steps of undo, severities, and why something failed: they come to the page as texts.
    const elsewhere = [
        ...(await filesIn('src/', /\.(cpp|h)$/)),
        ...(await filesIn('web/', /\.js$/)),
    ];
    for (const file of elsewhere) {
        const source = await readFile(new URL(file, root), 'utf8');
        for (const { text } of literalsOf(file.endsWith('.js') ? source.replaceAll("'", '"') : source)) said.add(text);
    }
    for (const line of (await readFile(new URL('assets/library/guidance.txt', root), 'utf8')).split('\n')) said.add(line.split('：')[0]);
    for (const name of ['QuotaExceeded', 'Blocked', 'Security', 'InvalidState', 'Abort', 'Version'])
        for (const attempt of /** @type {const} */ (['load', 'write'])) said.add(reasonOf(named(name), attempt));
    assert.deepEqual(
        Object.keys(english).filter((key) => !said.has(key)),
        [],
    );
});
