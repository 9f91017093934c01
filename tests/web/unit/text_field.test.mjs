import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Event } from '../../../web/program.js';
import { TextField } from '../../../web/text_field.js';
import { fakeEditor, keyEvent, recorder } from './fakes.mjs';

const names = Object.fromEntries(Object.entries(Event).map(([name, kind]) => [kind, name]));

/** A field that the program shows with this text. @param {{value?: string, multiline?: boolean}} [options] */
function shownField({ value = '', multiline = false } = {}) {
    const editor = fakeEditor();
    const { post, take } = recorder();
    const field = new TextField(/** @type {any} */ (editor), 'p1.name', multiline, post);
    field.show(value);
    field.settle();
    return {
        editor,
        field,
        /** The program shows this in a frame. @param {string} text @param {number} [revision] */
        answer(text, revision) {
            field.show(text, revision);
            return field.settle();
        },
        /** Events since the last call, in words. */
        told: () => take().map(({ kind, texts, number }) => [names[kind], ...texts.slice(1), ...(number ? ['composing'] : [])].join(' ')),
        /** The person types this. @param {string} text @param {boolean} [isComposing] */
        type(text, isComposing = false) {
            editor.value = text;
            editor.selectionStart = editor.selectionEnd = text.length;
            field.input({ isComposing });
        },
    };
}

test('typing tells every change, leaving the field commits', () => {
    const { field, told, type } = shownField();
    field.focus();
    type('示');
    type('示例');
    field.blur();
    assert.deepEqual(told(), ['textChanged 示', 'textChanged 示例', 'textCommitted 示例']);
});

test('the texts of a field are numbered, so that the program can say which one it answers', () => {
    /** @type {number[]} */
    const revisions = [];
    const editor = fakeEditor();
    const field = new TextField(/** @type {any} */ (editor), 'p1.name', false, (_kind, _texts, _number, revision = 0) => {
        revisions.push(revision);
    });
    field.focus();
    for (const text of ['示', '示例']) {
        editor.value = text;
        field.input({});
    }
    field.blur();
    assert.deepEqual(revisions, [1, 2, 3]);
});

test('leaving a field in which nothing was typed says nothing', () => {
    const { field, told } = shownField({ value: '示例' });
    field.focus();
    field.blur();
    assert.deepEqual(told(), []);
});

test('Chromium: the committing input is still composing, the end of the composition tells the text', () => {
    const { field, told, type } = shownField();
    field.focus();
    field.compositionStart();
    type('n', true);
    type("ni'hao", true);
    type('你好', true);
    field.compositionEnd();
    assert.deepEqual(told(), [
        'textChanged n composing',
        "textChanged ni'hao composing",
        'textChanged 你好 composing',
        'textChanged 你好',
    ]);
});

test('Safari: the input after the end of the composition does not tell the text twice', () => {
    const { field, told, type } = shownField();
    field.focus();
    field.compositionStart();
    type('ni', true);
    field.compositionEnd();
    type('你', false);
    assert.deepEqual(told(), ['textChanged ni composing', 'textChanged ni', 'textChanged 你']);
});

test('a cancelled composition leaves the text as it was', () => {
    const { field, told, type } = shownField({ value: '前' });
    field.focus();
    field.compositionStart();
    type('前n', true);
    type('前', true);
    field.compositionEnd();
    assert.deepEqual(told().slice(-1), ['textChanged 前']);
});

test('leaving in the middle of a composition commits what is there, without an end of it', () => {
    const { field, told, type } = shownField();
    field.focus();
    field.compositionStart();
    type('n', true);
    field.blur();
    assert.deepEqual(told(), ['textChanged n composing', 'textChanged n', 'textCommitted n']);
    assert.equal(field.isComposing, false);
});

