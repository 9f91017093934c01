import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFiles } from '../../../web/files.js';
import { Event } from '../../../web/program.js';
import { recorder } from './fakes.mjs';

/** @param {string} name @param {string} [content] @param {number} [size] */
function fakeFile(name, content = '', size = content.length) {
    return { name, size, arrayBuffer: async () => new TextEncoder().encode(content).buffer };
}

test('a file arrives with its name and bytes', async () => {
    const { post, take } = recorder();
    await readFiles([fakeFile('示例.txt', '绩效')], post);
    assert.deepEqual(take(), [
        { kind: Event.fileOpened, texts: ['示例.txt', new TextEncoder().encode('绩效')], number: 0 },
    ]);
});

test('a file over 64 MB is refused before it is read', async () => {
    const { post, take } = recorder();
    const huge = fakeFile('大.txt', '', 64 * 1024 * 1024 + 1);
    huge.arrayBuffer = () => assert.fail('it was read');
    await readFiles([huge], post);
    const [event] = take();
    assert.equal(event.kind, Event.fileFailed);
    assert.match(String(event.texts[1]), /65 MB.*64 MB/);
});

test('of several files the first is opened and a message names the rest', async () => {
    const { post, take } = recorder();
    await readFiles([fakeFile('甲.txt', 'a'), fakeFile('乙.txt'), fakeFile('丙.txt')], post);
    const [opened, told, ...more] = take();
    assert.deepEqual(more, []);
    assert.equal(opened.texts[0], '甲.txt');
    assert.equal(told.kind, Event.fileFailed);
    assert.match(String(told.texts[1]), /甲\.txt.*2 个没有打开/);
});

test('a file that cannot be read is reported', async () => {
    const { post, take } = recorder();
    const file = fakeFile('示例.txt');
    file.arrayBuffer = () => Promise.reject(new Error('NotReadable'));
    await readFiles([file], post);
    const [event] = take();
    assert.equal(event.kind, Event.fileFailed);
    assert.match(String(event.texts[1]), /NotReadable.*重新选择/);
});
