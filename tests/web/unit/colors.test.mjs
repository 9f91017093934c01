// The page around the canvas has the colours of the palettes that the program draws with.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../../', import.meta.url);
const source = await readFile(new URL('src/ui/theme.cpp', root), 'utf8');
const css = await readFile(new URL('web/page.css', root), 'utf8');

/** Custom properties of page.css, and what they are called in the palettes. */
const names = {
    page: 'page',
    card: 'card',
    text: 'ink',
    quiet: 'quiet',
    shade: 'table_head',
    bar: 'bar',
    accent: 'accent',
    primary: 'primary',
    'primary-text': 'primary_text',
    error: 'error',
};

/** @param {string} palette */
function colorsOf(palette) {
    const body = source.match(new RegExp(`constexpr Palette ${palette}{([^;]*)};`))?.[1] ?? '';
    const colors = [...body.matchAll(/\.(\w+) = \{?rgb\(0x(\w+)/g)].map(([, name, hex]) => [name, `#${hex.toLowerCase()}`]);
    return Object.fromEntries(colors);
}

/** What page.css says within `query`; '' for always. @param {string} query */
function propertiesOf(query) {
    const start = query ? css.indexOf(`@media ${query} {`) : css.indexOf(':root');
    assert.ok(start >= 0, query);
    const block = css.slice(start, css.indexOf('}', start));
    return Object.fromEntries([...block.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, color]) => [name, color]));
}

const queries = {
    light: '',
    dark: '(prefers-color-scheme: dark)',
    light_contrast: '(prefers-contrast: more), (forced-colors: active)',
    dark_contrast: '(prefers-color-scheme: dark) and (prefers-contrast: more), (prefers-color-scheme: dark) and (forced-colors: active)',
};

for (const [palette, query] of Object.entries(queries)) {
    test(`page.css agrees with the palette ${palette}`, () => {
        const shown = { ...propertiesOf(''), ...propertiesOf(query) };
        const drawn = colorsOf(palette);
        for (const [property, name] of Object.entries(names)) assert.equal(shown[property], drawn[name], property);
    });
}
