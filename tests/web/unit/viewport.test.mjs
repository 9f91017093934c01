import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Viewport } from '../../../web/viewport.js';

/** A page of 800 pixels on which `visual` and `page` are what the browser would say. */
function shown({ hasVisual = true } = {}) {
    const app = { clientHeight: 800 };
    const visual = Object.assign(new EventTarget(), { height: 800, offsetTop: 0, scale: 1 });
    const page = Object.assign(new EventTarget(), {
        safe: [0, 0, 0, 0],
        top: 0,
        pushedBack: 0,
        safeArea: () => [...page.safe],
        scrolled: () => page.top,
        scrollBack() {
            if (page.top === 0 && visual.offsetTop === 0) return;
            page.top = visual.offsetTop = 0;
            ++page.pushedBack;
            visual.dispatchEvent(new Event('scroll')); // as browsers tell of it
        },
    });
    let changes = 0;
    const viewport = new Viewport(app, hasVisual ? visual : null, () => ++changes, page);
    return {
        app,
        visual,
        page,
        viewport,
        changes: () => changes,
        /** @param {'resize' | 'scroll'} kind @param {EventTarget} [target] */
        tell: (kind, target = visual) => void target.dispatchEvent(new Event(kind)),
    };
}

test('the keyboard covers the bottom, and only a change is told', () => {
    const { visual, viewport, tell, changes } = shown();
    assert.deepEqual(viewport.insets, [0, 0, 0, 0]);
    visual.height = 460.4;
    tell('resize');
    assert.deepEqual(viewport.insets, [0, 0, 340, 0]);
    tell('scroll');
    assert.equal(changes(), 1);
    visual.height = 800;
    tell('resize');
    assert.deepEqual(viewport.insets, [0, 0, 0, 0]);
    assert.equal(changes(), 2);
});

test('where the keyboard makes the page smaller nothing is covered', () => {
    const { app, visual, viewport, tell, changes } = shown();
    app.clientHeight = visual.height = 460;
    tell('resize');
    assert.deepEqual(viewport.insets, [0, 0, 0, 0]);
    assert.equal(changes(), 0);
});

test('corners and bars count, the home bar under the keyboard does not count twice', () => {
    const { page, visual, viewport, tell } = shown();
    page.safe = [24, 0, 20, 0];
    tell('resize', page);
    assert.deepEqual(viewport.insets, [24, 0, 20, 0]);
    visual.height = 500;
    tell('resize');
    assert.deepEqual(viewport.insets, [24, 0, 300, 0]);
    visual.height = 800;
    page.safe = [0, 44, 21, 44]; // turned on its side
    tell('resize', page);
    assert.deepEqual(viewport.insets, [0, 44, 21, 44]);
});

test('a page that the browser pushes up comes back', () => {
    const { page, visual, viewport, tell, changes } = shown();
    visual.height = 460;
    visual.offsetTop = page.top = 120;
    tell('scroll');
    assert.equal(page.pushedBack, 1);
    assert.deepEqual(viewport.insets, [0, 0, 340, 0]);
    assert.equal(changes(), 1);
    page.top = 30; // without the visual viewport
    tell('scroll', page);
    assert.equal(page.pushedBack, 2);
});

test('a page that a person zoomed is left where it is', () => {
    const { page, visual, viewport, tell } = shown();
    Object.assign(visual, { scale: 2, height: 400, offsetTop: 200 });
    tell('scroll');
    assert.equal(page.pushedBack, 0);
    assert.deepEqual(viewport.insets, [0, 0, 0, 0]);
});

test('a browser without a visual viewport has safe areas', () => {
    const { page, viewport, tell } = shown({ hasVisual: false });
    page.safe = [0, 0, 34, 0];
    tell('resize', page);
    assert.deepEqual(viewport.insets, [0, 0, 34, 0]);
});
