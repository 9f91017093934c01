// What is copied and pasted outside of the text fields. A whole text that is pasted is opened as a file would be.

import {readFiles} from './files.js';
import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */

const byHand =
    '浏览器不让网页自己读剪贴板。请按 Ctrl+V 粘贴；没有键盘时，请在浏览器询问时允许读取剪贴板，或把文字存成 .txt 文件再打开。';

const notCopied = '浏览器不让网页写剪贴板。请按 Ctrl+C 复制；没有键盘时，请在浏览器询问时允许使用剪贴板。';

export class Clipboard {
    #post;
    #machine;
    /** What the browser lets us fill while it handles a person's copy. @type {DataTransfer | null} */
    #open = null;

    /**
     * @param {Post} post
     * @param {Partial<globalThis.Clipboard> | undefined} machine absent where the page is not secure (http)
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
     * @param {string} text
     * @param {string} html '' for none
     */
    async write(text, html) {
        if (this.#open) {
            this.#open.setData('text/plain', text);
            if (html) this.#open.setData('text/html', html);
            this.#post(Event.copied);
            return;
        }
        try {
            if (html && this.#machine?.write && typeof ClipboardItem === 'function') {
                const both = {'text/plain': new Blob([text], {type: 'text/plain'}), 'text/html': new Blob([html], {type: 'text/html'})};
                await this.#machine.write([new ClipboardItem(both)]);
            } else if (this.#machine?.writeText) {
                await this.#machine.writeText(text);
            } else {
                throw new Error('no clipboard');
            }
            this.#post(Event.copied);
        } catch {
            this.#post(Event.copyFailed, [notCopied]);
        }
    }

    /**
     * @param {EventTarget} target
     * @param {(target: EventTarget | null) => boolean} isField what is selected there belongs to the field
     * @param {() => void} runNow the program answers inside the handler
     */
    acceptCopies(target, isField, runNow) {
        target.addEventListener('copy', (each) => {
            const event = /** @type {ClipboardEvent} */ (each);
            if (isField(event.target) || !event.clipboardData) return;
            this.#open = event.clipboardData;
            this.#post(Event.command, ['copy']);
            runNow();
            this.#open = null;
            // Without preventDefault the browser would put the page's own selection there.
            if (event.clipboardData.types.length > 0) event.preventDefault();
        });
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
