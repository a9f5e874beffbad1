import { countOf } from './counts';

const SECOND = 1000;
/** Less than this of the work, or of time, tells nothing of the rest. */
const LEAST_FRACTION = 0.03;
const LEAST_TIME_MS = 2 * SECOND;
/** What was told is told anew no sooner than this, ms, and only when it is off by a quarter or ten seconds. */
const TOLD_FOR_MS = 5 * SECOND;
const MOST_OFF = 0.25;
const MOST_OFF_MS = 10 * SECOND;

/** How long something will still take, roughly and never too exact: 'about 20 seconds left'; null while nobody can say. */
export function timeLeftWords(fraction: number | null, elapsed: number): string | null {
  if (fraction === null || fraction >= 1) return null;
  const left = msLeft(fraction, elapsed, 1 - fraction);
  return left === null ? null : msWords(left);
}

/** For `rest` of the work, in ms, when `done` of it took `elapsed` ms. */
function msLeft(done: number, elapsed: number, rest: number): number | null {
  return done < LEAST_FRACTION || elapsed < LEAST_TIME_MS ? null : (elapsed * rest) / done;
}

function msWords(left: number): string {
  const seconds = left / SECOND;
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 50) return `about ${Math.round(seconds / 10) * 10} seconds left`;
  return `about ${countOf(Math.max(1, Math.round(seconds / 60)), 'minute')} left`;
}

/** One of several works under way side by side. */
interface Work {
  readonly name: string;
  /** 0..1; null while nothing can be said; works that are finished are left out. */
  readonly fraction: number | null;
}

/**
 * Makes a teller of the time that works side by side still take, the slowest of them; null while nobody can say. It counts from where
 * it first saw a work, which may have begun long before, and does not jump: what it has told stands while it is nearly right.
 * `now` is in ms.
 */
export function createTimeLeft(): (works: readonly Work[], now: number) => string | null {
  const seen = new Map<string, { readonly fraction: number; readonly at: number }>();
  let told: { readonly end: number; readonly at: number } | null = null;
  return (works, now) => {
    const lefts = works.map(({ name, fraction }) => {
      if (fraction === null) return null;
      const first = seen.get(name) ?? { fraction, at: now };
      seen.set(name, first);
      return msLeft(fraction - first.fraction, now - first.at, 1 - fraction);
    });
    if (lefts.length === 0 || lefts.includes(null)) return null;
    const end = now + Math.max(...lefts.map(Number));
    const off = told === null ? Infinity : Math.abs(end - told.end);
    const mayBeOff = told === null ? 0 : Math.max(MOST_OFF_MS, MOST_OFF * (told.end - now));
    const isOver = told !== null && told.end <= now;
    if (told === null || isOver || (now - told.at >= TOLD_FOR_MS && off > mayBeOff)) told = { end, at: now };
    return msWords(told.end - now);
  };
}
