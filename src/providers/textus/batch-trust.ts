import type { OptOut } from '../contract';
import { formatted, northAmerican } from './batches';

/**
 * How many `exact[]` values of one request TextUs has been seen to answer for. Nothing documents that it looks at all of them: a
 * server may take the first only, the last only, or so many from either end and drop the rest without a word. Then a number
 * that is on the list would be missing from an answer that looks whole. Kept for one run of our server and for all accounts: it is a
 * matter of the vendor's program, not of a list.
 */
export class BatchTrust {
  private values = 0;
  private anyForm = false;
  private turn: Promise<unknown> = Promise.resolve();

  /** Batches of at most so many values may be taken at their word; one value always. */
  get proven(): number {
    return Math.max(1, this.values);
  }

  /** An answer has shown a number that was asked for: until then TextUs may be finding nothing at all. */
  get seen(): boolean {
    return this.values > 0;
  }

  /**
   * Answers have shown that TextUs does not compare the very text of what it keeps, so that punctuation adds nothing: see
   * `BatchProof.proveForm`.
   */
  get readsAnyForm(): boolean {
    return this.anyForm;
  }

  /** Answers have shown just that. */
  showAnyForm(): void {
    this.anyForm = true;
  }

  /** An answer has shown that so many values are looked at. */
  show(values: number): void {
    this.values = Math.max(this.values, values);
  }

  /** Runs proofs one after another, so that accounts asked side by side share the first one's. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}

/** Where in a request the values stand that may have found a record: one, or one for each way its number was written. */
function placesOf(values: readonly string[], { keys }: OptOut): readonly number[] {
  const written = (key: string) => {
    const national = northAmerican(key);
    const all = [key, national ?? key].flatMap((digits) => [digits, `+${digits}`]);
    return national === null ? all : [...all, formatted(national)];
  };
  const own = new Set(keys.flatMap(written));
  return values.flatMap((value, place) => (own.has(value) ? [place] : []));
}

/**
 * How many values an answer shows to be looked at, by the places of those that found something: a server that takes values from
 * the start has come as far as the last of them, one that takes them from the end as far back as the first. It could be
 * either, and any of the ways a number was written may have found it, so the least of it counts.
 */
export function valuesShown(values: readonly string[], records: readonly OptOut[]): number {
  let first = values.length;
  let last = -1;
  for (const record of records) {
    const places = placesOf(values, record);
    if (places.length === 0) continue;
    first = Math.min(first, places.at(-1) ?? first);
    last = Math.max(last, places[0] ?? last);
  }
  return Math.min(last + 1, values.length - first);
}
