// scripts/check_layers [ROOT]: does the code agree with src/README.md?
//   - every folder of src/ is in the layer table, and every row of the table is a folder
//   - every #include, and every USES of a CMakeLists.txt, stays within the table
//   - a library is included only in its homes
//   - every .cpp is listed in a CMakeLists.txt (an unlisted one would silently not be built), or in a table that it
//     reads: RULE(typo) in rules.def is rules/typo.cpp
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the rows of the library table are recognised, and which headers each is about. */
const LIBRARIES = [
    {
        row: /cereal/,
        name: 'cereal, zip and XML libraries',
        header: /^(cereal|rapidjson|rapidxml|pugixml|tinyxml2|expat|libxml|miniz|minizip|zip|unzip|zlib|zconf)\b/,
    },
    { row: /ImGui/, name: 'Dear ImGui', header: /^(imgui|imstb_|(backends|misc\/freetype)\/imgui)/ },
    { row: /SDL2/, name: 'SDL2 and OpenGL', header: /^(SDL|GL\/|GLES\d?\/|EGL\/)/ },
    { row: /FreeType/, name: 'FreeType and fontconfig', header: /^(ft2build\.h$|freetype\/|fontconfig\/)/ },
    { row: /Emscripten/, name: 'Emscripten', header: /^(emscripten\b|webgl\/)/ },
    { row: /iconv/, name: 'iconv', header: /^iconv\.h$/ },
    {
        row: /standard library/,
        name: 'the outside world',
        header: /^(fstream|iostream|filesystem|thread|future|random|ctime|time\.h|unistd\.h|fcntl\.h|sys\/.*)$/,
    },
];

/** @typedef {{layers: Map<string, Set<string> | 'all'>, homes: Map<string, string[]>, problems: string[]}} Tables */

/**
 * The rows of the table whose header row starts with `first`.
 * @param {string} text @param {string} first
 */
function rowsOf(text, first) {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.startsWith(`| ${first} |`));
    const rows = [];
    for (let i = start + 2; start >= 0 && i < lines.length && lines[i].startsWith('|'); i++) {
        rows.push(lines[i].split('|').slice(1, -1).map((cell) => cell.trim()));
    }
    return rows;
}

/** @param {string} text @returns {Tables} */
function readTables(text) {
    /** @type {string[]} */
    const problems = [];
    /** @type {Tables['layers']} */
    const layers = new Map();
    for (const [name, uses] of rowsOf(text, 'layer')) {
        layers.set(name, uses === 'all' ? 'all' : new Set(uses.split(/\s+/).filter(Boolean)));
    }
    for (const [name, uses] of layers) {
        for (const used of uses === 'all' ? [] : uses) {
            if (!layers.has(used)) problems.push(`src/README.md: ${name} may include ${used}, which is no layer`);
        }
    }
    /** @type {Tables['homes']} */
    const homes = new Map();
    for (const [row, places] of rowsOf(text, 'library')) {
        const library = LIBRARIES.find((candidate) => candidate.row.test(row));
        if (library) homes.set(library.name, places.split(/,\s*/));
        else problems.push(`src/README.md: "${row}": teach scripts/check_layers.mjs its headers`);
    }
    if (!layers.size) problems.push('src/README.md: no layer table');
    if (!homes.size) problems.push('src/README.md: no library table');
    return { layers, homes, problems };
}

/** @param {string} folder @returns {string[]} every file below, as absolute paths, sorted */
function walk(folder) {
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => {
            const full = path.join(folder, entry.name);
            return entry.isDirectory() ? walk(full) : [full];
        })
        .sort();
}