test('the value is never written during composition, but after it if the program still wants it', () => {
    const { editor, field, type } = shownField({ value: '前' });
    field.focus();
    field.compositionStart();
    type('前ni', true);
    field.show('RESET');
    assert.equal(field.settle(), false);
    assert.equal(editor.value, '前ni');
    type('前你', true);
    field.compositionEnd();
    assert.equal(field.settle(), true);
    assert.equal(editor.value, 'RESET');
});

test('what the program showed during composition is forgotten when it takes the text over', () => {
    const { editor, field, type } = shownField();
    field.focus();
    field.compositionStart();
    type('ni', true);
    field.show('ni');
    field.settle();
    type('你', true);
    field.compositionEnd();
    field.show('你');
    field.settle();
    assert.equal(editor.value, '你');
});

test('the echo of an older text does not undo what was typed since', () => {
    const { editor, field, type } = shownField();
    field.focus();
    type('a');
    type('ab');
    field.settle(); // the program still shows ""
    assert.equal(editor.value, 'ab');
});

test('what the program changes while the field has the keyboard is taken over, the caret stays', () => {
    const { editor, field, told, type } = shownField();
    field.focus();
    type('1200000');
    editor.setSelectionRange(3, 5);
    told();
    field.show('120');
    field.settle();
    assert.equal(editor.value, '120');
    assert.deepEqual([editor.selectionStart, editor.selectionEnd], [3, 3]);
    assert.deepEqual(told(), []);
});

test('after the field is left it shows what the program made of the text', () => {
    const { editor, field, type } = shownField({ value: '27' });
    field.focus();
    type('27.00万');
    field.blur();
    field.settle(); // the program kept showing 27
    assert.equal(editor.value, '27');
});

test('Enter commits a single line and breaks a line in several', () => {
    const single = shownField();
    single.field.focus();
    single.type('示例');
    assert.equal(single.field.key(keyEvent('Enter')), true);
    assert.deepEqual(single.told(), ['textChanged 示例', 'textCommitted 示例']);
    single.field.blur();
    assert.deepEqual(single.told(), []);

    const several = shownField({ multiline: true });
    several.field.focus();
    several.type('示例');
    assert.equal(several.field.key(keyEvent('Enter')), false);
    assert.equal(several.field.key(keyEvent('Enter', { ctrlKey: true })), true);
    assert.deepEqual(several.told(), ['textChanged 示例', 'textCommitted 示例']);
});

test('keys of the input method are never taken', () => {
    const { field, told, type } = shownField();
    field.focus();
    field.compositionStart();
    type('ni', true);
    told();
    for (const sign of [{ isComposing: true }, { keyCode: 229 }])
        for (const key of ['Enter', 'Escape']) assert.equal(field.key(keyEvent(key, sign)), false);
    assert.deepEqual(told(), []);
});

test('Escape goes back to the text before, a second one is the program\'s', () => {
    const { editor, field, told, type } = shownField({ value: '旧' });
    field.focus();
    type('旧的');
    told();
    assert.equal(field.key(keyEvent('Escape')), true);
    assert.equal(editor.value, '旧');
    assert.deepEqual(told(), ['textCommitted 旧']);
    assert.equal(field.key(keyEvent('Escape')), false);
    field.blur();
    assert.deepEqual(told(), []);
});

test('Escape takes back what Enter committed, until the field is left', () => {
    const { editor, field, told, type } = shownField({ value: '旧' });
    field.focus();
    type('新');
    field.key(keyEvent('Enter'));
    field.show('新的');
    field.settle(); // what the program made of it
    told();
    assert.equal(field.key(keyEvent('Escape')), true);
    assert.equal(editor.value, '旧');
    assert.deepEqual(told(), ['textCommitted 旧']);
    type('新');
    field.blur();
    field.focus();
    assert.equal(field.key(keyEvent('Escape')), false);
    assert.equal(editor.value, '新');
});

test('Escape does not take back what the program changed in an untouched field', () => {
    const { editor, field, type } = shownField({ value: '旧' });
    field.focus();
    field.show('程序写的');
    field.settle();
    assert.equal(field.key(keyEvent('Escape')), false);
    type('程序写的，改了');
    field.key(keyEvent('Escape'));
    assert.equal(editor.value, '程序写的');
});

