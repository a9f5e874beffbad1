import type { InputRow } from '../lib/number-list';
import type { Reading } from '../lib/phone';
import { NUMBER_PROBLEM_WORDS, type NumberProblem } from '../lib/phone-problems';
import type { OptOut } from '../providers/contract';
import { countOf, formatCount } from '../ui/counts';
import { combineProviders, type OverallVerdict, type ProviderVerdict } from './verdict';
import { ANSWER_WORDS, NUMBER_WORDS } from './words';

/** One row of the result: a piece of the input with its number, and one verdict per vendor in the registry's order. */
export interface CheckRow {
  readonly index: number;
  readonly line: number;
  readonly input: string;
  /** The reading that matched a record, else the preferred one; null for text that is not a phone number. */
  readonly reading: Reading | null;
  /** Why the text is not a phone number; null for one that is. */
  readonly problem: NumberProblem | null;
  /** Every reading that was looked up. */
  readonly readings: readonly Reading[];
  /** True when a record was found under `reading`. */
  readonly matched: boolean;
  /** Line of the row that gave the same number first; null for that row itself. */
  readonly sameAsLine: number | null;
  readonly verdicts: readonly ProviderVerdict[];
  /**
   * For each vendor, true where the answer is older than the newest asking of the check: "Retry" asks only what could not be checked.
   * An answer from a list held since an earlier check is not: its newest part was read again, and its scope says so.
   */
  readonly kept: readonly boolean[];
  readonly overall: OverallVerdict;
}

/** The verdict of a row whose text is no phone number: nothing was asked. */
function notANumber(message: string): OverallVerdict & ProviderVerdict {
  return { kind: 'could-not-check', failure: { reason: 'not-a-phone-number', message, detail: '' }, answers: [] };
}

const NOT_UNDERSTOOD = notANumber(NUMBER_WORDS.notUnderstood);

/** False for digits no numbering plan knows: a match counts, but finding nothing proves nothing (CONTRACT: "the number was understood"). */
export function isUnderstood(readings: readonly Reading[]): boolean {
  return readings.some((reading) => reading.possible);
}

function asUnderstood(verdicts: readonly ProviderVerdict[], readings: readonly Reading[]): readonly ProviderVerdict[] {
  if (isUnderstood(readings)) return verdicts;
  return verdicts.map((verdict) => (verdict.kind === 'not-found' ? NOT_UNDERSTOOD : verdict));
}

/** True where some vendor's answer is older than the newest asking. */
export function isKept({ kept }: Pick<CheckRow, 'kept'>): boolean {
  return kept.includes(true);
}

/** Says where a digit too few or too many may have made another country's number of it; null elsewhere, and once a record was found. */
export function lengthCaution({ overall, reading }: Pick<CheckRow, 'overall' | 'reading'>): string | null {
  const off = reading?.offByOne;
  return off === undefined || overall.kind === 'opted-out' ? null : NUMBER_WORDS.offByOne(off);
}

/** The records of all vendors for one row, in the registry's order of vendors. */
export function rowRecords(row: Pick<CheckRow, 'verdicts'>): readonly OptOut[] {
  return row.verdicts.flatMap((verdict) => (verdict.kind === 'opted-out' ? verdict.records : []));
}

/** Joins a row of the input with the verdicts on its number. */
export function toCheckRow(
  index: number,
  row: InputRow,
  verdicts: readonly ProviderVerdict[],
  kept: readonly boolean[] = [],
): CheckRow {
  const base = { index, line: row.line, input: row.input, sameAsLine: null, kept };
  if (row.kind === 'not-a-number') {
    const failed = notANumber(NUMBER_PROBLEM_WORDS[row.problem]);
    const all = verdicts.map(() => failed);
    return {
      ...base,
      problem: row.problem,
      reading: null,
      readings: [],
      matched: false,
      verdicts: all,
      overall: failed,
    };
  }
  const understood = asUnderstood(verdicts, row.readings);
  const found = new Set(rowRecords({ verdicts }).flatMap((record) => record.keys));
  const match = row.readings.find((reading) => reading.keys.some((key) => found.has(key)));
  return {
    ...base,
    problem: null,
    reading: match ?? row.readings[0],
    readings: row.readings,
    matched: match !== undefined,
    verdicts: understood,
    overall: combineProviders(understood),
  };
}

/** How many rows have each verdict; the three words and the waiting rows add up to `total`. */
export interface CheckSummary {
  readonly total: number;
  readonly optedOut: number;
  readonly notFound: number;
  readonly couldNotCheck: number;
  readonly waiting: number;
}

/** Counts the verdicts of all rows. */
export function summarise(rows: readonly CheckRow[]): CheckSummary {
  const counts = { 'opted-out': 0, 'not-found': 0, 'could-not-check': 0, waiting: 0 };
  for (const { overall } of rows) counts[overall.kind] += 1;
  return {
    total: rows.length,
    optedOut: counts['opted-out'],
    notFound: counts['not-found'],
    couldNotCheck: counts['could-not-check'],
    waiting: counts.waiting,
  };
}

/** `12 numbers: 3 opted out, 8 not found, 1 could not check` (CONTRACT, status of the Check page). */
export function summaryText(summary: CheckSummary): string {
  const words = [
    `${formatCount(summary.optedOut)} opted out`,
    `${formatCount(summary.notFound)} not found`,
    `${formatCount(summary.couldNotCheck)} could not check`,
    ...(summary.waiting > 0 ? [`${formatCount(summary.waiting)} ${ANSWER_WORDS.stillChecking}`] : []),
  ];
  return `${countOf(summary.total, 'number')}: ${words.join(', ')}`;
}
