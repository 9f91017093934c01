// index.html names the modules that the page begins with: a browser that finds them one in the other waits for the
// server three times.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const read = (/** @type {string} */ file) => readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');

test('all modules of the start, and no others, are asked for at once', async () => {
    const named = [...(await read('index.html')).matchAll(/<link rel="modulepreload" href="(web\/[^"]+)"/g)].map(([, file]) => file);
    const needed = new Set(['web/main.js']);
    for (const file of needed)
        for (const [, other] of (await read(file)).matchAll(/^(?:import|export)\b[^;]* from '\.\/([^']+)';$/gm)) needed.add(`web/${other}`);
    assert.deepEqual(named.sort(), [...needed].filter((file) => file !== 'web/main.js').sort());
});