test('undo is the browser\'s until the text is what it was, redo while there may be some', () => {
    const { field, type } = shownField({ value: '旧' });
    field.focus();
    assert.equal(field.leavesToProgram('undo'), true);
    assert.equal(field.leavesToProgram('redo'), true);
    type('旧的');
    assert.equal(field.leavesToProgram('undo'), false);
    type('旧'); // undone by the browser
    assert.equal(field.leavesToProgram('undo'), true);
    assert.equal(field.leavesToProgram('redo'), true); // what the program took back last comes back first
    assert.equal(field.leavesToProgram('redo'), false);
    assert.equal(field.leavesToProgram('undo'), true);
    type('旧的'); // after that nothing can be redone
    type('旧');
    assert.equal(field.leavesToProgram('redo'), false);
});

test('text dropped into a field without the keyboard is committed at once', () => {
    const { told, type } = shownField();
    type('拖来的');
    assert.deepEqual(told(), ['textChanged 拖来的', 'textCommitted 拖来的']);
});

test('the program may refuse a text by showing the one before as its answer', () => {
    const { answer, editor, field, told, type } = shownField({ value: '27' });
    field.focus();
    type('27x');
    assert.deepEqual(told(), ['textChanged 27x']);
    answer('27', 1);
    assert.equal(editor.value, '27');
    type('27y');
    field.key(keyEvent('Enter'));
    answer('27', 3);
    assert.equal(editor.value, '27');
    field.blur();
    assert.deepEqual(told(), ['textChanged 27y', 'textCommitted 27y']);
});

test('an answer to an older text is not written while the field is edited, whatever it is', () => {
    const { answer, editor, field, type } = shownField();
    field.focus();
    type('1');
    type('12');
    for (const text of ['1', '', '1.0']) {
        answer(text, 1);
        assert.equal(editor.value, '12');
    }
    answer('12.00', 2);
    assert.equal(editor.value, '12.00');
    field.blur();
    answer('12', 1);
    assert.equal(editor.value, '12');
});

test('an answer that comes while composing waits, and is void once the composition told another text', () => {
    const { answer, editor, field, type } = shownField({ value: '前' });
    field.focus();
    type('前，');
    field.compositionStart();
    assert.equal(answer('前', 1), false);
    type('前，n', true);
    answer('前', 1);
    type('前，你', true);
    field.compositionEnd();
    field.settle();
    assert.equal(editor.value, '前，你');
});

test('a field made anew goes on counting where the one before it was', () => {
    /** @type {number[]} */
    const revisions = [];
    const editor = fakeEditor();
    const post = recorder();
    const field = new TextField(/** @type {any} */ (editor), 'p1.name', false, (kind, texts, number, revision = 0) => {
        revisions.push(revision);
        post.post(kind, texts, number);
    });
    field.show('示', 7);
    field.settle();
    field.focus();
    editor.value = '示例';
    field.input({});
    assert.deepEqual(revisions, [8]);
    field.show('示', 7);
    field.settle();
    assert.equal(editor.value, '示例');
    field.show('示', 8);
    field.settle();
    assert.equal(editor.value, '示');
});

test('the caret is never put inside of a character', () => {
    for (const [caret, expected] of [[0, 0], [1, 1], [2, 1], [3, 3], [9, 4]]) {
        const { answer, editor, field } = shownField({ value: '一二三四五六七八九' });
        field.focus();
        editor.setSelectionRange(caret, caret);
        answer('a𠮷b');
        assert.deepEqual([editor.selectionStart, editor.selectionEnd], [expected, expected], `from ${caret}`);
    }
});

