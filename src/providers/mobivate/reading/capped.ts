import { RequestError } from '../../../http/errors';
import type { Interval } from '../../../lib/date-range';
import type { Failure } from '../../../lib/reason';
import { SAME_CLOCK_MS } from '../vendor-clock';
import type { Answer, Asker } from './asker';
import { floorSecond } from './boundaries';
import { halves, leavesOut, rowsLeftOut } from './left-out';
import { keyOf } from './memory';

const DAY_MS = 86_400_000;
/** Nobody limits answers to fewer rows than this: it is the documented default `pageSize`. */
export const LEAST_LIMIT = 10;
/** Limits that people set. An answer of just so many rows is looked at more closely where asking for less time settles nothing. */
const ROUND_LIMITS: ReadonlySet<number> = new Set([10, 20, 25, 50, 100, 200, 250, 500]);
/** No vendor refuses, or answers with nothing, a range this short for being too long. */
const SHORT_MS = 31 * DAY_MS;
/** The lengths of range, ms, that a vendor is likeliest to allow at most, each less what widens a window. */
const LIKELY_SPANS = { month: 30 * DAY_MS, year: 365 * DAY_MS };
/** How many landmarks a question is widened by at least, and at most together with the rows of the answer. */
const LANDMARKS = { least: 20, most: 800 };

/** Why nothing is claimed of a list whose vendor stops short of what was asked for. */
export const CAPPED: Failure = {
  reason: 'incomplete',
  message: 'Mobivate sends fewer rows at a time than it was asked for, so its list cannot be read whole.',
  detail: 'A shorter time brought rows that the longer one had left out.',
};

/**
 * Why nothing is claimed of an answer that may have been cut short below the thousand rows asked for, as by something between us
 * and the vendor that drops `pageSize`; null when two more requests at most speak for it. Rejects like `Asker.ask`.
 */
export async function doubtOf(asker: Asker, interval: Interval, answer: Answer): Promise<Failure | null> {
  const count = answer.rows.length + answer.unreadable.length;
  const { memory } = asker;
  const isShort = interval.to - interval.from <= SHORT_MS;
  if (!memory.isCapped && (isShort || count >= LEAST_LIMIT)) {
    const cut = await cutBesideLandmarks(asker, interval, answer);
    if (cut !== null) return cut ? CAPPED : null;
  }
  if (count >= LEAST_LIMIT) {
    const second = crowdedSecondOf(answer);
    const place = second === null ? null : placeBeside(second, answer);
    if (second !== null && place === null) return doubtOfCrowd(asker, interval, answer, second);
    const parts = place === null ? halves(interval, timesOf(answer)) : splitAt(interval, place);
    return (await leavesOut(asker, answer, parts)) ? CAPPED : null;
  }
  return (await leavesOut(asker, answer, partsOfFew(asker, interval, answer, isShort))) ? CAPPED : null;
}

/** What to ask again (ms UTC) after an answer of fewer rows than anybody limits answers to. */
function partsOfFew(asker: Asker, interval: Interval, answer: Answer, isShort: boolean): readonly Interval[] {
  const { memory, isFirstOfSession, asOf } = asker;
  if (!isShort) return answer.rows.length === 0 ? likelyRanges(interval, asOf) : aroundRows(interval, answer);
  if (memory.isCapped) return halves(interval, timesOf(answer));
  // Rows that an earlier reading has seen are dropped when they do not come again: it takes two answers to say so.
  return isFirstOfSession ? [] : [pastOf(interval, asOf)];
}

/** What of an interval is past by the vendor's clock too, all of it if nothing is: a vendor may send nothing where the end is still to come. */
function pastOf({ from, to }: Interval, asOf: number): Interval {
  const now = floorSecond(asOf - SAME_CLOCK_MS);
  return { from, to: from < now ? Math.min(to, now) : to };
}

/**
 * The only exemption from asking for both halves: one wider question, for the interval and for rows just before it that the session
 * has seen. A limit that cut the first answer short cannot let all of its rows pass along with more. False when they all came, true
 * when not; null when the session has seen no rows there, or too many for one answer.
 */
async function cutBesideLandmarks(asker: Asker, interval: Interval, answer: Answer): Promise<boolean | null> {
  const { memory, boundaries, asOf } = asker;
  const before = floorSecond(interval.from) - 2000;
  const from = memory.startOfLatest(Math.max(LANDMARKS.least, answer.rows.length), before);
  if (from === null) return null;
  const landmarks = memory.landmarksIn({ from, to: before });
  if (landmarks.length < LEAST_LIMIT || landmarks.length + answer.rows.length > LANDMARKS.most) return null;
  const wider = await asker.ask(boundaries.windowFor({ from, to: interval.to }));
  if (wider.full) return null;
  const known = new Set(wider.rows.map(keyOf));
  const settled = { from: interval.from, to: Math.min(interval.to, asOf) };
  const came = landmarks.filter((key) => known.has(key));
  const lost = rowsLeftOut(wider, answer.rows, settled);
  const fresh = rowsLeftOut(answer, wider.rows, settled);
  // Some may have been deleted since they were seen.
  return (
    lost.length > wider.unreadable.length ||
    fresh.length > answer.unreadable.length ||
    came.length < landmarks.length / 2
  );
}

