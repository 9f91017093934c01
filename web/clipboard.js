// A whole text that is pasted: outside of the text fields it is opened as a file would be.

import {readFiles} from './files.js';
import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */

const byHand =
    '浏览器不让网页自己读剪贴板。请按 Ctrl+V 粘贴；没有键盘时，请在浏览器询问时允许读取剪贴板，或把文字存成 .txt 文件再打开。';

export class Clipboard {
    #post;
    #machine;

    /**
     * @param {Post} post
     * @param {Pick<globalThis.Clipboard, 'readText'> | undefined} machine absent where the page is not secure (http)
     */
    constructor(post, machine) {
        this.#post = post;
        this.#machine = machine;
    }

    /** Asks the browser, which may ask the person. */
    async read() {
        try {
            const text = await this.#machine?.readText?.();
            if (text === undefined) this.#post(Event.pasteFailed, [byHand]);
            else this.#post(Event.textPasted, [text]);
        } catch {
            this.#post(Event.pasteFailed, [byHand]);
        }
    }

    /**
     * @param {EventTarget} target
     * @param {(target: EventTarget | null) => boolean} isField what is pasted there belongs to the field
     */
    acceptPastes(target, isField) {
        target.addEventListener('paste', (each) => {
            const event = /** @type {ClipboardEvent} */ (each);
            if (isField(event.target) || !event.clipboardData) return;
            event.preventDefault();
            const files = [...event.clipboardData.files];
            if (files.length > 0) void readFiles(files, this.#post);
            else this.#post(Event.textPasted, [event.clipboardData.getData('text/plain')]);
        });
    }
}
