import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clipboard } from '../../../web/clipboard.js';
import { Event } from '../../../web/program.js';
import { recorder } from './fakes.mjs';

/** @param {string} text @param {object[]} [files] */
function pasteEvent(text, files = []) {
    const event = new globalThis.Event('paste', { cancelable: true });
    return Object.assign(event, { clipboardData: { files, getData: () => text } });
}

/** A clipboard whose pastes arrive at `target`. @param {boolean} onField */
function listening(onField) {
    const { post, take } = recorder();
    const target = new EventTarget();
    new Clipboard(post, undefined).acceptPastes(target, () => onField);
    return { target, take };
}

test('what is pasted outside of the fields is a whole text', () => {
    const { target, take } = listening(false);
    const event = pasteEvent('一、总体绩效目标');
    target.dispatchEvent(event);
    assert.ok(event.defaultPrevented);
    assert.deepEqual(take(), [{ kind: Event.textPasted, texts: ['一、总体绩效目标'], number: 0 }]);
});

test('what is pasted into a field belongs to it', () => {
    const { target, take } = listening(true);
    const event = pasteEvent('好');
    target.dispatchEvent(event);
    assert.equal(event.defaultPrevented, false);
    assert.deepEqual(take(), []);
});

test('a copy outside of the fields is the program\'s, as text and as a table', () => {
    const { post, take } = recorder();
    const target = new EventTarget();
    const clipboard = new Clipboard(post, undefined);
    let answers = true;
    clipboard.acceptCopies(target, () => false, () => {
        if (answers) void clipboard.write('甲\t乙', '<table></table>');
    });
    const copy = () => {
        /** @type {Map<string, string>} */
        const data = new Map();
        const clipboardData = {
            setData: (/** @type {string} */ type, /** @type {string} */ text) => data.set(type, text),
            get types() {
                return [...data.keys()];
            },
        };
        const event = Object.assign(new globalThis.Event('copy', { cancelable: true }), { clipboardData });
        target.dispatchEvent(event);
        return { data, isOurs: event.defaultPrevented };
    };
    assert.deepEqual([...copy().data.values()], ['甲\t乙', '<table></table>']);
    assert.deepEqual(take().map(({ kind, texts }) => [kind, ...texts]), [[Event.command, 'copy'], [Event.copied]]);
    answers = false; // nothing is chosen there: the browser copies what is selected in the page
    assert.equal(copy().isOurs, false);
});

test('a button copies through the browser, and says so when it may not', async () => {
    const { post, take } = recorder();
    /** @type {string[]} */
    const written = [];
    await new Clipboard(post, { writeText: async (text) => void written.push(text) }).write('甲', '');
    assert.deepEqual(written, ['甲']);
    assert.equal(take()[0]?.kind, Event.copied);
    await new Clipboard(post, undefined).write('甲', '');
    assert.equal(take()[0]?.kind, Event.copyFailed);
});

test('a file that was copied is opened as a file', async () => {
    const { target, take } = listening(false);
    const file = { name: '表.txt', size: 1, arrayBuffer: async () => new TextEncoder().encode('a').buffer };
    target.dispatchEvent(pasteEvent('', [file]));
    await new Promise((done) => setTimeout(done));
    assert.equal(take()[0]?.kind, Event.fileOpened);
});

test('the button asks the browser, and says what to do where it may not', async () => {
    const { post, take } = recorder();
    await new Clipboard(post, { readText: async () => '绩效' }).read();
    assert.deepEqual(take(), [{ kind: Event.textPasted, texts: ['绩效'], number: 0 }]);
    for (const refusing of [undefined, { readText: () => Promise.reject(new Error('no')) }]) {
        await new Clipboard(post, refusing).read();
        const [event] = take();
        assert.equal(event.kind, Event.pasteFailed);
        assert.match(String(event.texts[0]), /Ctrl\+V/);
    }
});
