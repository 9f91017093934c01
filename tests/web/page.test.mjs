// The page's own half in Chromium, with a stub instead of the program.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { allowClipboard, downloadOf, finger, inputMethod, launchBrowser, openPage } from './support/browser.mjs';
import { needs } from './support/engines.mjs';
import { countClocks } from './support/rest.mjs';
import { startStubServer, withStub } from './support/stub.mjs';

/** @typedef {import('./support/stub_program.js').StubNode} StubNode */

/** @type {StubNode} */
const name = { id: 'name', role: 'textbox', name: '项目名称', rect: [20, 80, 300, 36] };
/** @type {StubNode} */
const purpose = { id: 'use', role: 'textbox', name: '项目用途', rect: [20, 140, 300, 100], multiline: true, value: '前后' };
/** @type {StubNode} */
const save = { id: 'save', role: 'button', name: '保存', rect: [20, 300, 80, 44] };
/** @type {StubNode} */
const remove = { id: 'remove', role: 'button', name: '删除', rect: [120, 300, 80, 44] };

describe('the page', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    /** @type {import('./support/stub.mjs').Stub} */
    let program;
    /** @type {string} */
    let url;
    withStub({ hasTouch: true }, (given) => void ({ page, program, url } = given));

    const field = (/** @type {string} */ label) => page.getByRole('textbox', { name: label });
    const focused = () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.node ?? document.activeElement?.id);

    /** Without what the pointer did. @returns {Promise<string[]>} */
    const told = async () => (await program.take()).filter((line) => !/^(moved|button|left|scroll|key|resized)/.test(line));

    test('types 你好 by an input method', needs('input method'), async () => {
        await program.show([name, purpose]);
        await field('项目用途').focus();
        await page.keyboard.press('Control+End');
        const method = await inputMethod(page);
        await method.compose('n');
        await method.compose("ni'hao");
        await method.commit('你好');
        await page.keyboard.press('Tab');
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('blurred')); // Firefox hands keys on late.
        assert.deepEqual(await told(), [
            'focused use',
            'textChanged use 前后n 1',
            "textChanged use 前后ni'hao 1",
            'textChanged use 前后你好 1',
            'textChanged use 前后你好',
            'textCommitted use 前后你好',
            'blurred use',
        ]);
    });

    test('types 你 by the input method of GTK', needs('GTK by keys'), async () => {
        await program.show([name]);
        await field('项目名称').focus();
        for (const key of ['Control+Shift+U', '4', 'f', '6', '0']) await page.keyboard.press(key);
        const preedit = await told();
        assert.deepEqual(preedit, ['focused name', ...['u', 'u4', 'u4f', 'u4f6', 'u4f60'].map((each) => `textChanged name ${each} 1`)]);
        await page.keyboard.press('Enter'); // chooses
        assert.equal(await field('项目名称').inputValue(), '你');
        assert.deepEqual((await told()).slice(-1), ['textChanged name 你']);
        await page.keyboard.press('Enter');
        assert.deepEqual(await told(), ['textCommitted name 你', 'command enter']);
    });

    test('a composition that is cancelled leaves nothing', needs('input method'), async () => {
        await program.show([name]);
        await field('项目名称').focus();
        const method = await inputMethod(page);
        await method.compose('n');
        await method.cancel();
        assert.equal(await field('项目名称').inputValue(), '');
        assert.deepEqual(await told(), ['focused name', 'textChanged name n 1', 'textChanged name  1', 'textChanged name ']);
    });

    test('leaving in the middle of a composition commits what is there', needs('input method'), async () => {
        await program.show([name, save]);
        await field('项目名称').focus();
        const method = await inputMethod(page);
        await method.compose('n');
        await page.mouse.click(600, 500);
        assert.deepEqual((await told()).slice(-3), ['textChanged name n', 'textCommitted name n', 'blurred name']);
    });

    test('the Enter that chooses a candidate is not the field\'s', needs('input method'), async () => {
        await program.show([name]);
        await field('项目名称').focus();
        const method = await inputMethod(page);
        await method.compose('ni');
        for (const key of ['Enter', 'Escape']) await method.press(key);
        assert.deepEqual(await told(), ['focused name', 'textChanged name ni 1']);
        assert.equal(await field('项目名称').inputValue(), 'ni');
    });

    test('what the program shows during a composition waits for its end', needs('input method'), async () => {
        await program.show([name]);
        await field('项目名称').focus();
        const method = await inputMethod(page);
        await method.compose('ni');
        await program.show([{ ...name, value: '程序写的' }]);
        assert.equal(await field('项目名称').inputValue(), 'ni');
        await method.compose('nih');
        assert.equal(await field('项目名称').inputValue(), 'nih');
        await method.commit('你');
        await page.waitForFunction(() => window.jibiao.idle());
        assert.equal(await field('项目名称').inputValue(), '程序写的');
    });

    test('a field that goes away or moves while composing stays until the text is chosen', needs('input method'), async () => {
        await program.show([name, purpose]);
        await field('项目名称').focus();
        const method = await inputMethod(page);
        await method.compose('w');
        await program.show([purpose, name]);
        await method.compose('wo');
        assert.equal(await field('项目名称').inputValue(), 'wo');
        await program.show([purpose]);
        await method.compose('wom');
        await method.commit('我们');
        assert.deepEqual((await told()).slice(-4), [
            'textChanged name 我们',
            'textCommitted name 我们',
            'blurred name',
            'focused use',
        ]);
        assert.equal(await page.locator('.field').count(), 1);
    });

    test('a rare character beyond the first plane survives', async () => {
        await program.show([name]);
        await field('项目名称').focus();
        await page.keyboard.insertText('𠮷野家');
        await page.keyboard.press('Enter');
        assert.deepEqual((await told()).slice(-2), ['textCommitted name 𠮷野家', 'command enter']);
    });

    test('undo in typed text is the browser\'s, beyond it the program\'s', needs('undo'), async () => {
        await program.show([name]);
        await field('项目名称').focus();
        await page.keyboard.type('ab');
        await page.keyboard.press('Control+z');
        assert.equal(await field('项目名称').inputValue(), '');
        await page.keyboard.press('Control+z');
        await page.keyboard.press('F8');
        assert.deepEqual((await told()).slice(-2), ['command undo', 'command next-finding']);
    });

    test('pasting works in a field', async () => {
        await program.show([name, purpose]);
        await field('项目用途').focus();
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Control+c');
        await field('项目名称').focus();
        await page.keyboard.press('Control+v');
        assert.equal(await field('项目名称').inputValue(), '前后');
    });

    test('a tap focuses a field, a drag on it scrolls and does not', needs('touch'), async () => {
        await program.show([name, purpose]);
        const touch = await finger(page);
        await touch.drag(100, 180, 0, -60);
        const drag = await program.take();
        assert.equal(await focused(), '');
        assert.ok(drag.every((line) => line.startsWith('scroll')), String(drag));
        await touch.tap(100, 100);
        assert.equal(await focused(), 'name');
        assert.deepEqual(await program.take(), ['focused name']);
    });

    test('a tap on the canvas commits the text before it presses', needs('touch'), async () => {
        await program.show([name]);
        await field('项目名称').focus();
        await page.keyboard.type('a');
        await program.take();
        const touch = await finger(page);
        await touch.tap(700, 500);
        const lines = await program.take();
        assert.deepEqual(lines.filter((line) => /^(button|text)/.test(line)), ['textCommitted name a', 'button 0 1 1 0', 'button 0 0 1 0']);
    });

    test('the mouse reaches the canvas through nodes, and stays in fields', async () => {
        await program.show([name, save]);
        await page.mouse.click(60, 320);
        const lines = await program.take();
        assert.ok(lines.includes('button 0 1 0 0') && lines.includes('button 0 0 0 0'), String(lines));
        assert.ok(!lines.some((line) => line.startsWith('activated')));
        await page.mouse.move(600, 500);
        await program.take();
        for (const button of [3, 4]) // the mouse's own for back and forward
            for (const type of ['pointerdown', 'pointerup'])
                await page.locator('#app').dispatchEvent(type, { button, pointerId: 1, pointerType: 'mouse', clientX: 60, clientY: 320 });
        assert.ok(!(await program.take()).some((line) => line.startsWith('button')));
        await page.mouse.click(100, 100);
        assert.ok(!(await program.take()).some((line) => line.startsWith('button')));
        assert.equal(await focused(), 'name');
        await page.mouse.wheel(0, 120);
        assert.ok((await program.take()).includes('scroll 100 100 0 120'));
    });

    test('buttons are activated by Enter, Space and screen readers, disabled ones are not', async () => {
        await program.show([save, { ...remove, disabled: true }]);
        await page.getByRole('button', { name: '保存' }).focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Space');
        await page.getByRole('button', { name: '保存' }).dispatchEvent('click');
        await page.getByRole('button', { name: '删除' }).dispatchEvent('click');
        assert.deepEqual(await program.take(), ['focused save', 'activated save', 'activated save', 'activated save']);
    });

    test('names, descriptions and states can be found by role', async () => {
        await program.show([
            { id: 'h', role: 'heading', name: '绩效目标', level: 1 },
            { id: 'form', role: 'region', name: '项目' },
            { ...name, parent: 'form', invalid: true, required: true, description: '还没有填写', numeric: true },
            { id: 'grid', role: 'grid', name: '指标', position: 9 },
            { id: 'head', role: 'row', parent: 'grid' },
            { id: 'head.1', role: 'columnheader', name: '指标值', parent: 'head' },
            { id: 'r1', role: 'row', parent: 'grid', position: 2 },
            { id: 'r1.c', role: 'cell', parent: 'r1', selected: true },
            { id: 'r1.f', role: 'textbox', name: '指标 1 指标值', value: '≥95%', parent: 'r1.c', visible: false },
            { id: 'tabs', role: 'tablist', name: '视图' },
            { id: 't1', role: 'tab', name: '填写', selected: true, parent: 'tabs' },
            { id: 't2', role: 'tab', name: '审核', parent: 'tabs' },
            { id: 'list', role: 'list', name: '项目' },
            { id: 'l1', role: 'listitem', name: '项目 1', selected: true, parent: 'list' },
            { id: 'p2', role: 'button', name: '项目 2', selected: true },
            { id: 'said', role: 'status', name: '已保存' },
            { id: 'done', role: 'status', name: '已修复' },
        ]);
        assert.equal(
            await page.locator('#mirror').ariaSnapshot(),
            [
                '- main:',
                '  - heading "绩效目标" [level=1]',
                '  - region "项目":',
                '    - textbox "项目名称"',
                '  - grid "指标":',
                '    - row "指标值":',
                '      - columnheader "指标值"',
                '    - row "≥95%":',
                '      - gridcell "≥95%" [selected]:',
                '        - textbox "指标 1 指标值": ≥95%',
                '  - tablist "视图":',
                '    - tab "填写" [selected]',
                '    - tab "审核"',
                '  - list "项目":',
                '    - listitem: 项目 1',
                '  - button "项目 2"',
                '  - status: 已保存',
                '  - alert',
                '  - status: 已修复',
            ].join('\n'),
        );
        assert.equal(await page.getByRole('button', { name: '项目 2' }).getAttribute('aria-current'), 'true');
        assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '9');
        assert.equal(await page.getByRole('row').nth(1).getAttribute('aria-rowindex'), '2');
        const editor = field('项目名称');
        assert.equal(await editor.getAttribute('aria-invalid'), 'true');
        assert.equal(await editor.getAttribute('aria-required'), 'true');
        assert.equal(await editor.getAttribute('inputmode'), 'decimal');
        const description = await editor.getAttribute('aria-describedby');
        assert.equal(await page.locator(`#${description}`).textContent(), '还没有填写');
    });

    test('a status that becomes an alert in its place can speak, and still can when all around it has gone', async () => {
        const form = /** @type {StubNode} */ ({ id: 'form', role: 'group', name: '项目', rect: [10, 50, 500, 300] });
        const said = /** @type {StubNode} */ ({ id: 'said', role: 'status', name: '正在保存', parent: 'form', rect: [20, 80, 100, 24] });
        await program.show([form, said]);
        const alert = { ...said, role: /** @type {const} */ ('alert'), name: '没有保存' };
        for (const nodes of [[form, alert], [], [form, alert]]) {
            // Screen readers say what comes into an element that they know.
            await page.evaluate(() => document.querySelector('[role=alert]')?.setAttribute('data-known', ''));
            await program.show(nodes);
            assert.equal(await page.locator('#mirror > [role=alert][data-known]').innerText(), nodes.length ? '没有保存' : '');
        }
        assert.equal(await page.locator('[role=alert]').count(), 1);
        assert.deepEqual(await page.locator('[role=alert]').boundingBox(), { x: 20, y: 80, width: 100, height: 24 });
    });

    test('elements lie where the canvas shows the nodes, and only text has a pointer', async () => {
        const form = /** @type {StubNode} */ ({ id: 'form', role: 'region', name: '项目', rect: [10, 50, 500, 300] });
        await program.show([form, { ...name, parent: 'form' }, save]);
        assert.deepEqual(await field('项目名称').boundingBox(), { x: 20, y: 80, width: 300, height: 36 });
        assert.deepEqual(await page.getByRole('button').boundingBox(), { x: 20, y: 300, width: 80, height: 44 });
        const at = (/** @type {number} */ x, /** @type {number} */ y) =>
            page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.id ?? '', [x, y]);
        assert.equal(await at(60, 320), 'canvas');
        assert.match(await at(100, 100), /^n\d+$/);
    });

    test('the keyboard of a node that vanishes goes to its next neighbour, else to the one before', async () => {
        const rows = ['r1', 'r2', 'r3'].flatMap((id) => [
            /** @type {StubNode} */ ({ id, role: 'row', parent: 'grid' }),
            /** @type {StubNode} */ ({ id: `${id}.x`, role: 'button', name: `删除 ${id}`, parent: id }),
        ]);
        const grid = /** @type {StubNode} */ ({ id: 'grid', role: 'grid', name: '指标' });
        await program.show([name, grid, ...rows, save]);
        await page.getByRole('button', { name: '删除 r2' }).focus();
        await program.show([name, grid, ...rows.filter((row) => !row.id.startsWith('r2')), save]);
        assert.equal(await focused(), 'r3.x');
        await program.show([name, grid, ...rows.filter((row) => row.id.startsWith('r1')), save]);
        assert.equal(await focused(), 'r1.x');
        await program.show([name, save]);
        assert.equal(await focused(), 'save');
        await program.show([]);
        assert.equal(await focused(), 'mirror');
    });

    test('what moves to another place of the tree keeps the keyboard', async () => {
        const [here, there] = ['here', 'there'].map((id) => ({ id, role: /** @type {const} */ ('group'), name: id, rect: /** @type {StubNode['rect']} */ ([0, 60, 400, 200]) }));
        await program.show([here, { ...name, parent: 'here' }, there]);
        await field('项目名称').focus();
        assert.equal(await focused(), 'name');
        await program.show([here, there, { ...name, parent: 'there' }]);
        assert.equal(await focused(), 'name');
    });

    test('a dialog holds the keyboard and gives it back', async () => {
        const dialog = /** @type {StubNode[]} */ ([
            { id: 'ask', role: 'dialog', name: '删除这一行？' },
            { id: 'yes', role: 'button', name: '删除', parent: 'ask' },
            { id: 'no', role: 'button', name: '取消', parent: 'ask' },
        ]);
        await program.show([name, save]);
        await page.getByRole('button', { name: '保存' }).focus();
        await program.show([name, save, ...dialog]);
        assert.equal(await focused(), 'yes');
        assert.equal(await page.getByRole('textbox').count(), 0);
        await page.keyboard.press('Tab');
        assert.equal(await focused(), 'no');
        await program.show([name, save]);
        assert.equal(await focused(), 'save');
        assert.equal(await page.getByRole('textbox').count(), 1);
    });

    test('a list of choices is walked by arrows and gives the keyboard back to its box', async () => {
        const box = /** @type {StubNode} */ ({ id: 'level', role: 'combobox', name: '一级指标', value: '产出' });
        const choices = /** @type {StubNode[]} */ ([
            { id: 'level.list', role: 'list', name: '一级指标', parent: 'level' },
            ...['产出', '效益', '满意度'].map((value) => ({ id: value, role: 'option', name: value, parent: 'level.list', selected: value === '产出' })),
        ]);
        await program.show([box, save]);
        await page.getByRole('combobox').focus();
        await page.keyboard.press('ArrowDown');
        assert.deepEqual(await told(), ['focused level', 'activated level']);
        await program.show([{ ...box, expanded: true }, ...choices, save]);
        assert.equal(await page.getByRole('combobox').getAttribute('aria-controls'), await page.getByRole('listbox').getAttribute('id'));
        await page.keyboard.press('ArrowDown');
        assert.equal(await focused(), '产出');
        await page.keyboard.press('End');
        await page.keyboard.press('ArrowUp');
        assert.equal(await focused(), '效益');
        await page.keyboard.press('Enter');
        assert.ok((await told()).includes('activated 效益'));
        await program.show([{ ...box, value: '效益' }, save]);
        assert.equal(await focused(), 'level');
    });

    test('focus asked for a node that comes in the same frame finds it', async () => {
        await program.show([save]);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.focus(stub.bytes('name'));
        });
        await program.show([save, name]);
        assert.equal(await focused(), 'name');
    });

    test('a jump to a heading moves the keyboard there, and Tab goes on from it', async () => {
        await program.show([save, { id: 'h', role: 'heading', name: '绩效指标', level: 2 }, remove]);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.focus(stub.bytes('h'));
        });
        assert.equal(await focused(), 'h');
        await page.keyboard.press('Tab');
        assert.equal(await focused(), 'remove');
        await page.keyboard.press('Shift+Tab');
        assert.equal(await focused(), 'save');
    });

    test('at rest there are no frames and no timers', async () => {
        const clocks = await countClocks(page);
        await openPage(page, url);
        await program.show([name, save]);
        await field('项目名称').focus();
        await page.keyboard.type('a');
        await page.mouse.move(600, 500);
        await page.evaluate(() => {
            const { host } = /** @type {any} */ (window).stub;
            host.wakeAfter(0.2); // a message that goes away
            host.prepare(new Uint32Array([0x56fd, 0x5bb6]), 24, false);
        });
        await page.waitForTimeout(1000);
        const asked = await clocks.take();
        const idle = (await page.evaluate(() => 'requestIdleCallback' in window)) ? ['requestIdleCallback'] : [];
        for (const kind of ['requestAnimationFrame', 'setTimeout', ...idle]) assert.ok(asked.includes(kind), String(asked));
        const frames = await page.evaluate(() => window.jibiao.frames());
        await page.waitForTimeout(10_000);
        assert.deepEqual(await clocks.take(), []);
        assert.equal(await page.evaluate(() => window.jibiao.frames()), frames);
        assert.equal(await page.evaluate(() => window.jibiao.idle()), true);
    });

    test('the journal is there after a reload', async () => {
        const write = (/** @type {string} */ call, /** @type {number} */ revision, /** @type {string} */ text) =>
            page.evaluate(
                ([method, number, content]) => {
                    const { stub } = /** @type {any} */ (window);
                    stub.host[method](stub.bytes('book'), number, stub.bytes(content));
                },
                /** @type {const} */ ([call, revision, text]),
            );
        await write('journalSnapshot', 4, '全文');
        await write('journalAppend', 5, '改动');
        await page.waitForFunction(() => window.jibiao.savedRevision() === 5);
        await page.reload();
        await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
        await page.evaluate(() => /** @type {any} */ (window).stub.host.journalLoad(/** @type {any} */ (window).stub.bytes('book')));
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('journalLoaded'));
        assert.equal(await page.evaluate(() => window.jibiao.savedRevision()), 5);
        assert.ok((await program.take()).includes('journalLoaded book 全文 改动 5'));
    });

    test('who leaves before all is stored is asked, and nothing is lost by staying', needs('question on leaving'), async () => {
        /** @type {string[]} */
        const asked = [];
        const stay = (/** @type {import('playwright-core').Dialog} */ dialog) => {
            asked.push(dialog.type());
            void dialog.dismiss();
        };
        page.on('dialog', stay);
        await page.mouse.click(600, 5); // browsers ask only for those who did something
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.journalAppend(stub.bytes('book'), 6, stub.bytes('最后'));
            window.location.reload();
        });
        await page.waitForFunction(() => window.jibiao.savedRevision() === 6);
        assert.deepEqual(asked, ['beforeunload']);
        await page.reload();
        await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
        assert.deepEqual(asked, ['beforeunload'], 'all was stored');
        page.off('dialog', stay);
    });

    test('files come in by picker and go out as downloads', async () => {
        await program.show([save]);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.onEvent = (/** @type {string} */ event) => event === 'command' && stub.host.openFile();
        });
        const [picker] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
        await picker.setFiles({ name: '示例.txt', mimeType: 'text/plain', buffer: Buffer.from('绩效') });
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('fileOpened'));
        assert.ok((await program.take()).includes('fileOpened 示例.txt 绩效'));
        const download = await downloadOf(page, () =>
            page.evaluate(() => {
                const { stub } = /** @type {any} */ (window);
                stub.host.saveFile(stub.bytes('示例.json'), stub.bytes('application/json'), stub.bytes('{"a":1}'));
            }),
        );
        assert.equal(download.name, '示例.json');
        assert.equal(await readFile(download.file, 'utf8'), '{"a":1}');
        assert.ok((await program.take()).includes('fileSaved 示例.json'));
    });

    test('a document is printed as text, without what does not belong into it', needs('media'), async () => {
        await page.evaluate(() => {
            Object.assign(window, {
                print: () => document.documentElement.setAttribute('data-printed', document.getElementById('print')?.innerHTML ?? ''),
            });
            const { stub } = /** @type {any} */ (window);
            stub.host.print(
                stub.bytes('<h1 class="title" id="canvas">绩效目标</h1><script>1</script><table><tr><td colspan="2" width="9"><a href="x">甲</a></table>'),
            );
        });
        await page.waitForFunction(() => document.documentElement.dataset.printed !== undefined);
        assert.equal(
            await page.evaluate(() => document.documentElement.dataset.printed),
            '<h1 class="title">绩效目标</h1><table><tbody><tr><td colspan="2">甲</td></tr></tbody></table>',
        );
        await page.emulateMedia({ media: 'print' });
        assert.ok(await page.getByRole('heading', { name: '绩效目标' }).isVisible());
        assert.equal(await page.locator('#app').isVisible(), false);
        await page.emulateMedia({ media: 'screen' });
        assert.equal(await page.locator('#print').isVisible(), false);
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
        assert.equal(await page.locator('#print').count(), 0);
        // The browser's own command, without a document: no black sheet, but what to do.
        await page.emulateMedia({ media: 'print' });
        assert.equal(await page.locator('#app').isVisible(), false);
        assert.match(await page.evaluate(() => getComputedStyle(document.body, '::after').content), /请按 Ctrl\+P/);
    });

    test('a document fills sheets of paper, also by the browser\'s own command until something is changed', needs('pdf', 'media'), async () => {
        const printed = (/** @type {string} */ html) =>
            page.evaluate((text) => {
                const { stub } = /** @type {any} */ (window);
                Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') });
                stub.host.print(stub.bytes(text));
            }, html);
        const sheets = async () => {
            const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
            const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
            return boxes.map((box) => box.slice(1).map((each) => Math.round(Number(each))).join('x'));
        };
        assert.equal((await sheets()).length, 1); // the sentence
        const row = '<tr><td>数量指标<td>≥95%';
        await printed(`<table><thead><tr><th>指标<th>指标值<tbody>${row.repeat(200)}</table><section class="wide"><p>宽</section>`);
        await page.waitForFunction(() => document.documentElement.dataset.printed === '');
        await page.emulateMedia({ media: 'print' });
        assert.equal(await page.locator('#print thead').evaluate((head) => getComputedStyle(head).display), 'table-header-group');
        assert.equal(await page.locator('#print td').first().evaluate((cell) => getComputedStyle(cell).borderTopStyle), 'solid');
        await page.emulateMedia({ media: null });
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
        assert.equal(await page.locator('#print').count(), 0);
        const all = await sheets();
        assert.ok(all.length > 3, String(all));
        assert.deepEqual([all[0], all[all.length - 1]], ['595x842', '842x595']); // A4, upright and wide
        assert.equal(await page.locator('#print').count(), 0);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.journalAppend(stub.bytes('book'), 1, stub.bytes('改动'));
        });
        assert.equal((await sheets()).length, 1);
    });

    test('the program hears what is covered of the page', async () => {
        const insets = await page.evaluate(async () => {
            const { Viewport } = await import(new URL('web/viewport.js', location.href).href);
            const visual = Object.assign(new EventTarget(), { height: 600, offsetTop: 0, scale: 1 });
            let changes = 0;
            const viewport = new Viewport({ clientHeight: 600 }, visual, () => ++changes);
            const seen = [];
            for (const height of [600, 350, 350]) {
                visual.height = height; // the soft keyboard
                visual.dispatchEvent(new Event('resize'));
                seen.push([...viewport.insets, changes]);
            }
            return seen;
        });
        assert.deepEqual(insets, [[0, 0, 0, 0, 0], [0, 0, 250, 0, 1], [0, 0, 250, 0, 1]]);
    });

    test('the program hears of dark colours, more contrast and less movement', needs('media'), async () => {
        const look = () =>
            page.evaluate(() => {
                const out = new Float32Array(3);
                /** @type {any} */ (window).stub.host.look(out);
                return [...out];
            });
        assert.deepEqual(await look(), [0, 0, 0]);
        await page.emulateMedia({ colorScheme: 'dark', contrast: 'more', reducedMotion: 'reduce' });
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('redraw'));
        assert.deepEqual(await look(), [1, 1, 1]);
    });

    test('a preference is there when the page is opened again', async () => {
        const scale = () =>
            page.evaluate(() => {
                const { stub } = /** @type {any} */ (window);
                const out = new Uint8Array(16);
                return new TextDecoder().decode(out.subarray(0, stub.host.preference(stub.bytes('scale'), out)));
            });
        assert.equal(await scale(), '');
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.setPreference(stub.bytes('scale'), stub.bytes('125 %'));
        });
        await openPage(page, url);
        assert.equal(await scale(), '125 %');
    });

    test('Ctrl+C outside of the fields copies what the program gives', needs('clipboard'), async () => {
        await allowClipboard(page);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.onEvent = (/** @type {string} */ name, /** @type {string} */ command) => {
                if (name === 'command' && command === 'copy') stub.host.copy(stub.bytes('甲\t乙'), stub.bytes('<table><tr><td>甲<td>乙</table>'));
            };
        });
        await page.keyboard.press('Control+c');
        assert.ok((await program.take()).includes('copied'));
        const kinds = () =>
            page.evaluate(async () => {
                const [item] = await navigator.clipboard.read();
                return [await navigator.clipboard.readText(), ...[...(item?.types ?? [])].sort()];
            });
        assert.deepEqual(await kinds(), ['甲\t乙', 'text/html', 'text/plain']);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.copy(stub.bytes('丙'), stub.bytes('<p>丙</p>')); // as a button does
        });
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('copied'));
        assert.deepEqual(await kinds(), ['丙', 'text/html', 'text/plain']);
    });

    test('a graphics card that comes back is no trouble', async () => {
        await page.evaluate(async () => {
            const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
            const card = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
            card?.loseContext();
            await new Promise((lost) => setTimeout(lost, 50)); // it cannot come back in the same moment
            card?.restoreContext();
        });
        await page.waitForFunction(() => /** @type {any} */ (window).stub.has('restored'));
        await program.show([save]);
        assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'ready');
    });

    test('a text field says what belongs into it and where Enter goes; one that wraps may hold one line', async () => {
        await program.show([{ ...purpose, value: '', placeholder: '用于……', oneLine: true, next: true, shortcut: 'Alt+1' }]);
        const editor = field('项目用途');
        assert.deepEqual(
            await editor.evaluate((element) => ['placeholder', 'enterkeyhint', 'aria-keyshortcuts'].map((name) => element.getAttribute(name))),
            ['用于……', 'next', 'Alt+1'],
        );
        await editor.focus();
        await page.keyboard.type('一');
        await page.keyboard.press('Enter');
        assert.equal(await editor.inputValue(), '一');
        assert.ok((await told()).includes('textCommitted use 一'));
    });

    test('what scrolls together stands in an element that says nothing', async () => {
        await program.show([
            { id: 'form', role: 'region', name: '项目 1', rect: [0, 50, 400, 300] },
            { id: 'form/scroll', role: 'scroll', parent: 'form', rect: [0, 50, 400, 3000] },
            { ...name, parent: 'form/scroll' },
        ]);
        assert.equal(await page.locator('#mirror').ariaSnapshot(), '- main:\n  - region "项目 1":\n    - textbox "项目名称"\n  - status\n  - alert');
        // What it has scrolled out cannot be tapped.
        const hit = (/** @type {number} */ x, /** @type {number} */ y) =>
            page.evaluate((at) => document.elementFromPoint(at[0], at[1])?.getAttribute('data-node') ?? '', [x, y]);
        const [x, y, width, height] = /** @type {number[]} */ (name.rect);
        assert.equal(await hit(x + width / 2, y + height / 2), 'name');
        await program.show([
            { id: 'form', role: 'region', name: '项目 1', rect: [0, 50, 400, 300] },
            { id: 'form/scroll', role: 'scroll', parent: 'form', rect: [0, 50, 400, 3000], visible: false },
            { ...name, parent: 'form/scroll' },
        ]);
        assert.equal(await hit(x + width / 2, y + height / 2), '');
    });

    test('a glyph that has colours keeps them', async () => {
        const [hasColors, ...first] = await page.evaluate(() => {
            const { prototype } = CanvasRenderingContext2D;
            const fillText = prototype.fillText;
            prototype.fillText = function (text, x, y) {
                this.fillStyle = '#f00'; // stands for a font with colours, which not every machine has
                fillText.call(this, text, x, y);
            };
            const box = new Float32Array(6);
            const pixels = new Uint8Array(20_000);
            /** @type {any} */ (window).stub.host.rasterize('国'.codePointAt(0), 32, false, box, pixels);
            const inked = pixels.findIndex((byte) => byte === 255);
            return [box[5], inked % 4, pixels[inked + 1], pixels[inked + 2]];
        });
        assert.deepEqual([hasColors, ...first], [1, 0, 0, 0]);
    });

    test('glyphs come with their ink, blanks without', async () => {
        const drawn = await page.evaluate(() => {
            const { host } = /** @type {any} */ (window).stub;
            return ['国', '𠮷', ' ', '　'].map((text) => {
                const box = new Float32Array(6);
                const pixels = new Uint8Array(10_000);
                host.rasterize(text.codePointAt(0), 32, false, box, pixels);
                const [advance, , top, width, height] = box;
                const rows = Array.from({ length: height }, (_, row) => Math.max(...pixels.subarray(row * width, (row + 1) * width)));
                return { advance, top, width, height, darkest: Math.max(0, ...rows), edge: Math.max(0, rows[0] ?? 0, rows[height - 1] ?? 0) };
            });
        });
        for (const glyph of drawn.slice(0, 2)) {
            assert.equal(glyph.advance, 32);
            assert.ok(glyph.darkest > 200 && glyph.top < -20 && glyph.width >= 28 && glyph.height >= 28, JSON.stringify(glyph));
            assert.ok(glyph.edge < glyph.darkest, 'it is cut off');
        }
        for (const blank of drawn.slice(2)) assert.deepEqual([blank.width, blank.height], [0, 0]);
        assert.equal(drawn[3].advance, 32);
    });
});

