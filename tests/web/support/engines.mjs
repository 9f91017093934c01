// Which browser the tests run in, and what it cannot do in them.
import { readFileSync } from 'node:fs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

const engines = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @type {Engine} */
export const engine = engines.find((each) => each === (process.env.JIBIAO_ENGINE ?? 'chromium')) ?? unknown();

/** @returns {never} */
function unknown() {
    throw new Error(`JIBIAO_ENGINE is none of ${engines.join(', ')}`);
}

/** The rows of README.md's table: what a test may need, and the reasons why an engine has it not. @type {Map<string, string[]>} */
const lacking = new Map();
for (const line of readFileSync(new URL('../README.md', import.meta.url), 'utf8').split('\n')) {
    const [, need, ...reasons] = line.split('|').map((cell) => cell.trim());
    if (reasons.length === engines.length + 1) lacking.set(need, reasons);
}

/**
 * For the options of a test or suite: it is left out, by name and with the reason, where something is lacking.
 * @param {...string} abilities
 * @returns {{skip?: string}}
 */
export function needs(...abilities) {
    for (const each of abilities) {
        const reasons = lacking.get(each);
        if (!reasons) throw new Error(`no engine is known to lack ${each}`);
        const reason = reasons[engines.indexOf(engine)];
        if (reason) return { skip: `${engine}: ${reason}` };
    }
    return {};
}
