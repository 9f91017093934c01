// Orders of events that other browsers and keyboards send, replayed against the field and its keys. None of those
// browsers runs here: each order is restated from a report, which it names; orders/README.md says what is in one.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listenToKeys } from '../../../web/keys.js';
import { Event as Kind } from '../../../web/program.js';
import { TextField } from '../../../web/text_field.js';
import { keyEvent } from './fakes.mjs';

/** @typedef {[type: string, ...more: (string | object)[]]} Step */
/** @typedef {{device: string, source: string, multiline?: boolean, start: string, events: Step[], told: string[], written?: string[]}} Order */

const folder = new URL('orders/', import.meta.url);
const orders = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => /** @type {Order} */ (JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

/** An <input> or <textarea> into which the browser writes without a trace, and we with one. */
class FakeElement extends EventTarget {
    #value = '';
    /** What we wrote. @type {string[]} */
    written = [];
    selectionStart = 0;
    selectionEnd = 0;

    get value() {
        return this.#value;
    }
    set value(text) {
        this.written.push(text);
        this.#value = text;
    }
    /** @param {number} start @param {number} end */
    setSelectionRange(start, end) {
        this.selectionStart = start;
        this.selectionEnd = end;
    }
    /** The browser's. @param {string} text with the caret as | */
    fill(text) {
        this.#value = text.replace('|', '');
        this.setSelectionRange(text.indexOf('|'), text.indexOf('|'));
    }
}

/**
 * What the program shows after each event, given the last text that it was told as text.
 * @type {Record<string, (field: TextField, text: string, revision: number, start: string) => void>}
 */
const programs = {
    'answers every text': (field, text, revision) => field.show(text, revision),
    'answers, and does not count': (field, text) => field.show(text),
    'is one text late': (field, _text, revision, start) => field.show(start, Math.max(revision - 1, 0)),
    'has not come to it yet': (field, _text, _revision, start) => field.show(start),
};

/**
 * @param {Order} order
 * @param {(field: TextField, text: string, revision: number, start: string) => void} answer
 */
function replay(order, answer) {
    const start = order.start.replace('|', '');
    const element = new FakeElement();
    /** @type {string[]} */
    const told = [];
    let text = start;
    let last = 0;
    /** @type {import('../../../web/program.js').Post} */
    const post = (kind, texts = [], number = 0, revision = 0) => {
        last = revision;
        const isText = kind === Kind.textChanged || kind === Kind.textCommitted;
        const words = isText ? String(texts[1]) : texts.join(' ');
        if (isText && !number) text = words;
        if (kind === Kind.textChanged) told.push(words + (number ? ' composing' : ''));
        else told.push(`${kind === Kind.textCommitted ? 'committed' : 'command'} ${words}`);
    };
    const field = new TextField(/** @type {any} */ (element), 'p1.name', order.multiline ?? false, post);
    field.listen(element);
    listenToKeys(element, /** @type {any} */ ({ focusedField: field, goOn: () => {}, rove: () => false }), /** @type {any} */ ({ post, input: () => {} }), () => {});
    field.show(start);
    field.settle();
    element.fill(order.start);
    element.written = [];
    field.focus();
    for (const [type, ...more] of order.events) {
        const [state, details] = typeof more[0] === 'string' ? more : [undefined, more[0]];
        if (typeof state === 'string') element.fill(state);
        if (type === 'blur') field.blur();
        else if (type === 'pagehide') field.flush();
        else {
            const keys = type.startsWith('key') ? keyEvent('') : {};
            const event = Object.assign(new Event(type, { cancelable: true }), keys, details);
            element.dispatchEvent(event);
            if (event.defaultPrevented) told.push(`taken ${/** @type {any} */ (event).key}`);
        }
        if (type === 'blur') break; // whatever the program shows then is shown
        answer(field, text, last, start);
        field.settle();
    }
    return { told, written: element.written, value: element.value };
}

test('there are orders of every browser that cannot be tested here', () => {
    for (const name of ['Safari, macOS', 'Safari, i', 'Chrome, Android, Gboard', 'Firefox'])
        assert.ok(orders.some(({ device }) => device.startsWith(name)), name);
    for (const { device, source } of orders) assert.ok(source, device);
});

for (const order of orders) {
    test(order.device, () => {
        for (const [name, answer] of Object.entries(programs)) {
            const { told, written, value } = replay(order, answer);
            assert.deepEqual(told, order.told, `the program ${name}`);
            assert.deepEqual(written, order.written ?? [], `the program ${name}`);
            assert.equal(`committed ${value}`, told.filter((line) => line.startsWith('committed')).at(-1));
        }
    });
}

test('the replay notices a field that writes into a composition', () => {
    const order = orders.find(({ device }) => device.includes('last word'));
    assert.ok(order);
    /** @param {TextField} field */
    const meddle = (field) => {
        field.show('RESET');
        if (field.isComposing) field.blur(); // as if it had no notion of one
    };
    assert.notDeepEqual(replay(order, meddle).written, []);
});
