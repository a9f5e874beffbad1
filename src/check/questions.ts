import { isNonEmpty, type NonEmpty } from '../lib/non-empty';
import type { InputRow, NumberList } from '../lib/number-list';
import type { AskedNumber } from '../providers/contract';

/** The rows of the input, and the distinct numbers they ask: duplicates are asked once and answered on every row. */
export interface QuestionList {
  /** ISO 3166 country that numbers without a country code were read in; the answers rest on it, whatever is chosen later. */
  readonly country: string;
  readonly rows: readonly InputRow[];
  readonly questions: readonly AskedNumber[];
  /** For each row the index of its question; null for text that is not a phone number. */
  readonly questionOf: readonly (number | null)[];
}

/** Every digit string under which the row's number may stand at a vendor, preferred reading first, each once. */
function keysOf(row: InputRow): NonEmpty<string> | null {
  if (row.kind === 'not-a-number') return null;
  const keys = [...new Set(row.readings.flatMap((reading) => reading.keys))];
  return isNonEmpty(keys) ? keys : null;
}

/** Turns the rows of the input into questions, one for each distinct number. */
export function toQuestions(list: NumberList): QuestionList {
  const questions: AskedNumber[] = [];
  const questionOf: (number | null)[] = [];
  for (const row of list.rows) {
    const original = row.kind === 'number' && row.sameAs !== null ? questionOf[row.sameAs] : undefined;
    const keys = keysOf(row);
    if (typeof original === 'number') questionOf.push(original);
    else if (keys === null) questionOf.push(null);
    else questionOf.push(questions.push({ keys }) - 1);
  }
  return { country: list.country, rows: list.rows, questions, questionOf };
}
