// Mouse, pen, touch and wheel on the page → input for ImGui, in device pixels.

import {Gestures} from './gestures.js';
import {Input} from './program.js';

/** MouseEvent.button → ImGui's. Others, as the one that goes back, are the browser's. */
const buttons = [0, 2, 1];
/** CSS pixels of a wheel's line, as browsers scroll. */
const linePixels = 40 / 3;

/**
 * @param {HTMLElement} app
 * @param {import('./mirror.js').Mirror} mirror
 * @param {import('./program.js').Program} program
 * @param {import('./scheduler.js').Scheduler} scheduler
 */
export function listenToPointer(app, mirror, program, scheduler) {
    const scale = () => window.devicePixelRatio;
    /** @param {number} x @param {number} y @param {number} touch */
    const moveTo = (x, y, touch) => program.input(Input.moved, x * scale(), y * scale(), touch);
    /** The pointer that selects text in a field: its drag is the browser's. */
    let selecting = -1;

    const gestures = new Gestures({
        tap: (x, y) => {
            mirror.leaveField(); // a press of the mouse does it too, but for a finger it comes only after this
            moveTo(x, y, 1);
            program.input(Input.button, 0, 1, 1);
            program.input(Input.button, 0, 0, 1);
            program.input(Input.left);
        },
        scroll: (x, y, dx, dy) => program.input(Input.scroll, x * scale(), y * scale(), dx, dy),
        // What lies under the finger may go away while it scrolls.
        dragStart: (finger) => app.setPointerCapture(finger),
        coast: () => scheduler.animate((seconds) => gestures.step(seconds)),
    });

    /** @param {PointerEvent} event */
    const onDown = (event) => {
        const isOnField = mirror.isField(event.target);
        if (event.pointerType === 'touch') {
            gestures.down(event.pointerId, event.clientX, event.clientY, event.timeStamp);
            return;
        }
        if (isOnField) {
            selecting = event.pointerId;
            return;
        }
        const button = buttons[event.button];
        if (button === undefined) return;
        app.setPointerCapture(event.pointerId);
        moveTo(event.clientX, event.clientY, 0);
        program.input(Input.button, button, 1);
    };

    /** @param {PointerEvent} event */
    const onMove = (event) => {
        if (event.pointerType === 'touch')
            gestures.move(event.pointerId, event.clientX, event.clientY, event.timeStamp);
        else if (event.pointerId !== selecting) moveTo(event.clientX, event.clientY, 0);
    };

    /** @param {PointerEvent} event */
    const onUp = (event) => {
        if (event.pointerType === 'touch') {
            // A tap on a field is the browser's: it focuses, places the caret and opens the keyboard.
            if (mirror.isField(event.target) && !gestures.isDragging) gestures.cancel();
            else gestures.up(event.pointerId, event.timeStamp);
        } else if (event.pointerId === selecting) {
            selecting = -1;
        } else {
            moveTo(event.clientX, event.clientY, 0);
            const button = buttons[event.button];
            if (button !== undefined) program.input(Input.button, button, 0);
        }
        scheduler.runNow(); // what it asks of the browser must still count as the person's own doing
    };

    app.addEventListener('pointerdown', onDown);
    app.addEventListener('pointermove', onMove);
    app.addEventListener('pointerup', onUp);
    app.addEventListener('pointercancel', (event) => {
        gestures.cancel();
        selecting = -1;
        if (event.pointerType !== 'touch') program.input(Input.button, 0, 0);
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
