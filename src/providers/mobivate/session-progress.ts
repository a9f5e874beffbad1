import type { Interval } from '../../lib/date-range';
import type { WaitReason } from '../../lib/wait-reason';
import { formatDay } from '../../lib/zoned-time';
import { countOf } from '../../ui/counts';
import type { LookupProgress } from '../contract';

/** How far the reading of one interval is. */
export interface StretchProgress {
  /** Part of its time that has been read, 0 to 1. */
  readonly covered: number;
  readonly requests: number;
  readonly rows: number;
  /** ms UTC; null when nobody waits. */
  readonly waitingUntil: number | null;
  readonly waitReason?: WaitReason | null | undefined;
}

const NOTHING: StretchProgress = { covered: 0, requests: 0, rows: 0, waitingUntil: null };

/** Adds up the progress of stretches that are read one after another, and puts it into words. */
export class ReadingProgress {
  readonly #stretches: readonly Interval[];
  readonly #span: string;
  readonly #done: StretchProgress[] = [];

  /** `now` (ms UTC) tells which ends lie ahead: for people the list ends now. */
  constructor(stretches: readonly Interval[], now: number) {
    this.#stretches = stretches;
    const from = stretches[0]?.from ?? now;
    const to = stretches.at(-1)?.to ?? now;
    this.#span = `${formatDay(from, 'UTC')} to ${to > now ? 'now' : formatDay(to - 1, 'UTC')}`;
  }

  /** The whole of it before anything is known. */
  start(): LookupProgress {
    return { ...this.#total(NOTHING), fraction: null };
  }

  /** The whole of it while the stretch at `index` is read. */
  during(index: number, progress: StretchProgress): LookupProgress {
    this.#done[index] = progress;
    return this.#total(progress);
  }

  #total({ waitingUntil, waitReason }: StretchProgress): LookupProgress {
    const sum = (value: (progress: StretchProgress, index: number) => number) =>
      this.#done.map(value).reduce((total, part) => total + part, 0);
    const length = (index: number) => (this.#stretches[index]?.to ?? 0) - (this.#stretches[index]?.from ?? 0);
    const whole = this.#stretches.reduce((total, _, index) => total + length(index), 0);
    const rows = sum((progress) => progress.rows);
    return {
      fraction: Math.min(1, sum((progress, index) => progress.covered * length(index)) / whole),
      requests: sum((progress) => progress.requests),
      rows,
      words: `Reading Mobivate, ${this.#span}: ${countOf(rows, 'opt-out')} so far`,
      waitingUntil,
      waitReason,
    };
  }
}