test('a page that is left commits what was typed, once, and a composition goes on', () => {
    const { answer, editor, field, told, type } = shownField({ value: '前' });
    field.focus();
    field.flush();
    assert.deepEqual(told(), [], 'nothing was typed');
    field.compositionStart();
    type('前ni', true);
    told();
    field.flush(); // hidden
    field.flush(); // pagehide
    assert.deepEqual(told(), ['textChanged 前ni', 'textCommitted 前ni']);
    assert.equal(field.isComposing, true);
    assert.equal(answer('前NI', 3), false);
    assert.equal(editor.value, '前ni');
    type('前你', true);
    field.compositionEnd();
    field.blur();
    assert.deepEqual(told(), ['textChanged 前你 composing', 'textChanged 前你', 'textCommitted 前你']);
});

test('saving in the middle of a composition leaves the text alone', () => {
    const { field, told, type } = shownField();
    field.focus();
    field.compositionStart();
    type('ni', true);
    told();
    field.commit();
    assert.deepEqual(told(), []);
});

test('where the text holds no lines, their ends become blanks, and the program can take it back', () => {
    const { editor, field, told, type } = shownField();
    field.focus();
    type('甲\n乙\n\n丙');
    assert.equal(editor.value, '甲 乙 丙');
    assert.deepEqual(told(), ['textChanged 甲 乙 丙', 'textCommitted 甲 乙 丙']);
    assert.equal(field.leavesToProgram('undo'), true);
    field.blur();
    assert.deepEqual(told(), []);

    const several = shownField({ multiline: true });
    several.field.focus();
    several.type('甲\n乙');
    assert.equal(several.editor.value, '甲\n乙');
    several.field.multiline = false; // the program shows it as another kind
    several.type('甲\n乙');
    assert.equal(several.editor.value, '甲 乙');
});

test('the line end of a spreadsheet\'s cell, or typed by a keyboard without Enter, leaves nothing', () => {
    const { editor, field } = shownField({ value: '甲乙' });
    field.focus();
    editor.value = '甲丙\n乙';
    editor.selectionStart = editor.selectionEnd = 3;
    field.input({});
    assert.equal(editor.value, '甲丙乙');
    assert.deepEqual([editor.selectionStart, editor.selectionEnd], [2, 2]);
});

test('lines are joined after a composition, not in it, and not by looking at a text', () => {
    const { editor, field, told, type } = shownField({ value: '甲\n乙' });
    field.focus();
    field.blur();
    assert.equal(editor.value, '甲\n乙');
    assert.deepEqual(told(), []);
    field.focus();
    field.compositionStart();
    type('甲\n乙n', true);
    assert.equal(editor.value, '甲\n乙n');
    type('甲\n乙你', true);
    field.compositionEnd();
    assert.equal(editor.value, '甲 乙你');
    field.compositionStart();
    type('甲 乙你\n', true);
    field.blur();
    assert.deepEqual(told().slice(-1), ['textCommitted 甲 乙你']);
});

// ---- cells of a grid ----

/** A cell with the keyboard, at rest. @param {string} value */
function cellAtRest(value) {
    const cell = shownField({ value });
    cell.field.isCell = true;
    cell.field.focus();
    const press = (/** @type {string} */ key, /** @type {Record<string, boolean>} */ more = {}) => cell.field.key(keyEvent(key, more));
    return { ...cell, press };
}
/** @param {{selectionStart: number | null, selectionEnd: number | null}} editor */
const selected = (editor) => [editor.selectionStart, editor.selectionEnd];

