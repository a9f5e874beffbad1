import { isNonEmpty } from '../../lib/non-empty';
import type { Failure } from '../../lib/reason';
import type { Coverage, Gap, OptOut, Scope, ScopeAnswer } from '../contract';
import { namesOneNumber, type AskedNumbers } from './asked';
import { incomplete, shownFailure } from './ending';
import { identity } from './opt-out';

const LOOKALIKE = incomplete(
  'TextUs returned a record that may be this number, but it does not say of which country. It is listed apart.',
);
const TWO_NUMBERS = incomplete(
  'TextUs returned a record that names this number and another one, so it cannot be told whose opt-out it is.',
);

/** What one account's answers have said so far of each number asked. A number is absent only if nothing speaks against it. */
export class Tally {
  private readonly account: string;
  private readonly asked: AskedNumbers;
  /** By the place of the number, then by the record's identity. */
  private readonly records = new Map<number, Map<string, OptOut>>();
  private readonly failures: (Failure | null)[];
  private readonly askedAt: (number | null)[];
  private readonly gaps = new Map<string, Gap>();
  private readonly strangers = new Map<string, OptOut>();
  private readonly lookalikes = new Map<string, OptOut>();
  private readonly startedAt: number;

  constructor(account: string, asked: AskedNumbers, startedAt: number) {
    this.account = account;
    this.asked = asked;
    this.startedAt = startedAt;
    this.failures = asked.keys.map(() => null);
    this.askedAt = asked.keys.map(() => null);
  }

  /** Notes when a number is first asked for, ms UTC: what its answer is as of. */
  asking(places: readonly number[], at: number): void {
    for (const place of places) this.askedAt[place] ??= at;
  }

  /** Puts a record under every number it answers, asked in this request or not; returns those to which it is new. */
  take(record: OptOut): readonly number[] {
    const places = this.asked.matching(record);
    if (places.length === 0) this.strangers.set(identity(record), record);
    if (this.asked.resembling(record).length > 0) this.lookalikes.set(identity(record), record);
    return places.filter((place) => {
      const known = this.records.get(place) ?? new Map<string, OptOut>();
      if (known.has(identity(record))) return false;
      this.records.set(place, known.set(identity(record), record));
      return true;
    });
  }

  /** Records of numbers asked for, all of them on this account's list. */
  found(): readonly OptOut[] {
    return [...this.records.values()].flatMap((records) => Array.from(records.values()));
  }

  isFound(place: number): boolean {
    return this.records.has(place);
  }

  /** Neither found nor failed. */
  isOpen(place: number): boolean {
    return !this.isFound(place) && this.failures[place] === null;
  }

  /** These numbers could not be checked here, and why; what was found of them stays. */
  fail(places: readonly number[], gap: Gap): void {
    const failure = shownFailure(gap);
    for (const place of places) this.failures[place] ??= failure;
    const same = this.gaps.get(gap.failure.message);
    const unreadable = [...(same?.unreadable ?? []), ...gap.unreadable];
    if (places.length > 0) this.gaps.set(gap.failure.message, { ...gap, unreadable });
  }

  /** Leaves no number absent that a record of no sure number may be: to be called when all answers are in. */
  settleLookalikes(): void {
    for (const record of this.lookalikes.values()) {
      const places = this.asked.resembling(record).filter((place) => this.isOpen(place));
      const failure = namesOneNumber(record) ? LOOKALIKE : TWO_NUMBERS;
      this.fail(places, { interval: null, unreadable: [], failure });
    }
  }

  private scope(asOf: number): Scope {
    return { provider: 'textus', account: this.account, interval: null, asOf };
  }

  answer(place: number): ScopeAnswer {
    const scope = this.scope(this.askedAt[place] ?? this.startedAt);
    const records = [...(this.records.get(place)?.values() ?? [])];
    const failure = this.failures[place] ?? null;
    if (isNonEmpty(records)) {
      return { kind: 'opted-out', records, scope, coverage: failure === null ? 'whole' : 'partial' };
    }
    return failure === null ? { kind: 'not-found', scope } : { kind: 'could-not-check', failure, scope };
  }

  coverage(): Coverage {
    const gaps = [...this.gaps.values()];
    const scope = this.scope(this.startedAt);
    return isNonEmpty(gaps) ? { kind: 'partial', scope, gaps } : { kind: 'whole', scope };
  }

  /** Records that the vendor returned and nobody asked for. */
  unasked(): readonly OptOut[] {
    return [...this.strangers.values()];
  }
}
