import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Preferences } from '../../../web/preferences.js';

test('what was set is there in the next page', () => {
    /** @type {Map<string, string>} */
    const kept = new Map();
    const storage = () => ({
        getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
        setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
    });
    assert.equal(new Preferences(storage).get('scale'), '');
    new Preferences(storage).set('scale', '125');
    assert.equal(new Preferences(storage).get('scale'), '125');
});

test('a browser that keeps nothing is no error, and the page knows what was set in it', () => {
    const preferences = new Preferences(() => {
        throw new Error('SecurityError');
    });
    assert.equal(preferences.get('scale'), '');
    preferences.set('scale', '125');
    assert.equal(preferences.get('scale'), '125');
});