/** The second (ms UTC) that holds half or more of an answer's rows: no window separates those. Null when there is none. */
function crowdedSecondOf(answer: Answer): Interval | null {
  const times = timesOf(answer);
  const from = floorSecond(times[times.length >>> 1] ?? 0);
  const inside = times.filter((time) => time >= from && time < from + 1000);
  return times.length > 0 && inside.length >= times.length / 2 ? { from, to: from + 1000 } : null;
}

/**
 * Where to part an interval (ms UTC) so that either part leaves rows of the answer out, though one second holds most of them: a second
 * off it, as windows may begin a second early and their ends may be inclusive. Null when all rows lie too close together.
 */
function placeBeside(second: Interval, { rows }: Answer): number | null {
  const before = second.from - 1000;
  if (rows.some(({ created }) => created < before - 1000)) return before;
  const after = second.to + 1000;
  return rows.some(({ created }) => created > after) ? after : null;
}

function splitAt({ from, to }: Interval, place: number): readonly Interval[] {
  return [
    { from, to: Math.min(to, place) },
    { from: Math.max(from, place), to },
  ];
}

/**
 * Where all of an answer lies around one second: asks for page 2, as a vendor that drops `pageSize` may honour it, and for the time
 * behind the second.
 */
async function doubtOfCrowd(
  asker: Asker,
  interval: Interval,
  answer: Answer,
  second: Interval,
): Promise<Failure | null> {
  const { rows, unreadable } = answer;
  const part = { from: Math.max(interval.from, second.to), to: interval.to };
  const [page, cut] = await Promise.all([secondPage(asker, interval, answer), leavesOut(asker, answer, [part])]);
  if (cut || page === 'more') return CAPPED;
  const count = rows.length + unreadable.length;
  return page === 'nothing' || !ROUND_LIMITS.has(count) ? null : crowdFailure(count, second.from);
}

/** What `page=2` brings: rows left out, nothing at all, or the same rows again and errors, which tell nothing. */
async function secondPage(asker: Asker, interval: Interval, answer: Answer): Promise<'more' | 'nothing' | 'unknown'> {
  try {
    const { rows, unreadable } = await asker.ask(asker.boundaries.windowFor(interval), { page: 2 });
    if (rows.length + unreadable.length === 0) return 'nothing';
    const within = { from: interval.from, to: Math.min(interval.to, asker.asOf) };
    return rowsLeftOut(answer, rows, within).length > answer.unreadable.length ? 'more' : 'unknown';
  } catch (error) {
    if (error instanceof RequestError && error.reason === 'not-understood') return 'unknown';
    throw error;
  }
}

function crowdFailure(count: number, second: number): Failure {
  const time = new Date(second).toISOString().slice(0, 19);
  return {
    reason: 'incomplete',
    message: `Mobivate sent exactly ${count} rows, all of them around the second ${time}Z, and there is no telling whether it has more.`,
    detail: 'Asking for a second page brought nothing that can be relied on.',
  };
}

/**
 * For an answer without rows to a long time: the two ranges (ms UTC) likeliest to be short enough for a vendor that sends nothing
 * where the range is too long for it, or its end still to come: the latest month, as the latest rows are the likeliest to be
 * there, and the year before.
 */
function likelyRanges({ from, to }: Interval, asOf: number): readonly Interval[] {
  const { to: end } = pastOf({ from, to }, asOf);
  const month = { from: Math.max(from, floorSecond(end - LIKELY_SPANS.month)), to: end };
  return [month, { from: Math.max(from, month.from - LIKELY_SPANS.year), to: month.from }];
}

/** For an answer of a few rows: the times before the first and behind the last of them, which a range cut to size would not reach. */
function aroundRows({ from, to }: Interval, answer: Answer): readonly Interval[] {
  const times = timesOf(answer);
  const first = Math.max(from, Math.min(to, times[0] ?? from));
  const last = Math.max(from, Math.min(to, times.at(-1) ?? to));
  return [
    { from, to: first },
    { from: last, to },
  ];
}

function timesOf({ rows }: Answer): Float64Array {
  return Float64Array.from(rows, ({ created }) => created).toSorted();
}
