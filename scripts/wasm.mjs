// Just enough of WebAssembly's binary form for split.mjs.
import { Buffer } from 'node:buffer';

/** Reads numbers and names one after the other. */
class Reader {
    /** @param {Buffer} bytes @param {number} [at] */
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
        /** Where the last name begins. */
        this.lastName = at;
    }
    byte() {
        return this.bytes[this.at++];
    }
    number() {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = this.byte();
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80) return value;
        }
    }
    name() {
        const length = this.number();
        this.lastName = this.at;
        this.at += length;
        return this.bytes.toString('utf8', this.lastName, this.at);
    }
    /** @template T @param {() => T} read */
    list(read) {
        return Array.from({ length: this.number() }, read);
    }
}

/** @param {number} value */
function leb(value) {
    const bytes = [];
    for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push((value & 0x7f) | 0x80);
    return Buffer.from([...bytes, value]);
}

/** @param {Buffer} module @returns {{id: number, start: number, content: Buffer, end: number}[]} */
function sectionsOf(module) {
    const reader = new Reader(module, 8);
    const sections = [];
    while (reader.at < module.length) {
        const start = reader.at;
        const id = reader.byte();
        const length = reader.number();
        sections.push({ id, start, content: module.subarray(reader.at, reader.at + length), end: reader.at + length });
        reader.at += length;
    }
    return sections;
}

/**
 * Its own functions in their order: what they are called and how many bytes they have; and which of them are in the
 * table. `imported` functions come before them.
 * @param {Buffer} module with names
 */
export function readFunctions(module) {
    /** @type {string[]} */
    const names = [];
    /** @type {number[]} */
    let sizes = [];
    /** @type {Set<number>} */
    const inTable = new Set();
    let imported = 0;
    for (const { id, content } of sectionsOf(module)) {
        const reader = new Reader(content);
        if (id === 2) {
            imported = reader.list(() => {
                reader.name();
                reader.name();
                if (reader.byte() !== 0) throw new Error('split: the program imports something that is no function');
                return reader.number();
            }).length;
        } else if (id === 9) {
            reader.list(() => {
                if (reader.number() !== 0) throw new Error('split: an unusual element segment');
                for (reader.byte(); reader.byte() >= 0x80; ); // i32.const, its value
                reader.byte(); // end
                for (const index of reader.list(() => reader.number())) inTable.add(index - imported);
            });
        } else if (id === 10) {
            sizes = reader.list(() => {
                const size = reader.number();
                reader.at += size;
                return size;
            });
        } else if (id === 0 && reader.name() === 'name') {
            while (reader.at < content.length) {
                const kind = reader.byte();
                const end = reader.number() + reader.at;
                if (kind === 1) reader.list(() => (names[reader.number()] = reader.name()));
                reader.at = end;
            }
        }
    }
    return sizes.map((size, index) => ({ name: names[index + imported] ?? '', size, inTable: inTable.has(index) }));
}

/** @param {Buffer} module @returns {Set<number>} its own functions that it exports */
export function readExports(module) {
    const sections = sectionsOf(module);
    const imports = sections.find(({ id }) => id === 2);
    const exports = sections.find(({ id }) => id === 7);
    const imported = imports ? new Reader(imports.content).number() : 0; // functions only, see above
    const reader = new Reader(exports?.content ?? Buffer.from([0]));
    const all = reader.list(() => [reader.name(), reader.byte(), reader.number()]);
    return new Set(all.filter(([, kind]) => kind === 0).map(([, , index]) => Number(index) - imported));
}

/**
 * @param {Buffer} module
 * @param {number} section @param {(reader: Reader) => void} find leaves the reader behind the name
 * @param {(name: string) => string} rename
 */
function renameIn(module, section, find, rename) {
    const { start, content, end } = sectionsOf(module).find(({ id }) => id === section) ?? { start: 0, content: module, end: 0 };
    const reader = new Reader(content);
    find(reader);
    const behind = reader.at;
    const before = reader.lastName;
    const old = content.toString('utf8', before, behind);
    const name = Buffer.from(rename(old));
    const front = content.subarray(0, before - leb(behind - before).length);
    const renamed = Buffer.concat([front, leb(name.length), name, content.subarray(behind)]);
    return Buffer.concat([module.subarray(0, start), Buffer.from([section]), leb(renamed.length), renamed, module.subarray(end)]);
}

/** The module with another name for what it imports first. @param {Buffer} module @param {(name: string) => string} rename */
export function renameFirstImport(module, rename) {
    const find = (/** @type {Reader} */ reader) => {
        reader.number();
        reader.name();
        reader.name();
    };
    return renameIn(module, 2, find, rename);
}

/** @param {Buffer} module @param {string} from @param {(name: string) => string} rename */
export function renameExport(module, from, rename) {
    const find = (/** @type {Reader} */ reader) => {
        for (let left = reader.number(); left > 0; left--) {
            if (reader.name() === from) return;
            reader.byte();
            reader.number();
        }
        throw new Error(`split: ${from} is not exported`);
    };
    return renameIn(module, 7, find, rename);
}
