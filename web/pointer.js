// Mouse, pen, touch and wheel on the page → input for ImGui, in device pixels.

import {Gestures} from './gestures.js';
import {Event, Input} from './program.js';

/** Bits of PointerEvent.buttons for ImGui's left, right and middle. Those that go back and a pen's eraser are not ours. */
const bits = [1, 2, 4];
/** CSS pixels of a wheel's line, as browsers scroll. */
const linePixels = 40 / 3;

/**
 * @typedef {object} Parts
 * @property {import('./mirror.js').Mirror} mirror
 * @property {import('./program.js').Program} program
 * @property {import('./scheduler.js').Scheduler} scheduler
 * @property {import('./look.js').Look} look
 * @property {import('./gestures.js').Timers} clock
 */

/**
 * @param {HTMLElement} app
 * @param {Parts} parts
 */
export function listenToPointer(app, {mirror, program, scheduler, look, clock}) {
    const scale = () => window.devicePixelRatio;
    /** @param {number} x @param {number} y @param {number} touch */
    const moveTo = (x, y, touch) => program.input(Input.moved, x * scale(), y * scale(), touch);
    /** The pointer that selects text in a field: its drag is the browser's. */
    let selecting = -1;
    /** What of `bits` the program knows to be pressed. */
    let pressed = 0;

    /** @type {typeof import('./later/pair.js').Pair | undefined} */
    let Pair;

    /** @param {number} x @param {number} y @param {number} button */
    const click = (x, y, button) => {
        mirror.leaveField(); // a press of the mouse does it too, but for a finger it comes only after this
        moveTo(x, y, 1);
        program.input(Input.button, button, 1, 1);
        program.input(Input.button, button, 0, 1);
        program.input(Input.left);
    };
    const gestures = new Gestures(
        {
            tap: (x, y) => click(x, y, 0),
            press: (x, y) => click(x, y, 1),
            scroll: (x, y, dx, dy) => program.input(Input.scroll, x * scale(), y * scale(), dx, dy),
            scale: (steps) => program.post(Event.scaleStep, [], steps),
            pair: (fingers) => (Pair ? new Pair(fingers) : null),
            // What lies under the finger may go away while it scrolls.
            dragStart: (finger) => app.setPointerCapture(finger),
            coast: () => {
                if (look.isCalm) return false;
                scheduler.animate((seconds) => gestures.step(seconds), 'coasting');
                return true;
            },
        },
        clock,
    );

    /**
     * A second button comes and goes as a move, so what counts is which ones are down now.
     * @param {number} buttons
     */
    const press = (buttons) => {
        const wasHeld = pressed !== 0;
        bits.forEach((bit, button) => {
            if ((buttons ^ pressed) & bit) program.input(Input.button, button, buttons & bit ? 1 : 0);
        });
        pressed = buttons & 7;
        // ImGui repeats a held button, as on a scrollbar, by its own clock.
        if (pressed && !wasHeld) scheduler.animate(() => pressed !== 0, 'held');
    };

    /** @param {PointerEvent} event */
    const onDown = (event) => {
        const isOnField = mirror.isField(event.target);
        if (event.pointerType === 'touch') {
            // Without it two fingers do nothing.
            if (!Pair) import('./later/pair.js').then((module) => (Pair = module.Pair), () => {});
            if (event.isPrimary) gestures.forget(); // one that went without a word would count for ever
            gestures.down(event.pointerId, event.clientX, event.clientY, event.timeStamp, isOnField);
            return;
        }
        if (isOnField) {
            selecting = event.pointerId;
            return;
        }
        if ((event.buttons & 7) === 0) return;
        app.setPointerCapture(event.pointerId);
        moveTo(event.clientX, event.clientY, 0);
        press(event.buttons);
    };

    /** @param {PointerEvent} event */
    const onMove = (event) => {
        if (event.pointerType === 'touch') {
            gestures.move(event.pointerId, event.clientX, event.clientY, event.timeStamp);
        } else if (event.pointerId !== selecting) {
            moveTo(event.clientX, event.clientY, 0);
            if (pressed) press(event.buttons); // none may be pressed that came down elsewhere
        }
    };

    /** @param {PointerEvent} event */
    const onUp = (event) => {
        if (event.pointerType === 'touch') {
            gestures.up(event.pointerId, event.timeStamp);
        } else if (event.pointerId === selecting) {
            selecting = -1;
        } else {
            moveTo(event.clientX, event.clientY, 0);
            press(0);
        }
        scheduler.runNow(); // what it asks of the browser must still count as the person's own doing
    };

    app.addEventListener('pointerdown', onDown);
    app.addEventListener('pointermove', onMove);
    app.addEventListener('pointerup', onUp);
    app.addEventListener('pointercancel', (event) => {
        gestures.cancel(event.pointerId);
        selecting = -1;
        if (event.pointerType !== 'touch') press(0);
    });
    app.addEventListener('pointerleave', (event) => {
        if (event.pointerType !== 'touch') program.input(Input.left);
    });
    app.addEventListener('contextmenu', (event) => {
        if (!mirror.isField(event.target)) event.preventDefault();
    });
    app.addEventListener('wheel', (event) => onWheel(event, program), {passive: false});
}

/**
 * @param {WheelEvent} event
 * @param {import('./program.js').Program} program
 */
function onWheel(event, program) {
    if (event.ctrlKey) return; // the browser's zoom
    event.preventDefault();
    const unit = [1, linePixels, window.innerHeight][event.deltaMode] ?? 1;
    const x = event.clientX * window.devicePixelRatio;
    const y = event.clientY * window.devicePixelRatio;
    program.input(Input.scroll, x, y, event.deltaX * unit, event.deltaY * unit);
}
