// What is copied and pasted outside of the text fields, and tables that are pasted anywhere. A whole text that is pasted
// is opened as a file would be.

import {readFiles} from './files.js';
import {whenIdle} from './idle.js';
import {Event} from './program.js';

/** @typedef {import('./program.js').Post} Post */
/** @typedef {typeof import('./later/table_paste.js')} TableReader */

const byHand =
    '浏览器不让网页自己读剪贴板。请按 Ctrl+V 粘贴；没有键盘时，请在浏览器询问时允许读取剪贴板，或把文字存成 .txt 文件再打开。';

const notCopied = '浏览器不让网页写剪贴板。请按 Ctrl+C 复制；没有键盘时，请在浏览器询问时允许使用剪贴板。';

const again = '粘贴时光标已离开原来的格子。请点一下要粘贴到的格子，再按 Ctrl+V。';

/** Whether it is worth while to look for a table. @param {string} html @param {string} text */
const mayBeTable = (html, text) => /<t[rdh][\s>]/i.test(html) || text.includes('\t');

/**
 * As if the field had taken it itself, so that it can undo it.
 * @param {EventTarget | null} field
 * @param {string} text
 * @returns {boolean}
 */
const insert = (field, text) => field === document.activeElement && document.execCommand('insertText', false, text);

export class Clipboard {
    #post;
    #machine;
    /** What the browser lets us fill while it handles a person's copy. @type {DataTransfer | null} */
    #open = null;
    /** @type {Promise<TableReader | null> | null} */
    #tables = null;
    /** As soon as it is there. @type {TableReader | null} */
    #reader = null;

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
        /** @param {Event} each */
        const take = (each) => {
            const event = /** @type {ClipboardEvent} */ (each);
            if (isField(event.target) || !event.clipboardData) return;
            this.#open = event.clipboardData;
            this.#post(Event.command, ['copy']);
            runNow();
            this.#open = null;
            // Without preventDefault the browser would put the page's own selection there.
            if (event.clipboardData.types.length === 0) return;
            event.preventDefault();
            if (event.type === 'cut') this.#post(Event.command, ['clear']);
        };
        target.addEventListener('copy', take);
        target.addEventListener('cut', (event) => {
            if (event.target instanceof HTMLElement && event.target.classList.contains('at-rest')) take(event);
        });
    }

    /**
     * @param {EventTarget} target
     * @param {(target: EventTarget | null) => boolean} isField what is pasted there belongs to the field
     * @param {(target: EventTarget | null) => boolean} [takesTable] but a table to the program
     * @param {(target: EventTarget | null) => boolean} [fillsCells] and one value, for all cells that are selected
     */
    acceptPastes(target, isField, takesTable = () => false, fillsCells = () => false) {
        // Before it is needed: a paste that has to wait for the module cannot be left to the field any more.
        target.addEventListener('focusin', ({target: field}) => {
            if (!this.#tables && takesTable(field)) whenIdle(() => void this.#loadTables());
        });
        target.addEventListener('paste', (each) => {
            const event = /** @type {ClipboardEvent} */ (each);
            const data = event.clipboardData;
            if (!data) return;
            const onField = isField(event.target);
            const html = data.getData('text/html');
            const text = data.getData('text/plain');
            // Spreadsheets put a picture of the cells beside them.
            const files = [...data.files].filter((file) => !(text || html) || !file.type?.startsWith('image/'));
            if (!onField && files.length > 0) {
                event.preventDefault();
                void readFiles(files, this.#post);
            } else if ((mayBeTable(html, text) || (text && fillsCells(event.target))) && takesTable(event.target)) {
                this.#pasteTable(event, html, text, onField, fillsCells(event.target));
            } else if (!onField) {
                event.preventDefault();
                this.#post(Event.textPasted, [text]);
            }
        });
    }

    /**
     * @param {ClipboardEvent} event
     * @param {string} html
     * @param {string} text
     * @param {boolean} onField
     * @param {boolean} fills one value is a table, too
     */
    #pasteTable(event, html, text, onField, fills) {
        const {target} = event;
        const node = (onField && /** @type {HTMLElement} */ (target).dataset.node) || '';
        /** @param {TableReader | null} reader @returns {boolean} whether it was a table */
        const take = (reader) => {
            if (!reader) return false;
            const table = reader.tableOf(html, text) ?? (fills ? {rows: [[reader.valueOf(html, text)]]} : null);
            if (!table) return false;
            if ('refusal' in table) this.#post(Event.pasteFailed, [table.refusal]);
            else this.#post(Event.tablePasted, [node, text || reader.textOfRows(table.rows), ...table.rows.flat()], table.rows[0]?.length);
            return true;
        };
        const takeAsText = () => {
            if (!onField) this.#post(Event.textPasted, [text]);
            else if (!insert(target, text)) this.#post(Event.pasteFailed, [again]);
        };
        if (!this.#reader) {
            event.preventDefault(); // the field cannot be given it later
            void this.#loadTables().then((reader) => take(reader) || takeAsText());
        } else if (take(this.#reader)) {
            event.preventDefault();
        } else if (!onField) {
            event.preventDefault();
            takeAsText();
        }
    }

    /** @returns {Promise<TableReader | null>} null: it could not be fetched, and a table is a text */
    #loadTables() {
        this.#tables ??= import('./later/table_paste.js').then(
            (reader) => (this.#reader = reader),
            () => (this.#tables = null),
        );
        return this.#tables;
    }
}
