// The keyboard outside text: commands, movement between nodes, and what is left for the program's widgets.

import {Event, Input} from './program.js';
import {belongsToInputMethod} from './text_field.js';

/** @typedef {import('./text_field.js').Key} Key */

/** With Ctrl and Alt: Ctrl alone is the browser's own zoom. @type {Record<string, string>} */
const controlAltKeys = {'+': 'larger', '=': 'larger', '-': 'smaller', 0: 'usual-size', m: 'comment'};
/** With Alt. @type {Record<string, string>} */
const altKeys = {
    ArrowDown: 'open-choices',
    F8: 'fix-here',
    Home: 'home',
    Insert: 'insert-below',
    'Shift+Insert': 'insert-above',
    Delete: 'remove-rows',
    'Shift+ArrowUp': 'rows-up',
    'Shift+ArrowDown': 'rows-down',
    'Shift+ArrowRight': 'wider-column',
    'Shift+ArrowLeft': 'narrower-column',
};
/** Elsewhere their keys are the browser's. */
const forCells = /^(fill|duplicate|insert|remove|rows|wider|narrower)-/;

/**
 * As the table of src/app/commands.cpp has them. Copy, cut, paste, select all, reload and zoom are never taken from
 * the browser.
 * @param {Key} event
 * @returns {string | null} a platform::Command
 */
export function commandOf(event) {
    if (event.altKey && (event.ctrlKey || event.metaKey)) return controlAltKeys[event.key.toLowerCase()] ?? null;
    if (event.altKey) return altKeys[(event.shiftKey ? 'Shift+' : '') + event.key] ?? null;
    if (!event.ctrlKey && !event.metaKey) {
        const step = event.shiftKey ? 'previous' : 'next';
        if (event.key === 'F3') return `${step}-match`;
        if (event.key === 'F6') return `${step}-region`;
        if (event.key === 'F8') return `${step}-finding`;
        if (event.key === 'F9' && !event.shiftKey) return 'confirm';
        if (event.key === 'F1') return event.shiftKey ? 'explain' : 'shortcuts';
        if (event.key === 'F4' && !event.shiftKey) return 'library';
        return event.key === 'Escape' ? 'escape' : null;
    }
    const letter = event.key.toLowerCase();
    if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
    if (event.shiftKey) return {d: 'duplicate-rows', h: 'history', f8: 'only-findings'}[letter] ?? null;
    // The browser's own search finds no text in a canvas, and of the elements only what is near: ours takes its keys.
    return {f: 'find', y: 'redo', o: 'open', s: 'save', p: 'print', d: 'fill-down', ',': 'settings', k: 'shortcuts', f1: 'guidance'}[letter] ?? null;
}

/**
 * @param {EventTarget} target
 * @param {import('./mirror.js').Mirror} mirror
 * @param {import('./program.js').Program} program
 * @param {() => void} runNow draws inside the handler
 */
export function listenToKeys(target, mirror, program, runNow) {
    /** Keys whose press went to the program. @type {Set<string>} */
    const down = new Set();

    /** @param {KeyboardEvent} event @returns {boolean} whether the browser's own action is off */
    const take = (event) => {
        const field = mirror.focusedField;
        if (event.key === 'Enter' && event.shiftKey && field && !field.multiline && !field.isCell) {
            program.post(Event.command, ['match-before']); // in the find bar
            return true;
        }
        if (field?.key(event)) {
            if (event.key === 'Enter' && !field.isCell && !event.ctrlKey && !event.metaKey) {
                program.post(Event.command, ['enter']); // in the list of commands; what is only saved carries out nothing
                mirror.goOn();
            }
            return true;
        }
        const command = commandOf(event);
        if (command && (field?.isCell || !forCells.test(command))) {
            if (field && (command === 'undo' || command === 'redo') && !field.leavesToProgram(command)) return false;
            if (field && command === 'save') field.commit();
            else if (command === 'fix-here' || forCells.test(command)) field?.flush();
            program.post(Event.command, [command]);
            return true;
        }
        if (field) return event.key === 'ArrowDown' && mirror.goOn(true);
        return mirror.rove(event.key);
    };

    /** @param {KeyboardEvent} event @param {boolean} isDown */
    const pass = (event, isDown) => {
        const flags = [isDown, event.ctrlKey || event.metaKey, event.shiftKey, event.altKey].map(Number);
        program.input(Input.key, flags[0], flags[1], flags[2], flags[3], event.code);
    };

    target.addEventListener('keydown', (each) => {
        const event = /** @type {KeyboardEvent} */ (each);
        if (belongsToInputMethod(event)) return;
        if (take(event)) {
            event.preventDefault();
            runNow(); // a file picker opens only while the key press counts
        } else if (!mirror.focusedField && event.key !== 'Tab' && !isActivation(event)) {
            down.add(event.code);
            pass(event, true);
        }
    });
    target.addEventListener('keyup', (each) => {
        const event = /** @type {KeyboardEvent} */ (each);
        if (down.delete(event.code)) pass(event, false);
    });
    // The keys that are let go elsewhere never come up here.
    target.addEventListener('blur', () => {
        for (const code of down) program.input(Input.key, 0, 0, 0, 0, code);
        down.clear();
    });
}

/** Enter and Space on a button come as its click. @param {KeyboardEvent} event */
function isActivation(event) {
    return (event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLButtonElement;
}
