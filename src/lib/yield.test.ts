import { afterEach, describe, expect, it, vi } from 'vitest';

import { createBreather } from './yield';

/** Puts a clock under the test's control; the breather reads nothing else. */
function fakeClock(): { advance: (ms: number) => void } {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return {
    advance: (ms) => {
      now += ms;
    },
  };
}

/** True when the breath outlasts every microtask, that is, when the event loop gets a turn. */
async function givesUpATurn(breathe: () => Promise<void>): Promise<boolean> {
  let done = false;
  const breath = breathe().then(() => {
    done = true;
  });
  for (let microtask = 0; microtask < 50; microtask += 1) await Promise.resolve();
  const pending = !done;
  await breath;
  return pending;
}

describe('createBreather', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('gives up a turn only when the budget is used, and counts anew from then', async () => {
    const clock = fakeClock();
    const breathe = createBreather(12);
    clock.advance(11);
    expect(await givesUpATurn(breathe)).toBe(false);
    clock.advance(1);
    expect(await givesUpATurn(breathe)).toBe(true);
    clock.advance(11);
    expect(await givesUpATurn(breathe)).toBe(false);
  });

  it('lets others that wait for a turn go first, in their order', async () => {
    const clock = fakeClock();
    const schedulerYield = vi.fn<() => Promise<void>>(() => Promise.resolve());
    vi.stubGlobal('scheduler', { yield: schedulerYield });
    const breathe = createBreather(5);
    const turns: string[] = [];
    const other = new MessageChannel();
    const drawn = new Promise<void>((resolve) => {
      other.port1.addEventListener('message', () => {
        turns.push('drawing');
        other.port1.close();
        resolve();
      });
      other.port1.start();
    });
    other.port2.postMessage(null);
    clock.advance(5);
    await breathe();
    turns.push('loop');
    await drawn;
    expect(turns).toEqual(['drawing', 'loop']);
    // Its continuations would go before the drawing of the page.
    expect(schedulerYield).not.toHaveBeenCalled();
  });

  it('falls back to a timer where there is no message channel', async () => {
    const clock = fakeClock();
    const breathe = createBreather(5);
    clock.advance(5);
    vi.stubGlobal('MessageChannel', undefined);
    const timer = vi.spyOn(globalThis, 'setTimeout');
    await breathe();
    expect(timer).toHaveBeenCalledTimes(1);
  });
});
