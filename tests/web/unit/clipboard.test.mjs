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

/** A clipboard for a cell of a table. @param {boolean} fillsCells whether more of them are selected */
function listeningCell(fillsCells) {
    const { post, take } = recorder();
    const target = Object.assign(new EventTarget(), { dataset: { node: 'r1.c1' } });
    const yes = () => true;
    new Clipboard(post, undefined).acceptPastes(target, yes, yes, () => fillsCells);
    const paste = async (/** @type {string} */ text) => {
        const getData = (/** @type {string} */ type) => (type === 'text/plain' ? text : '');
        const event = Object.assign(pasteEvent(''), { clipboardData: { files: [], getData } });
        target.dispatchEvent(event);
        await import('../../../web/later/table_paste.js').then(() => new Promise((done) => setTimeout(done)));
        return { isTaken: event.defaultPrevented, posted: take() };
    };
    return { paste };
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

test('one value goes to the program where more cells are selected, else to the field', async () => {
    const filled = (/** @type {string} */ text, /** @type {string} */ value) => ({
        isTaken: true,
        posted: [{ kind: Event.tablePasted, texts: ['r1.c1', text, value], number: 1 }],
    });
    const many = listeningCell(true);
    assert.deepEqual(await many.paste('≥95%\r\n'), filled('≥95%\r\n', '≥95%')); // before the reader of tables is there
    assert.deepEqual(await many.paste('第一行\n第二行'), filled('第一行\n第二行', '第一行\n第二行'));
    assert.deepEqual(await many.paste(''), { isTaken: false, posted: [] }); // a picture
    assert.deepEqual(await listeningCell(false).paste('≥95%'), { isTaken: false, posted: [] });
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
