import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Gestures } from '../../../web/gestures.js';
import { Pair } from '../../../web/later/pair.js';
import { FakeClock } from './fakes.mjs';

function finger({ coasts = true } = {}) {
    /** @type {(string | number)[][]} */
    const log = [];
    const clock = new FakeClock();
    const gestures = new Gestures(
        {
            tap: (...at) => void log.push(['tap', ...at]),
            press: (...at) => void log.push(['press', ...at]),
            scroll: (...how) => void log.push(['scroll', ...how]),
            scale: (steps) => void log.push(['scale', steps]),
            dragStart: (id) => void log.push(['drag', id]),
            pair: (fingers) => new Pair(fingers),
            coast: () => log.push(['coast']) > 0 && coasts,
        },
        clock,
    );
    return { gestures, clock, take: () => log.splice(0) };
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

test('where nothing may move by itself it ends where the finger lets go', () => {
    const { gestures, take } = finger({ coasts: false });
    gestures.down(1, 0, 500, 0);
    for (let time = 10; time <= 100; time += 10) gestures.move(1, 0, 500 - 2 * time, time);
    gestures.up(1, 100);
    take();
    assert.equal(gestures.step(0.016), false);
    gestures.down(2, 0, 300, 200);
    gestures.up(2, 220);
    assert.deepEqual(take(), [['tap', 0, 300]]);
});

test('a finger that rests for half a second presses long, once, and does not tap', () => {
    const { gestures, clock, take } = finger();
    gestures.down(1, 100, 100, 0);
    clock.pass(400);
    gestures.move(1, 104, 107, 400);
    clock.pass(99);
    assert.deepEqual(take(), []);
    clock.pass(1);
    assert.deepEqual(take(), [['press', 100, 100]]);
    gestures.move(1, 100, 200, 600); // nor does it drag
    gestures.up(1, 700);
    clock.pass(1000);
    assert.deepEqual(take(), []);
    assert.deepEqual(clock.timers, []);
});

test('a tap of which a busy machine hears late is a tap', () => {
    const { gestures, clock, take } = finger();
    gestures.down(1, 100, 100, 0);
    clock.time += 700; // Nothing runs; then the timer that is due is the first.
    clock.pass(0);
    gestures.up(1, 60);
    clock.pass(1000);
    assert.deepEqual(take(), [['tap', 100, 100]]);
});

test('a finger of which a browser with slow frames tells late that it moved on in time drags', () => {
    const { gestures, clock, take } = finger();
    gestures.down(1, 100, 200, 0);
    clock.pass(900);
    assert.deepEqual(take(), [['press', 100, 200]]);
    gestures.move(1, 100, 180, 20);
    gestures.move(1, 100, 150, 900);
    gestures.up(1, 2000);
    assert.deepEqual(take(), [
        ['drag', 1],
        ['scroll', 100, 200, 0, 30],
    ]);
});

test('a finger of which a browser with slow frames tells late that it was lifted in time taps', () => {
    const { gestures, clock, take } = finger();
    gestures.down(1, 100, 200, 0);
    clock.pass(900);
    gestures.up(1, 60);
    assert.deepEqual(take(), [
        ['press', 100, 200],
        ['tap', 100, 200],
    ]);
});

test('a finger that lifts, drags, is taken by the browser or gets company does not press long', () => {
    const ends = /** @type {((gestures: Gestures) => void)[]} */ ([
        (gestures) => gestures.up(1, 100),
        (gestures) => gestures.move(1, 100, 111, 100),
        (gestures) => gestures.cancel(1),
        (gestures) => gestures.down(2, 200, 100, 100),
    ]);
    for (const end of ends) {
        const { gestures, clock, take } = finger();
        gestures.down(1, 100, 100, 0);
        end(gestures);
        assert.deepEqual(clock.timers, []);
        clock.pass(1000);
        assert.ok(!take().some(([what]) => what === 'press'));
    }
});

test('taps and long presses on a field are the browser\'s, a drag on it is not', () => {
    const { gestures, clock, take } = finger();
    gestures.down(1, 0, 0, 0, true);
    clock.pass(1000);
    gestures.up(1, 1000);
    assert.deepEqual(take(), []);
    gestures.down(1, 0, 100, 2000, true);
    gestures.move(1, 0, 80, 2010);
    gestures.move(1, 0, 70, 2020);
    assert.deepEqual(take(), [['drag', 1], ['scroll', 0, 100, 0, 10]]);
});

/**
 * Two fingers that go on straight ways, one reporting after the other, as browsers do.
 * @param {Gestures} gestures
 * @param {[number, number][]} from
 * @param {[number, number][]} to
 */
function pair(gestures, from, to, steps = 20) {
    from.forEach(([x, y], index) => gestures.down(index + 1, x, y, 0));
    for (let step = 1; step <= steps; ++step)
        from.forEach(([x, y], index) => {
            const [toX, toY] = to[index];
            gestures.move(index + 1, x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps, 10 * step);
        });
}

/** @param {(string | number)[][]} log */
const scaled = (log) => log.reduce((sum, [what, steps]) => sum + (what === 'scale' ? Number(steps) : 0), 0);

test('two fingers that go apart make everything larger, together smaller, without tap, scroll or coasting', () => {
    for (const [wide, steps] of [[520, 7], [200, 0], [75, -7], [300, 3]]) {
        const { gestures, take } = finger();
        pair(gestures, [[200, 200], [400, 200]], [[300 - wide / 2, 200], [300 + wide / 2, 200]]);
        gestures.up(1, 300);
        gestures.up(2, 310);
        const log = take();
        assert.equal(scaled(log), steps, String(wide));
        assert.deepEqual(log.filter(([what]) => what !== 'scale'), [['drag', 1], ['drag', 2]]);
    }
});

test('a thumb that rests while the other finger moves scales, too', () => {
    const { gestures, take } = finger();
    pair(gestures, [[100, 500], [100, 400]], [[100, 500], [100, 240]]);
    assert.equal(scaled(take()), 7);
});

test('a trembling pair neither scales nor scrolls', () => {
    const { gestures, take } = finger();
    pair(gestures, [[100, 100], [160, 100]], [[96, 100], [164, 100]]);
    assert.deepEqual(take().slice(2), []);
});

test('a size comes back where the fingers go back, not at once', () => {
    const { gestures, take } = finger();
    pair(gestures, [[100, 100], [300, 100]], [[100, 100], [340, 100]]);
    for (const x of [310, 340, 305]) gestures.move(2, x, 100, 1000);
    assert.equal(scaled(take()), 1);
    gestures.move(2, 298, 100, 1100);
    assert.deepEqual(take(), [['scale', -1]]);
});

test('two fingers side by side scroll as far as they go, in line and abreast', () => {
    for (const [from, to] of /** @type {[number, number][][][]} */ ([
        [[[100, 300], [200, 300]], [[100, 100], [200, 100]]],
        [[[100, 300], [100, 400]], [[100, 100], [100, 200]]],
    ])) {
        const { gestures, take } = finger();
        pair(gestures, from, to);
        gestures.up(1, 300);
        gestures.up(2, 300);
        const log = take().slice(2);
        const way = log.reduce((sum, [, , , , dy]) => sum + Number(dy), 0);
        assert.ok(log.every(([what]) => what === 'scroll'), String(log));
        assert.ok(way >= 180 && way <= 200, String(way)); // without what it took to see that they scroll
    }
});

test('a third finger ends it until all are up', () => {
    const { gestures, clock, take } = finger();
    pair(gestures, [[100, 100], [200, 100], [300, 300]], [[0, 100], [300, 100], [300, 400]]);
    gestures.up(3, 400);
    gestures.move(1, 300, 100, 500);
    gestures.up(1, 600);
    gestures.move(2, 100, 300, 700);
    gestures.up(2, 800);
    clock.pass(1000);
    assert.deepEqual(take(), [['drag', 1], ['drag', 2]]);
    gestures.down(4, 5, 5, 2000);
    gestures.up(4, 2050);
    assert.deepEqual(take(), [['tap', 5, 5]]);
});

test('the finger that stays of two does nothing, and the next one taps', () => {
    const { gestures, take } = finger();
    pair(gestures, [[0, 0], [100, 0]], [[0, 0], [100, 0]]);
    gestures.up(2, 300);
    gestures.move(1, 0, 100, 400);
    gestures.up(1, 500);
    assert.deepEqual(take(), [['drag', 1], ['drag', 2]]);
    gestures.down(3, 7, 7, 1000);
    gestures.forget(); // it went without a word
    gestures.down(4, 8, 8, 2000);
    gestures.up(4, 2050);
    assert.deepEqual(take(), [['tap', 8, 8]]);
});
