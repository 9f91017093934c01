import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Gestures } from '../../../web/gestures.js';

function finger() {
    /** @type {(string | number)[][]} */
    const log = [];
    const gestures = new Gestures({
        tap: (...at) => void log.push(['tap', ...at]),
        scroll: (...how) => void log.push(['scroll', ...how]),
        dragStart: (id) => void log.push(['drag', id]),
        coast: () => void log.push(['coast']),
    });
    return { gestures, take: () => log.splice(0) };
}

test('a finger that trembles taps where it came down', () => {
    const { gestures, take } = finger();
    gestures.down(1, 100, 100, 0);
    gestures.move(1, 103, 104, 20);
    gestures.up(1, 60);
    assert.deepEqual(take(), [['tap', 100, 100]]);
});

test('a drag scrolls as far as the finger goes, from the slop on, and never taps', () => {
    const { gestures, take } = finger();
    gestures.down(1, 100, 200, 0);
    gestures.move(1, 100, 190, 50);
    gestures.move(1, 101, 150, 400);
    gestures.move(1, 100, 170, 800);
    gestures.up(1, 2000);
    assert.deepEqual(take(), [
        ['drag', 1],
        ['scroll', 100, 200, 0, 40],
        ['scroll', 100, 200, 0, -20],
    ]);
});

test('a drag across scrolls across only', () => {
    const { gestures, take } = finger();
    gestures.down(1, 100, 100, 0);
    gestures.move(1, 90, 100, 10);
    gestures.move(1, 60, 104, 20);
    assert.deepEqual(take().slice(-1), [['scroll', 100, 100, 30, 0]]);
});

test('let go in motion the content coasts, ever slower, the same way at any frame rate', () => {
    const coasted = [1 / 60, 1 / 20].map((seconds) => {
        const { gestures, take } = finger();
        gestures.down(1, 0, 500, 0);
        for (let time = 10; time <= 100; time += 10) gestures.move(1, 0, 500 - 2 * time, time);
        gestures.up(1, 100);
        assert.deepEqual(take().slice(-1), [['coast']]);
        let way = 0;
        let last = Infinity;
        let frames = 0;
        for (let goesOn = true; goesOn; ++frames) {
            goesOn = gestures.step(seconds);
            const [step = []] = take();
            const dy = Number(step[4]);
            assert.ok(dy > 0 && dy < last);
            last = dy;
            way += dy;
        }
        assert.ok(frames < 10 / seconds);
        return way;
    });
    assert.ok(Math.abs(Number(coasted[0]) - Number(coasted[1])) < 2, String(coasted));
    assert.ok(Number(coasted[0]) > 600); // 2000 px/s × 0.325 s
});

test('a finger that rests before it lifts lets nothing coast', () => {
    const { gestures, take } = finger();
    gestures.down(1, 0, 500, 0);
    gestures.move(1, 0, 400, 50);
    gestures.move(1, 0, 390, 60);
    gestures.up(1, 400);
    assert.ok(!take().some(([what]) => what === 'coast'));
    assert.equal(gestures.step(0.016), false);
});

test('a finger on coasting content stops it and does not tap', () => {
    const { gestures, take } = finger();
    gestures.down(1, 0, 500, 0);
    for (let time = 10; time <= 100; time += 10) gestures.move(1, 0, 500 - 2 * time, time);
    gestures.up(1, 100);
    gestures.down(2, 0, 300, 200);
    gestures.up(2, 220);
    take();
    assert.equal(gestures.step(0.016), false);
    assert.deepEqual(take(), []);
});

test('a second finger makes it neither tap nor drag', () => {
    const { gestures, take } = finger();
    gestures.down(1, 0, 0, 0);
    gestures.down(2, 100, 0, 10);
    gestures.move(1, 0, 50, 20);
    gestures.up(1, 30);
    gestures.up(2, 40);
    assert.deepEqual(take(), []);
});
