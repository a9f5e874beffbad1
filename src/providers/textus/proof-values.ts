import { isNonEmpty, type NonEmpty } from '../../lib/non-empty';
import type { OptOut } from '../contract';
import { MOST_VALUES, northAmerican, valuesOf, type Spelling } from './batches';
import { numberInId } from './schema';

/** The record's own id names its number. */
export function isSure({ recordId }: OptOut): boolean {
  return numberInId(recordId) !== null;
}

/** A number known to be on the list, and the values that ask for it. */
export interface End {
  readonly msisdn: string;
  readonly values: readonly string[];
}

export type Ends = readonly [End, End];

/** The values for one number; where it has no spelling of the kind, that with its country. */
export function askFor(msisdn: string, spelling: Spelling): readonly string[] {
  const values = valuesOf([msisdn], spelling);
  return values.length > 0 ? values : valuesOf([msisdn], 'e164');
}

/**
 * Two numbers on the list to ask for: of those whose own id names the number, North American ones first, the one that comes first by
 * its digits and the one that comes last, so that they are at the ends of a batch that is put in order as well. Null without two.
 */
export function endsOf(records: readonly OptOut[], spelling: Spelling): Ends | null {
  const rank = (record: OptOut) => Number(isSure(record)) * 2 + Number(northAmerican(record.msisdn) !== null);
  const ranks = new Map<string, number>();
  for (const record of records) ranks.set(record.msisdn, Math.max(ranks.get(record.msisdn) ?? 0, rank(record)));
  const best = [3, 2, 1, 0].flatMap((rank) => [...ranks].filter(([, each]) => each === rank).map(([msisdn]) => msisdn));
  const alike = best.filter((msisdn) => ranks.get(msisdn) === ranks.get(best[0] ?? '')).toSorted();
  const [first, last] = alike.length > 1 ? [alike[0], alike.at(-1)] : best;
  if (first === undefined || last === undefined) return null;
  return [
    { msisdn: first, values: askFor(first, spelling) },
    { msisdn: last, values: askFor(last, spelling) },
  ];
}

/** Area codes in order, one of which lies between those of most pairs of numbers. */
const AREAS = ['202', '212', '303', '312', '404', '415', '503', '512', '602', '617', '702', '713', '808', '907', '970'];
const USUAL_AREA = '212';

/** Numbers kept for fiction (555-0100 to 555-0199), by their digits between those two where an area code allows. */
function fillers([{ msisdn: first }, { msisdn: last }]: Ends): readonly string[] {
  const area = AREAS.find((each) => `1${each}` > first.slice(0, 4) && `1${each}` < last.slice(0, 4)) ?? USUAL_AREA;
  return Array.from({ length: MOST_VALUES }, (_, index) => `1${area}555${String(100 + index).padStart(4, '0')}`);
}

/** A batch of `size` values (or the two numbers' own, if those are more), one number at either end, the odd ones between them. */
export function proofValues(
  ends: Ends,
  spelling: Spelling,
  { size, odd }: { readonly size: number; readonly odd: readonly string[] },
): NonEmpty<string> {
  const isTogether = spelling === 'digits' || spelling === 'all';
  const [first, last] = ends;
  const between = fillers(ends).flatMap((digits) => valuesOf([digits], isTogether ? 'e164' : spelling));
  const own = new Set([...first.values, ...last.values]);
  const fill = [...odd, ...between].filter((value) => !own.has(value)).slice(0, Math.max(0, size - own.size));
  const values = [...first.values, ...fill, ...last.values];
  if (!isNonEmpty(values)) throw new Error('A number without a value to ask for');
  return values;
}
