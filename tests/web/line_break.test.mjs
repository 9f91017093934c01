// Where a field of several lines breaks its text: at rest the program draws the same text and breaks it by itself
// (src/ui/line_break.cpp), by the same table.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { engine } from './support/engines.mjs';
import { withStub } from './support/stub.mjs';

/** In this engine, with a ¦ wherever a text may be broken. */
async function wantedBreaks() {
    const table = await readFile(new URL('../files/line_breaks.txt', import.meta.url), 'utf8');
    /** @type {string[]} */
    const wanted = [];
    for (const line of table.trimEnd().split('\n')) {
        if (line.startsWith('# ')) continue;
        const [, other, text] = /^ {4}(\w+) (.*)$/.exec(line) ?? [];
        if (!other) wanted.push(line);
        else if (other === engine) wanted[wanted.length - 1] = text;
    }
    return wanted;
}

/** @type {import('playwright-core').Page} */
let page;
/** @type {import('./support/stub.mjs').Stub} */
let program;
withStub({}, (given) => void ({ page, program } = given));

test('texts are broken where the table says', async () => {
    await program.show([{ id: 'a', role: 'textbox', name: '说明', multiline: true, rect: [20, 80, 300, 96] }]);
    const wanted = await wantedBreaks();
    assert.ok(wanted.length > 40);
    const found = await page.getByRole('textbox').evaluate((field, texts) => {
        // Characters have places in it, but not in a field. Everything that may be broken is.
        const twin = document.body.appendChild(document.createElement('div'));
        const { font, lineBreak, whiteSpace, wordBreak } = getComputedStyle(field);
        Object.assign(twin.style, { font, lineBreak, whiteSpace, wordBreak, position: 'absolute', width: '1px' });
        const place = document.createRange();
        return texts.map((text) => {
            twin.textContent = text;
            const content = /** @type {Node} */ (twin.firstChild);
            let all = '';
            let at = 0;
            let last = NaN;
            for (const each of text) {
                place.setStart(content, at);
                place.setEnd(content, (at += each.length));
                const top = each === ' ' ? last : ([...place.getClientRects()].at(-1)?.top ?? last); // blanks hang
                if (top > last) all += '¦';
                all += each;
                last = top;
            }
            return all;
        });
    }, wanted.map((text) => text.replaceAll('¦', '')));
    assert.deepEqual(found, wanted);
});
