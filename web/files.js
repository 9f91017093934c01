// Files that come in by picker or drop and go out by picker, by another app or as downloads.

import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */

/**
 * What a browser may offer, as the window has it; looked for when it is needed.
 * @typedef {object} Machine
 * @property {(options: object) => Promise<FileSystemFileHandle[]>} [showOpenFilePicker]
 * @property {(options: object) => Promise<FileSystemFileHandle>} [showSaveFilePicker]
 * @property {(query: string) => {matches: boolean}} matchMedia
 * @property {{canShare?: (data: ShareData) => boolean, share?: (data: ShareData) => Promise<void>}} navigator
 */

const accept = '.txt,.json,.xml,.jibiao,.csv,.htm,.html,.docx,.xlsx,text/plain,application/json,application/xml';
const megabyte = 1024 * 1024;
const mostBytes = 64 * megabyte;

/**
 * @param {{name: string, size: number}} file
 * @returns {string | null} why it cannot be read, in Chinese
 */
export function refusalOf(file) {
    if (file.size <= mostBytes) return null;
    const size = Math.ceil(file.size / megabyte);
    return `文件有 ${size} MB，超过 64 MB 的上限，没有打开。请确认选的是绩效目标文件，或拆分后再打开。`;
}

/** @param {unknown} error */
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {unknown} error */
const unreadable = (error) =>
    `浏览器读不出这个文件（${reasonOf(error)}）。它可能已被移动、删除或正被别的程序占用：请关闭占用它的程序后重新选择。`;

/**
 * Opens the first of them; more are named in a message.
 * @param {readonly Pick<File, 'name' | 'size' | 'arrayBuffer'>[]} files
 * @param {Post} post
 */
export async function readFiles(files, post) {
    const [file, ...others] = files;
    if (!file) return;
    const refusal = refusalOf(file);
    if (refusal) {
        post(Event.fileFailed, [file.name, refusal]);
        return;
    }
    try {
        post(Event.fileOpened, [file.name, new Uint8Array(await file.arrayBuffer())]);
    } catch (error) {
        post(Event.fileFailed, [file.name, unreadable(error)]);
        return;
    }
    if (others[0]) {
        const reason = `一次打开一个文件：已打开“${file.name}”，另外 ${others.length} 个没有打开，请逐个打开。`;
        post(Event.fileFailed, [others[0].name, reason]);
    }
}

export class Files {
    #post;
    #machine;
    /** For browsers without pickers. */
    #input;
    /** Of the last download; given back with the next one, as nothing tells when it has been written. */
    #lastUrl = '';

    /**
     * @param {Post} post
     * @param {Machine} [machine]
     */
    constructor(post, machine = window) {
        this.#post = post;
        this.#machine = machine;
        const input = document.createElement('input');
        input.type = 'file';
        input.accept = accept;
        input.addEventListener('change', () => {
            const files = [...(input.files ?? [])];
            input.value = ''; // the same file may be picked again
            void readFiles(files, this.#post);
        });
        this.#input = input;
    }

    /** Called while what the person did still counts: else browsers open no picker. */
    open() {
        if (this.#machine.showOpenFilePicker) void this.#pick();
        else this.#input.click();
    }

    async #pick() {
        /** @type {FileSystemFileHandle | undefined} */
        let handle;
        try {
            const types = [{description: '绩效目标文件', accept: {'text/plain': accept.match(/\.\w+/g)}}];
            handle = (await this.#machine.showOpenFilePicker?.({types}))?.[0];
        } catch (error) {
            // Anything but the person's own no: a policy, or no gesture.
            if (!(error instanceof Error && error.name === 'AbortError')) this.#input.click();
        }
        if (!handle) return;
        try {
            await readFiles([await handle.getFile()], this.#post);
        } catch (error) {
            this.#post(Event.fileFailed, [handle.name, unreadable(error)]);
        }
    }

    /**
     * @param {string} name
     * @param {string} mime
     * @param {Uint8Array} bytes valid during the call
     */
    save(name, mime, bytes) {
        const machine = this.#machine;
        const way = machine.matchMedia('(pointer: coarse)').matches ? 'share' : 'pick';
        if (way === 'share' ? machine.navigator.canShare : machine.showSaveFilePicker) void this.#ask(way, name, mime, bytes.slice());
        else this.#download(name, mime, bytes.slice());
    }

    /**
     * @param {'share' | 'pick'} way
     * @param {string} name
     * @param {string} mime
     * @param {Uint8Array<ArrayBuffer>} bytes
     */
    async #ask(way, name, mime, bytes) {
        /** @type {typeof import('./later/save.js')} */
        let saver;
        try {
            saver = await import('./later/save.js');
        } catch {
            this.#download(name, mime, bytes); // it could not be fetched
            return;
        }
        try {
            const saved = await saver[way](name, mime, bytes, this.#machine);
            if (saved) this.#post(Event.fileSaved, [saved.name], saved.cancelled ? 1 : 0);
            else this.#download(name, mime, bytes);
        } catch (error) {
            const reason = `浏览器写不进这个文件（${reasonOf(error)}）。它可能正被别的程序打开，或磁盘已满：请关闭它，或换一个位置再保存。`;
            this.#post(Event.fileSaveFailed, [name, reason]);
        }
    }

    /**
     * @param {string} name
     * @param {string} mime
     * @param {Uint8Array<ArrayBuffer>} bytes
     */
    #download(name, mime, bytes) {
        try {
            if (this.#lastUrl) URL.revokeObjectURL(this.#lastUrl);
            this.#lastUrl = URL.createObjectURL(new Blob([bytes], {type: mime}));
            const link = document.createElement('a');
            link.href = this.#lastUrl;
            link.download = name;
            link.click();
            this.#post(Event.fileSaved, [name]);
        } catch (error) {
            this.#post(Event.fileSaveFailed, [name, `浏览器没有接受下载（${reasonOf(error)}）。请检查浏览器的下载设置后再试。`]);
        }
    }

    /** @param {HTMLElement} target where files may be dropped */
    acceptDrops(target) {
        let isOver = false;
        /** @param {boolean} over */
        const hover = (over) => {
            if (over !== isOver) this.#post(Event.dragHover, [], over ? 1 : 0);
            isOver = over;
        };
        const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') === true;
        target.addEventListener('dragover', (event) => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            hover(true);
        });
        target.addEventListener('dragleave', (event) => {
            if (!(event.relatedTarget instanceof Element) || !target.contains(event.relatedTarget)) hover(false);
        });
        target.addEventListener('drop', (event) => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            hover(false);
            void readFiles([...(event.dataTransfer?.files ?? [])], this.#post);
        });
    }
}