describe('when it cannot run, the page says why', () => {
    /** @type {import('playwright-core').Browser} */
    let browser;
    /** @type {{url: string, close: () => Promise<void>}} */
    let server;
    before(async () => {
        [browser, server] = await Promise.all([launchBrowser(), startStubServer()]);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    /**
     * @param {(page: import('playwright-core').Page) => Promise<unknown>} prepare
     * @returns {Promise<string>} the heading that is to be seen
     */
    async function troubleAfter(prepare) {
        const page = await browser.newPage();
        await prepare(page);
        await page.goto(server.url);
        const heading = page.locator('#trouble h2:visible');
        await heading.waitFor();
        const text = await heading.innerText();
        await page.close();
        return text;
    }

    test('without WebGL 2', async () => {
        const text = await troubleAfter((page) => page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null)));
        assert.equal(text, '浏览器的图形功能不可用');
    });
    test('without exception handling in WebAssembly', async () => {
        const text = await troubleAfter((page) => page.addInitScript(() => (WebAssembly.validate = () => false)));
        assert.equal(text, '这个浏览器打不开绩表');
    });
    test('when a module or the program cannot be fetched', async () => {
        for (const file of ['web/mirror.js', 'jibiao.js']) {
            const text = await troubleAfter((page) => page.route(`**/${file}`, (route) => route.abort()));
            assert.equal(text, '程序没有下载完整');
        }
    });
    test('when the program fails, with the last saved revision', async () => {
        const page = await browser.newPage();
        await openPage(page, server.url);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.host.journalAppend(stub.bytes('book'), 7, stub.bytes('改动'));
        });
        await page.waitForFunction(() => window.jibiao.savedRevision() === 7);
        await page.evaluate(() => {
            const { stub } = /** @type {any} */ (window);
            stub.onEvent = () => {
                throw new RuntimeError('unreachable');
            };
            class RuntimeError extends Error {
                name = 'RuntimeError';
            }
        });
        await page.keyboard.press('F8');
        await page.locator('#trouble-crash').waitFor();
        const text = await page.innerText('#trouble');
        assert.match(text, /程序出错/);
        assert.match(text, /已保存到修订 7/);
        assert.match(text, /RuntimeError: unreachable/);
        await page.close();
    });
    test('opened from the disk', async () => {
        const page = await browser.newPage();
        await page.goto(new URL('../../index.html', import.meta.url).href);
        assert.equal(await page.locator('#trouble h2:visible').innerText(), '请从网址打开绩表');
        await page.close();
    });
    test('without scripts', needs('no scripts'), async () => {
        const context = await browser.newContext({ javaScriptEnabled: false });
        const page = await context.newPage();
        await page.goto(server.url);
        assert.match(await page.locator('noscript').innerText(), /JavaScript/);
        await context.close();
    });
});
