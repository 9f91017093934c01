// Stands in for the program, so that the page's own half can be tested alone: shows the nodes that a test gives it and
// remembers what the person did. The test speaks to it through window.stub.

import { Event, Input } from '../../../web/program.js';
import { roles } from '../../../web/tree_patch.js';

/**
 * A node of the semantics tree; rect is x, y, width, height.
 * @typedef {object} StubNode
 * @property {string} id
 * @property {import('../../../web/tree_patch.js').Role} role
 * @property {string} [parent]
 * @property {string} [name]
 * @property {string} [value]
 * @property {string} [description]
 * @property {[number, number, number, number]} [rect]
 * @property {boolean} [visible]
 * @property {number} [level]
 * @property {boolean} [disabled]
 * @property {boolean} [readonly]
 * @property {boolean} [multiline]
 * @property {boolean} [invalid]
 * @property {boolean} [required]
 * @property {boolean} [selected]
 * @property {boolean} [expanded]
 * @property {boolean} [numeric]
 * @property {boolean} [bold]
 * @property {boolean} [toggle]
 * @property {boolean} [pressed]
 * @property {boolean} [oneLine]
 * @property {boolean} [next]
 * @property {boolean} [takesTable]
 * @property {number} [position]
 * @property {string} [shortcut]
 * @property {string} [placeholder]
 * @property {number} [limit]
 * @property {number} [revision]
 */

const flags = /** @type {const} */ ([
    'disabled',
    'readonly',
    'multiline',
    'invalid',
    'required',
    'selected',
    'expanded',
    'numeric',
    'bold',
    'toggle',
    'pressed',
    'oneLine',
    'next',
    'takesTable',
]);
const leaves = new Set(['combobox', 'button', 'textbox', 'option', 'tab', 'text', 'heading', 'status', 'alert']);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Writes every node anew, as src/platform/tree_patch.cpp does for new ones. */
class Packer {
    /** @type {number[]} */
    #bytes = [];
    /** @type {Map<string | undefined, number>} */
    #handles = new Map();
    #last = 0;

    /** @param {StubNode[]} nodes */
    pack(nodes) {
        this.#bytes = [];
        const byId = new Map(nodes.map((node) => [/** @type {string | undefined} */ (node.id), node]));
        for (const id of this.#handles.keys()) if (!byId.has(id)) this.#handles.delete(id);
        for (const { id } of nodes) if (!this.#handles.has(id)) this.#handles.set(id, ++this.#last);
        const containers = nodes.map((node) => {
            if (node.role === 'status' || node.role === 'alert') return undefined;
            let container = byId.get(node.parent);
            while (container && leaves.has(container.role)) container = byId.get(container.parent);
            return container;
        });
        nodes.forEach((node, index) => {
            this.#node(node, byId.get(node.parent));
            this.#place(node, containers[index]);
        });
        this.#u8(3).#u32(nodes.length);
        nodes.forEach((node, index) => {
            this.#u32(this.#handle(node)).#u32(this.#handle(containers[index]));
        });
        return new Uint8Array(this.#bytes);
    }

    /** @param {StubNode | undefined} node */
    #handle(node) {
        return this.#handles.get(node?.id) ?? 0;
    }

    /**
     * @param {StubNode} node
     * @param {StubNode | undefined} parent
     */
    #node(node, parent) {
        const set = flags.reduce((sum, flag, bit) => sum | (node[flag] ? 1 << bit : 0), 0);
        this.#u8(1).#u32(this.#handle(node)).#u8(roles.indexOf(node.role)).#u8(node.level ?? 0);
        this.#u8(set & 0xff).#u8(set >> 8);
        this.#u32(parent?.role === 'combobox' ? this.#handle(parent) : 0);
        for (const text of [node.id, node.name, node.value, node.description, node.shortcut]) this.#text(text ?? '');
        if (node.role === 'row' || node.role === 'grid' || node.role === 'progressbar') this.#u32(node.position ?? 0);
        if (node.role !== 'textbox') return;
        for (const length of [16, 24, 8, 6]) this.#f32(length);
        this.#u32(0xff000000).#u32(0xffffffff);
        this.#u32(node.limit ?? 0).#u32(node.revision ?? 0).#text(node.placeholder ?? '');
    }

    /**
     * @param {StubNode} node
     * @param {StubNode | undefined} container
     */
    #place(node, container) {
        const [x, y, width, height] = node.rect ?? [0, 0, 0, 0];
        const [left, top] = container?.rect ?? [0, 0];
        this.#u8(2).#u32(this.#handle(node)).#f32(x - left).#f32(y - top).#f32(width).#f32(height);
        this.#u8(node.visible === false ? 0 : 1).#f32(0).#f32(0).#f32(0).#f32(0);
    }