/** @param {string} text without comments, every line where it was */
function withoutComments(text) {
    return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/**
 * @param {Tables} tables
 * @param {string} file relative to src/
 * @param {string} header as written between the quotes or angles
 * @param {boolean} quoted
 * @returns {string | null} what is wrong
 */
function wrongInclude(tables, file, header, quoted) {
    const layer = file.split('/')[0];
    const library = LIBRARIES.find((candidate) => candidate.header.test(header));
    if (library) {
        const homes = tables.homes.get(library.name) ?? [];
        if (homes.some((home) => file.startsWith(`${home}/`))) return null;
        return `${header} (${library.name}) belongs only in ${homes.join(', ')}`;
    }
    if (!quoted) {
        if (/^[a-z_]+$/.test(header) || /^(c?(assert|errno|float|limits|math|signal|stdio|stdlib|string)|std\w+)(\.h)?$/.test(header)) return null;
        return `<${header}> is of no library in the table of src/README.md`;
    }
    const parts = header.split('/');
    const target = parts[0];
    if (parts.length < 2 || !tables.layers.has(target)) return `"${header}": write includes from src/, as "model/book.h"`;
    const uses = tables.layers.get(layer);
    if (target !== layer && uses !== 'all' && !uses?.has(target)) return `${layer} may not include ${target} (${header})`;
    // What the machine can do is told in platform/*.h; how one machine does it is its own affair.
    if (target === 'platform' && parts.length > 2 && layer !== 'main' && !file.startsWith(`platform/${parts[1]}/`)) {
        return `only main may include ${header}; use platform/platform.h`;
    }
    return null;
}

/** @param {Tables} tables @param {string} root @param {string} file absolute */
function checkSource(tables, root, file) {
    const relative = path.relative(path.join(root, 'src'), file);
    return withoutComments(readFileSync(file, 'utf8'))
        .split('\n')
        .flatMap((line, index) => {
            const include = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
            const wrong = include && wrongInclude(tables, relative, include[2], include[1] === '"');
            return wrong ? [`src/${relative}:${index + 1}: ${wrong}`] : [];
        });
}

/** @param {Tables} tables @param {string} root @param {string} file absolute path of a CMakeLists.txt */
function checkUses(tables, root, file) {
    const text = readFileSync(file, 'utf8').replace(/#.*/g, '');
    const place = path.relative(root, file);
    return [...text.matchAll(/jibiao_layer\(\s*([\w/]+)([^)]*)\)/g)].flatMap(([, name, body]) => {
        const layer = name.split('/')[0];
        const uses = /\bUSES\b([^)]*?)(?=\bSOURCES\b|\bLIBS\b|$)/s.exec(body)?.[1].trim().split(/\s+/) ?? [];
        const allowed = tables.layers.get(layer);
        if (!allowed) return [`${place}: ${layer} is not in the layer table of src/README.md`];
        return uses
            .filter((used) => used && used.split('/')[0] !== layer && allowed !== 'all' && !allowed.has(used))
            .map((used) => `${place}: ${layer} may not use ${used}`);
    });
}

/** @param {string} root @param {string} file absolute path of a .cpp */
function checkListed(root, file) {
    let folder = path.dirname(file);
    while (folder.startsWith(root) && !existsSync(path.join(folder, 'CMakeLists.txt'))) folder = path.dirname(folder);
    const list = path.join(folder, 'CMakeLists.txt');
    const name = path.relative(folder, file);
    const words = existsSync(list) ? readFileSync(list, 'utf8').replace(/#.*/g, '').split(/[\s()]+/) : [];
    for (const table of words.filter((word) => word.endsWith('.def'))) {
        const named = readFileSync(path.join(folder, table), 'utf8').matchAll(/^[A-Z]+\((\w+)\)$/gm);
        words.push(...[...named].map((match) => `${path.basename(table, '.def')}/${match[1]}.cpp`));
    }
    if (words.includes(name)) return [];
    return [`${path.relative(root, file)}: not listed in ${path.relative(root, list)}, so it is not built`];
}

/** @param {string} root @returns {string[]} everything that disagrees */
export function checkLayers(root) {
    const src = path.join(root, 'src');
    const tables = readTables(readFileSync(path.join(src, 'README.md'), 'utf8'));
    const problems = [...tables.problems];
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) {
        if (!tables.layers.has(name)) problems.push(`src/${name}: not in the layer table of src/README.md`);
    }
    for (const name of tables.layers.keys()) {
        if (!folders.some((folder) => folder.name === name)) problems.push(`src/README.md: ${name} is no folder of src/`);
    }
    for (const file of walk(src)) {
        if (/\.(h|hpp|c|cpp)$/.test(file) && path.dirname(file) !== src) problems.push(...checkSource(tables, root, file));
        if (path.basename(file) === 'CMakeLists.txt') problems.push(...checkUses(tables, root, file));
    }
    for (const file of [...walk(src), ...walk(path.join(root, 'tests/unit'))]) {
        if (file.endsWith('.cpp')) problems.push(...checkListed(root, file));
    }
    return problems;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
    const root = path.resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
    const problems = checkLayers(root);
    for (const problem of problems) console.error(problem);
    console.log(problems.length ? `layers: ${problems.length} breaches of src/README.md` : 'layers: the code agrees with src/README.md');
    process.exit(problems.length ? 1 : 0);
}
