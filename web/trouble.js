// When the page cannot go on it says why and what to do, never a white page. The texts stand in index.html, so that
// they can be read even where no script runs; here one of them is chosen.

/** @typedef {'browser' | 'webgl' | 'canvas' | 'font' | 'load' | 'crash' | 'graphics'} Trouble */

/**
 * @param {Trouble} trouble
 * @param {{detail?: string, savedRevision?: number}} [facts]
 */
export function showTrouble(trouble, {detail = '', savedRevision = 0} = {}) {
    const root = document.documentElement;
    if (root.dataset.state === 'failed') return; // the first one is the cause
    root.dataset.state = 'failed';
    root.dataset.trouble = trouble;
    setText('trouble-detail', detail);
    const saved = savedRevision > 0 ? `已保存到修订 ${savedRevision}` : '还没有可以恢复的保存记录';
    setText('trouble-saved', saved);
    const section = document.getElementById(`trouble-${trouble}`);
    section?.setAttribute('role', 'alert');
    const again = document.getElementById('trouble-again');
    again?.addEventListener('click', () => location.reload());
    again?.focus();
}

/**
 * @param {string} id
 * @param {string} text
 */
function setText(id, text) {
    const element = document.getElementById(id);
    if (element) element.textContent = text;
}

/** @param {unknown} error */
export function describeError(error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
    return String(error);
}

/** Legacy exception handling: `try catch_all end` in one function. */
const tryCatch = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11];

/** @returns {boolean} whether the program can run at all */
export function canRunWasm() {
    return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(tryCatch));
}
