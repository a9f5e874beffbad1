import { describe, expect, it, vi } from 'vitest';

import { TestClock } from './__fixtures__/test-clock';
import { createGate } from './gate';

const FOREVER = new AbortController().signal;

/** Tasks that end when told to, and a count of those under way. */
function tasks(): { start: () => Promise<void>; readonly running: number; end: () => void } {
  const ends: (() => void)[] = [];
  return {
    start: () => new Promise<void>((resolve) => ends.push(resolve)),
    get running() {
      return ends.length;
    },
    end: () => ends.shift()?.(),
  };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('createGate', () => {
  it('lets as many through at a time as it is wide', async () => {
    const gate = createGate({ concurrency: 2, clock: new TestClock() });
    const work = tasks();
    const all = [1, 2, 3].map(() => gate.run(work.start, FOREVER));
    expect(work.running).toBe(2);
    work.end();
    await settle();
    expect(work.running).toBe(2);
    work.end();
    work.end();
    await Promise.all(all);
  });

  it('has one pause for all after a 429, then half as many, and widens again after many answers', async () => {
    const clock = new TestClock();
    const gate = createGate({ concurrency: 6, clock });
    const told = vi.fn<() => void>();
    const stop = gate.subscribe(told);
    gate.slowDown(2_000);
    gate.slowDown(1_000);
    gate.slowDown(3_000);
    expect(gate.waitingUntil()).toBe(clock.now() + 3_000);
    expect(gate.concurrency()).toBe(3);
    const done = gate.run(() => Promise.resolve('answer'), FOREVER);
    clock.advance(2_999);
    await settle();
    expect(gate.waitingUntil()).not.toBeNull();
    clock.advance(1);
    expect(await done).toBe('answer');
    expect(gate.waitingUntil()).toBeNull();
    expect(told).toHaveBeenCalledTimes(3);
    stop();
    for (let answers = 0; answers < 200; answers += 1) gate.answered();
    expect(gate.concurrency()).toBe(6);
    gate.slowDown(1);
    expect(gate.concurrency()).toBe(3);
    expect(told).toHaveBeenCalledTimes(3);
  });

  it('never waits longer than its longest wait, and keeps at least one at a time', () => {
    const clock = new TestClock();
    const gate = createGate({ concurrency: 1, clock, longestWait: 5_000 });
    gate.slowDown(9_999_999);
    expect(gate.waitingUntil()).toBe(clock.now() + 5_000);
    expect(gate.concurrency()).toBe(1);
  });

  it('lets repeated requests go before those that were never sent', async () => {
    const gate = createGate({ concurrency: 1, clock: new TestClock() });
    const order: string[] = [];
    const note = (name: string) => () => Promise.resolve(order.push(name));
    await Promise.all([
      gate.run(note('first'), FOREVER),
      gate.run(note('new'), FOREVER),
      gate.run(note('again'), FOREVER, true),
    ]);
    expect(order).toEqual(['first', 'again', 'new']);
  });

  it('rejects a task that still waits as soon as it is aborted', async () => {
    const clock = new TestClock();
    const gate = createGate({ concurrency: 1, clock });
    gate.slowDown(60_000);
    const controller = new AbortController();
    const task = vi.fn<() => Promise<void>>();
    const waiting = gate.run(task, controller.signal);
    controller.abort(new Error('Stop'));
    await expect(waiting).rejects.toThrow('Stop');
    clock.advance(60_000);
    await settle();
    expect(task).not.toHaveBeenCalled();
  });

  it('pauses when the budget is spent or spoken for by others under way', async () => {
    const clock = new TestClock();
    const gate = createGate({ concurrency: 3, clock });
    gate.noteBudget({ remaining: 1, resetAt: clock.now() + 10_000 });
    expect(gate.waitingUntil()).toBeNull();
    const work = tasks();
    const all = [1, 2, 3].map(() => gate.run(work.start, FOREVER));
    gate.noteBudget({ remaining: 3, resetAt: clock.now() + 10_000 });
    expect(gate.waitingUntil()).toBeNull();
    gate.noteBudget({ remaining: 2, resetAt: clock.now() + 10_000 });
    expect(gate.waitingUntil()).toBe(clock.now() + 10_000);
    expect(gate.concurrency()).toBe(3);
    for (let i = 0; i < 3; i += 1) work.end();
    await Promise.all(all);
  });

  it('knows whether the vendor asked for a pause or its budget is nearly spent', () => {
    const clock = new TestClock();
    const gate = createGate({ concurrency: 3, clock });
    expect(gate.waitReason()).toBeNull();
    gate.noteBudget({ remaining: 0, resetAt: clock.now() + 10_000 });
    expect(gate.waitReason()).toBe('budget');
    // A 429 in the meantime is the vendor's own word, though the pause does not grow by it.
    gate.slowDown(1_000);
    expect(gate.waitReason()).toBe('asked');
    gate.noteBudget({ remaining: 0, resetAt: clock.now() + 20_000 });
    expect(gate.waitReason()).toBe('asked');
    clock.advance(20_000);
    expect(gate.waitReason()).toBeNull();
    gate.noteBudget({ remaining: 0, resetAt: clock.now() + 10_000 });
    expect(gate.waitReason()).toBe('budget');
  });

  it('remembers for two minutes that the vendor answers', () => {
    const clock = new TestClock();
    const gate = createGate({ concurrency: 1, clock });
    expect(gate.isAnswering()).toBe(false);
    gate.answered();
    clock.advance(120_000);
    expect(gate.isAnswering()).toBe(true);
    clock.advance(1);
    expect(gate.isAnswering()).toBe(false);
  });
});
