// Does scripts/check_layers see what it is there to see? Each test plants one breach in a small tree.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';

import { checkLayers } from '../../scripts/check_layers.mjs';

const README = `
| layer | may include |
| --- | --- |
| base | |
| model | base |
| platform | base |
| io | base model |
| ui | base model platform |
| main | all |

| library | only in |
| --- | --- |
| cereal, zip and XML libraries | io |
| Dear ImGui | ui, main |
| SDL2 | platform, main |
| Emscripten headers | platform/web, main |
| Files and streams of the standard library | io, main |
`;
const LAYERS = ['base', 'model', 'platform', 'io', 'ui', 'main'];

/** @param {Record<string, string>} files @returns {string[]} */
function problemsWith(files) {
    const root = mkdtempSync(path.join(tmpdir(), 'jibiao-layers-'));
    try {
        /** @type {Record<string, string>} */
        const all = { 'src/README.md': README };
        for (const layer of LAYERS) all[`src/${layer}/CMakeLists.txt`] = `jibiao_layer(${layer})\n`;
        for (const [name, text] of Object.entries({ ...all, ...files })) {
            mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
            writeFileSync(path.join(root, name), text);
        }
        return checkLayers(root);
    } finally {
        rmSync(root, { recursive: true });
    }
}

/** @param {string} name @param {Record<string, string>} files @param {RegExp} expected */
function breach(name, files, expected) {
    test(name, () => {
        const problems = problemsWith(files);
        assert.equal(problems.length, 1, problems.join('\n'));
        assert.match(problems[0], expected);
    });
}

test('a tree that keeps to the tables has no problems', () => {
    const problems = problemsWith({
        'src/model/book.h': '#include "base/text.h"\n#include <vector>\n#include <cstdint>\n#include <math.h>\n',
        'src/model/CMakeLists.txt': 'file(STRINGS rules.def rules)\njibiao_layer(model\n  SOURCES\n    a.cpp\n    rows/b.cpp\n    ${rules}\n  USES base)\n',
        'src/model/a.cpp': '#include "model/book.h"\n/* #include "ui/view.h" */\n// #include "ui/view.h"\n',
        'src/model/rows/b.cpp': '',
        'src/model/rules.def': '// Every rule.\nRULE(typo)\n',
        'src/model/rules/typo.cpp': '',
        'src/io/json.h': '#include <cereal/archives/json.hpp>\n#include <fstream>\n',
        'src/platform/web/canvas.h': '#include <emscripten.h>\n#include <SDL.h>\n#include "platform/web/dom.h"\n',
        'src/ui/view.h': '#include <imgui.h>\n#include "platform/platform.h"\n',
        'src/main/gui.h': '#include "ui/view.h"\n#include "platform/web/canvas.h"\n#include <SDL.h>\n',
    });
    assert.deepEqual(problems, []);
});

breach('an include of a higher layer', { 'src/model/book.h': '\n#include "ui/view.h"\n' }, /^src\/model\/book\.h:2: model may not include ui/);
breach('an include that is not written from src/', { 'src/model/book.h': '#include "row.h"\n' }, /write includes from src/);
breach('a library outside its home', { 'src/model/book.h': '#include <cereal/cereal.hpp>\n' }, /cereal.*only in io/);
breach('a library in quotes outside its home', { 'src/io/a.h': '#include "imgui_internal.h"\n' }, /ImGui.*only in ui, main/);
breach('Emscripten outside the web platform', { 'src/platform/desktop/a.h': '#include <emscripten/html5.h>\n' }, /only in platform\/web, main/);
breach('files in the core', { 'src/model/book.h': '# include <fstream>\n' }, /only in io, main/);
breach('a library nobody listed', { 'src/io/a.h': '#include <boost/regex.hpp>\n' }, /of no library in the table/);
breach('the inside of a platform', { 'src/ui/view.h': '#include "platform/web/canvas.h"\n' }, /only main may include/);
breach('a folder nobody listed', { 'src/extra/a.h': '' }, /^src\/extra: not in the layer table/);
breach('a layer without a folder', { 'src/README.md': README.replace('| main |', '| more | base |\n| main |') }, /more is no folder/);
breach('a layer that is no layer', { 'src/README.md': README.replace('| io | base model |', '| io | base model modle |') }, /modle, which is no layer/);
breach('a library row nobody can check', { 'src/README.md': `${README}| Boost | io |\n` }, /Boost.*teach/);
breach('a CMake target that uses too much', { 'src/model/CMakeLists.txt': 'jibiao_layer(model\n  USES base io\n  LIBS x)\n' }, /model may not use io/);
breach('a source file that is not listed', { 'src/model/a.cpp': '' }, /^src\/model\/a\.cpp: not listed/);
breach('a rule that is not listed', { 'src/model/CMakeLists.txt': 'jibiao_layer(model\n  SOURCES rules.def\n  USES base)\n', 'src/model/rules.def': 'RULE(typo)\n', 'src/model/rules/type.cpp': '' }, /type\.cpp: not listed/);
breach('a test that is not listed', { 'tests/unit/CMakeLists.txt': 'add_executable(tests main.cpp) # a_test.cpp\n', 'tests/unit/a_test.cpp': '' }, /a_test\.cpp: not listed/);

test('a README without tables', () => {
    const problems = problemsWith({ 'src/README.md': '# src\n' });
    assert.ok(problems.includes('src/README.md: no layer table'));
    assert.ok(problems.includes('src/README.md: no library table'));
});
