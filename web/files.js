// Files that come in by picker or drop and go out as downloads.

import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */

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
        const reason = error instanceof Error ? error.message : String(error);
        post(Event.fileFailed, [
            file.name,
            `浏览器读不出这个文件（${reason}）。它可能已被移动、删除或正被别的程序占用：请关闭占用它的程序后重新选择。`,
        ]);
        return;
    }
    if (others[0]) {
        const reason = `一次打开一个文件：已打开“${file.name}”，另外 ${others.length} 个没有打开，请逐个打开。`;
        post(Event.fileFailed, [others[0].name, reason]);
    }
}

export class Files {
    #post;
    #picker;
    /** Of the last download; given back with the next one, as nothing tells when it has been written. */
    #lastUrl = '';

    /** @param {Post} post */
    constructor(post) {
        this.#post = post;
        this.#picker = document.createElement('input');
        this.#picker.type = 'file';
        this.#picker.accept = accept;
        this.#picker.addEventListener('change', () => {
            const files = [...(this.#picker.files ?? [])];
            this.#picker.value = ''; // the same file may be picked again
            void readFiles(files, this.#post);
        });
    }

    open() {
        this.#picker.click();
    }

    /**
     * @param {string} name
     * @param {string} mime
     * @param {Uint8Array} bytes valid during the call
     */
    save(name, mime, bytes) {
        try {
            if (this.#lastUrl) URL.revokeObjectURL(this.#lastUrl);
            this.#lastUrl = URL.createObjectURL(new Blob([bytes.slice()], {type: mime}));
            const link = document.createElement('a');
            link.href = this.#lastUrl;
            link.download = name;
            link.click();
            this.#post(Event.fileSaved, [name]);
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            this.#post(Event.fileSaveFailed, [name, `浏览器没有接受下载（${reason}）。请检查浏览器的下载设置后再试。`]);
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
