import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { commandOf } from '../../../web/keys.js';
import { keyEvent } from './fakes.mjs';

const control = { ctrlKey: true };

/** The table that people are shown: id and keys. */
const table = [
    ...(await readFile(new URL('../../../src/app/commands.cpp', import.meta.url), 'utf8')).matchAll(
        /^ {4}\{"([\w-]+)", "[^"]+", "[^"]+",\s+"([^"]+)"\},$/gm,
    ),
].flatMap(([, id, keys]) => keys.split(' ').map((each) => ({ id, keys: each })));
/** The browser's own event brings it, or the cell of a grid. */
const byBrowser = new Set(['copy', 'paste', 'clear']);

/** @param {string} keys as aria-keyshortcuts has them @param {Record<string, boolean>} [more] */
function eventOf(keys, more) {
    const parts = keys.split('+');
    const shiftKey = parts.includes('Shift');
    const last = parts[parts.length - 1].replace('Plus', '+');
    return keyEvent(last.length === 1 && !shiftKey ? last.toLowerCase() : last, {
        ctrlKey: parts.includes('Control'),
        altKey: parts.includes('Alt'),
        shiftKey,
        ...more,
    });
}

test("every command has the table's keys, on a Mac with the command key", () => {
    assert.ok(table.length >= 15);
    for (const { id, keys } of table) {
        const expected = byBrowser.has(id) ? null : id;
        assert.equal(commandOf(eventOf(keys)), expected, keys);
        if (keys.startsWith('Control+')) assert.equal(commandOf(eventOf(keys, { ctrlKey: false, metaKey: true })), expected, keys);
    }
});

test('a key that is not in the table is no command', () => {
    const known = new Set(table.filter(({ id }) => !byBrowser.has(id)).map(({ keys }) => keys));
    const names = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`), 'Escape', 'ArrowDown', 'Tab'];
    for (const name of names)
        for (const modifiers of ['', 'Shift+', 'Control+', 'Control+Shift+', 'Alt+', 'Control+Alt+']) {
            const keys = modifiers + name;
            // Escape ends what is open, whatever else is held.
            if (name !== 'Escape' && !known.has(keys)) assert.equal(commandOf(eventOf(keys)), null, keys);
        }
});

test('what belongs to the browser is left to it', () => {
    for (const key of ['c', 'x', 'v', 'a', 'r', '+', '-', '0']) assert.equal(commandOf(keyEvent(key, control)), null);
    for (const key of ['F5', 'F11', 'F12', 'z', 's', 'ArrowDown']) assert.equal(commandOf(keyEvent(key)), null);
    assert.equal(commandOf(keyEvent('s', { ...control, shiftKey: true })), null);
    assert.equal(commandOf(keyEvent('z', { ...control, altKey: true })), null); // AltGr
});
