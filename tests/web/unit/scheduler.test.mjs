import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scheduler } from '../../../web/scheduler.js';
import { FakeClock } from './fakes.mjs';

/** @param {() => boolean} [draw] */
function scheduled(draw = () => false) {
    const clock = new FakeClock();
    /** @type {unknown[]} */
    const failures = [];
    const scheduler = new Scheduler(clock, draw, (error) => failures.push(error));
    return { clock, scheduler, failures };
}

test('waking draws three frames and then nothing is scheduled', () => {
    const { clock, scheduler } = scheduled();
    scheduler.wake();
    scheduler.wake();
    assert.equal(clock.frames.length, 1);
    assert.equal(clock.runOut(), 3);
    assert.equal(scheduler.frames, 3);
    assert.equal(scheduler.isIdle, true);
    assert.equal(clock.timers.length, 0);
});

test('a frame that asks for another one gets it', () => {
    let wanted = 5;
    const { clock, scheduler } = scheduled(() => --wanted > 0);
    scheduler.wake(1);
    assert.equal(clock.runOut(), 5);
});

test('waking from within a frame is not lost', () => {
    const { clock, scheduler } = scheduled(() => {
        if (scheduler.frames === 3) scheduler.wake(2);
        return false;
    });
    scheduler.wake();
    assert.equal(clock.runOut(), 5);
});

test('running now draws until the queue is empty, at most five frames, and not within a frame', () => {
    let depth = 0;
    const { scheduler } = scheduled(() => {
        assert.equal(++depth, 1);
        scheduler.runNow();
        --depth;
        return true;
    });
    scheduler.runNow();
    assert.equal(scheduler.frames, 5);
});

test('a timer wakes once, requests for the same moment are one', () => {
    const { clock, scheduler } = scheduled();
    scheduler.wakeAfter(2);
    clock.pass(1);
    scheduler.wakeAfter(1.999);
    assert.equal(clock.timers.length, 1);
    assert.equal(scheduler.isIdle, false);
    assert.equal(scheduler.isStill, true);
    clock.pass(1000);
    assert.equal(clock.frames.length, 0);
    clock.pass(1000);
    assert.equal(clock.runOut(), 3);
    assert.equal(scheduler.isIdle, true);
});

test('of two timers both come, the earlier first', () => {
    const { clock, scheduler } = scheduled();
    scheduler.wakeAfter(3);
    scheduler.wakeAfter(1);
    clock.pass(1000);
    assert.equal(clock.runOut(), 3);
    assert.equal(scheduler.isIdle, false);
    clock.pass(2000);
    assert.equal(clock.runOut(), 3);
    assert.equal(scheduler.isIdle, true);
});

test('an animation runs in every frame until it is over', () => {
    const { clock, scheduler } = scheduled();
    /** @type {number[]} */
    const steps = [];
    scheduler.animate((seconds) => steps.push(seconds) < 20);
    assert.equal(clock.runOut(), 20);
    assert.ok(steps.every((seconds) => seconds > 0 && seconds <= 0.1));
});

test('a hidden page draws nothing and catches up when it is shown', () => {
    const { clock, scheduler } = scheduled();
    scheduler.wake();
    scheduler.pause(true);
    scheduler.wake();
    assert.equal(clock.runOut(), 0);
    scheduler.pause(false);
    assert.equal(clock.runOut(), 3);
});

test('a hidden page has no timers; what was asked for comes when it is shown, what is past at once', () => {
    const { clock, scheduler } = scheduled();
    scheduler.wakeAfter(1);
    scheduler.wakeAfter(5);
    scheduler.pause(true);
    scheduler.wakeAfter(9);
    assert.equal(clock.timers.length, 0);
    assert.equal(scheduler.isIdle, true);
    clock.pass(2000);
    assert.equal(clock.runOut(), 0);
    scheduler.pause(false);
    assert.equal(clock.runOut(), 3); // the first moment with it
    assert.equal(clock.timers.length, 1);
    for (const milliseconds of [3000, 4000]) {
        clock.pass(milliseconds);
        assert.equal(clock.runOut(), 3);
    }
    assert.equal(clock.timers.length, 0);
});

test('hidden and without graphics it waits for both to end', () => {
    const { clock, scheduler } = scheduled();
    scheduler.pause(true, 'graphics');
    scheduler.pause(true);
    scheduler.pause(false);
    scheduler.wake();
    scheduler.wakeAfter(1);
    assert.equal(clock.runOut(), 0);
    assert.equal(clock.timers.length, 0);
    scheduler.pause(false, 'graphics');
    assert.equal(clock.runOut(), 3);
    assert.equal(clock.timers.length, 1);
});

test('every waking has a reason, the last twenty are kept', () => {
    const { clock, scheduler } = scheduled();
    scheduler.wake(1, 'moved');
    scheduler.wake(1, 'moved');
    scheduler.wake();
    clock.runOut();
    scheduler.wakeAfter(1);
    clock.pass(1000);
    clock.runOut();
    scheduler.animate(() => false);
    clock.runOut();
    scheduler.runNow();
    scheduler.pause(true);
    scheduler.pause(false);
    assert.deepEqual(scheduler.reasons, [
        { frame: 0, reason: 'moved' },
        { frame: 0, reason: 'page' },
        { frame: 3, reason: 'timer' },
        { frame: 6, reason: 'animation' },
        { frame: 9, reason: 'now' },
        { frame: 10, reason: 'not hidden' },
    ]);
    for (let count = 0; count < 30; ++count) scheduler.wake(1, String(count));
    assert.equal(scheduler.reasons.length, 20);
    assert.equal(scheduler.reasons[19]?.reason, '29');
});

test('after an error nothing is drawn any more', () => {
    const error = new Error('示例');
    const { clock, scheduler, failures } = scheduled(() => {
        throw error;
    });
    scheduler.wakeAfter(5);
    scheduler.wake();
    assert.equal(clock.runOut(), 1);
    assert.deepEqual(failures, [error]);
    scheduler.wake();
    scheduler.runNow();
    assert.equal(scheduler.frames, 1);
    assert.equal(clock.timers.length, 0);
    assert.equal(scheduler.isIdle, true);
});