test('a cell that gets the keyboard is selected whole, and its keys are the grid\'s', () => {
    const { editor, press, told } = cellAtRest('十场');
    assert.deepEqual(selected(editor), [0, 2]);
    const keys = [
        ['ArrowDown', {}, 'ArrowDown'],
        ['ArrowLeft', { ctrlKey: true, shiftKey: true }, 'Control+Shift+ArrowLeft'],
        ['Home', { ctrlKey: true }, 'Control+Home'],
        ['Tab', { shiftKey: true }, 'Shift+Tab'],
        ['Enter', {}, 'Enter'],
        [' ', { shiftKey: true }, 'Shift+Space'],
        ['a', { metaKey: true }, 'Control+A'],
        ['Delete', {}, 'Delete'],
    ];
    for (const [key, more, name] of /** @type {[string, Record<string, boolean>, string][]} */ (keys)) {
        assert.ok(press(key, more));
        assert.deepEqual(told(), [`cellKey ${name}`]);
    }
    for (const [key, more] of /** @type {[string, Record<string, boolean>][]} */ ([['x', {}], [' ', {}], ['c', { ctrlKey: true }], ['Backspace', {}], ['ArrowDown', { altKey: true }]]))
        assert.equal(press(key, more), false, key);
    assert.deepEqual(told(), []);
});

test('while its text is replaced, plain arrows commit and lead on; in the text they move there', () => {
    const { editor, press, told, type } = cellAtRest('十场');
    type('九');
    assert.equal(press('ArrowLeft', { shiftKey: true }), false);
    assert.ok(press('ArrowLeft'));
    assert.deepEqual(told(), ['textChanged 九', 'textCommitted 九', 'cellKey ArrowLeft']);
    assert.ok(press('F2'));
    assert.deepEqual(selected(editor), [1, 1]);
    for (const key of ['ArrowLeft', 'ArrowDown', 'Home', 'Delete']) assert.equal(press(key), false, key);
    assert.ok(press('Enter', { shiftKey: true }));
    assert.deepEqual(told(), ['cellKey Shift+Enter']);
    assert.deepEqual(selected(editor), [0, 1]);
});

test('Escape brings back its text and rest, and is nothing to a cell at rest', () => {
    const { editor, field, press, told, type } = cellAtRest('十场');
    type('九');
    assert.ok(press('Escape'));
    assert.equal(editor.value, '十场');
    assert.deepEqual(told(), ['textChanged 九', 'textCommitted 十场']);
    assert.ok(field.isAtRest);
    assert.equal(press('Escape'), false);
    press('F2');
    assert.ok(press('Escape'));
    assert.ok(field.isAtRest);
});

test('an input method begins in the cell at rest, and has its keys', () => {
    const { editor, field, told, type } = cellAtRest('十场');
    assert.deepEqual(selected(editor), [0, 2]); // so that the preedit takes the text's place
    field.compositionStart();
    assert.equal(field.isAtRest, false);
    assert.equal(field.key(keyEvent('ArrowDown', { keyCode: 229 })), false);
    type('ni', true);
    type('你', true);
    field.compositionEnd();
    assert.ok(field.key(keyEvent('Enter')));
    assert.deepEqual(told().slice(-3), ['textChanged 你', 'textCommitted 你', 'cellKey Enter']);
});

test('a finger puts the caret into a cell; a mouse does so when it presses again', () => {
    const { field } = shownField({ value: '十场' });
    field.isCell = true;
    field.press(true);
    field.focus();
    assert.equal(field.isAtRest, false);
    field.blur();
    field.focus();
    assert.equal(field.isAtRest, true);
    field.press(false);
    assert.equal(field.isAtRest, false);
});

test('who comes back from another window goes on in the text, and what the program changes at rest is selected', () => {
    const { answer, editor, field, press } = cellAtRest('十场');
    press('F2');
    field.blur(true);
    field.focus();
    assert.equal(field.isAtRest, false);
    press('Escape');
    answer('二十场次');
    assert.equal(editor.value, '二十场次');
    assert.deepEqual(selected(editor), [0, 4]);
});

test('a cell that holds lines makes one with Enter in the text, and none at rest', () => {
    const { field, press, told } = cellAtRest('一\n二');
    field.multiline = true;
    assert.ok(press('Enter'));
    assert.deepEqual(told(), ['cellKey Enter']);
    press('F2');
    assert.equal(press('Enter'), false);
    assert.ok(press('Tab'));
});
