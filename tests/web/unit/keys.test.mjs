import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandOf } from '../../../web/keys.js';
import { keyEvent } from './fakes.mjs';

const control = { ctrlKey: true };

test('commands have their usual keys, on a Mac with the command key', () => {
    assert.equal(commandOf(keyEvent('z', control)), 'undo');
    assert.equal(commandOf(keyEvent('z', { metaKey: true })), 'undo');
    assert.equal(commandOf(keyEvent('Z', { ...control, shiftKey: true })), 'redo');
    assert.equal(commandOf(keyEvent('y', control)), 'redo');
    assert.equal(commandOf(keyEvent('o', control)), 'open');
    assert.equal(commandOf(keyEvent('s', control)), 'save');
    assert.equal(commandOf(keyEvent('p', control)), 'print');
    assert.equal(commandOf(keyEvent('F8')), 'next-finding');
    assert.equal(commandOf(keyEvent('F8', { shiftKey: true })), 'previous-finding');
    assert.equal(commandOf(keyEvent('Escape')), 'escape');
    assert.equal(commandOf(keyEvent('ArrowDown', { altKey: true })), 'open-choices');
});

test('what belongs to the browser is left to it', () => {
    for (const key of ['c', 'x', 'v', 'a', 'r', '+', '-', '0']) assert.equal(commandOf(keyEvent(key, control)), null);
    for (const key of ['F5', 'F11', 'F12', 'z', 's', 'ArrowDown']) assert.equal(commandOf(keyEvent(key)), null);
    assert.equal(commandOf(keyEvent('s', { ...control, shiftKey: true })), null);
    assert.equal(commandOf(keyEvent('z', { ...control, altKey: true })), null); // AltGr
});