    /** @param {number} value */
    #u8(value) {
        this.#bytes.push(value);
        return this;
    }
    /** @param {number} value */
    #u32(value) {
        this.#bytes.push(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24);
        return this;
    }
    /** @param {number} value */
    #f32(value) {
        this.#bytes.push(...new Uint8Array(new Float32Array([value]).buffer));
        return this;
    }
    /** @param {string} text */
    #text(text) {
        const bytes = encoder.encode(text);
        this.#u32(bytes.length);
        this.#bytes.push(...bytes);
    }
}

/** @param {object} kinds */
function namesOf(kinds) {
    return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [kind, name]));
}

/** @param {{host: import('../../../web/host.js').Host}} options */
export default async function createJibiao({ host }) {
    const eventNames = namesOf(Event);
    const inputNames = namesOf(Input);
    const packer = new Packer();
    const heap = new Uint8Array(1 << 20);
    /** @type {string[]} */
    const log = [];
    /** @type {{name: string, texts: string[], number: number}[]} */
    const queue = [];
    /** @type {string[]} */
    const inputs = [];
    let isReady = false;
    let shown = '';
    const stub = {
        host,
        /** What is to be seen. @type {StubNode[]} */
        nodes: [],
        /** Called with each event's name and texts, within a frame. @type {(...event: string[]) => void} */
        onEvent: () => {},
        /** @param {StubNode[]} nodes */
        show(nodes) {
            stub.nodes = nodes;
            host.wake(1);
        },
        /** One line for each thing that happened since the last call. */
        take: () => log.splice(0),
        /** @param {string} event */
        has: (event) => log.some((line) => line.startsWith(event)),
        /** @param {string} text */
        bytes: (text) => encoder.encode(text),
    };
    Object.assign(window, { stub });

    /** @param {number} size */
    function textsIn(size) {
        /** @type {string[]} */
        const texts = [];
        const view = new DataView(heap.buffer);
        for (let at = 0; at < size; ) {
            const length = view.getUint32(at, true);
            texts.push(decoder.decode(heap.subarray(at + 4, at + 4 + length)));
            at += 4 + length;
        }
        return texts;
    }

    return {
        HEAPU8: heap,
        _jibiao_buffer: () => 0,
        /** @type {(kind: number, size: number, number: number) => void} */
        _jibiao_event(kind, size, number) {
            queue.push({ name: eventNames[kind] ?? '?', texts: textsIn(size), number });
        },
        _jibiao_context_restored: () => void log.push('restored'),
        /** @type {(kind: number, size: number, ...numbers: number[]) => void} */
        _jibiao_input(kind, size, ...numbers) {
            inputs.push([inputNames[kind], ...numbers.map((number) => Math.round(number)), ...textsIn(size)].join(' '));
        },
        _jibiao_frame() {
            for (const { name, texts, number } of queue.splice(0)) {
                log.push([name, ...texts, ...(number ? [number] : [])].join(' '));
                stub.onEvent(name, ...texts);
            }
            log.push(...inputs.splice(0)); // as the program: what happened to text and nodes comes first
            const next = JSON.stringify(stub.nodes);
            host.publish(next === shown ? new Uint8Array() : packer.pack(stub.nodes));
            shown = next;
            if (!isReady) host.ready(stub.bytes('stub'));
            isReady = true;
            return 0;
        },
    };
}
