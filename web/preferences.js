// Preferences of this browser. Where it keeps nothing (private windows, blocked by a policy) they last as long as the page.

const prefix = 'jibiao.';

export class Preferences {
    #storage;
    /** What was set in this page. @type {Map<string, string>} */
    #set = new Map();

    /** @param {() => Pick<globalThis.Storage, 'getItem' | 'setItem'>} storage may throw */
    constructor(storage) {
        this.#storage = storage;
    }

    /** @param {string} key @returns {string} '' if there is none */
    get(key) {
        const value = this.#set.get(key);
        if (value !== undefined) return value;
        try {
            return this.#storage().getItem(prefix + key) ?? '';
        } catch {
            return '';
        }
    }

    /**
     * @param {string} key
     * @param {string} value
     */
    set(key, value) {
        this.#set.set(key, value);
        try {
            this.#storage().setItem(prefix + key, value);
        } catch {
            // the page has it
        }
    }
}
