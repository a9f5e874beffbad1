import type { TextusBehaviour } from './behaviour';
import type { TextusRow } from './wire';

/** What is asked for: part of a number, whole numbers, both or neither. */
export interface Filter {
  readonly q: string | null;
  readonly exact: readonly string[];
}

/** The filters of a query string; a parameter written otherwise (`exact` without brackets) is none. */
export function readFilter(search: URLSearchParams): Filter {
  return { q: search.get('q'), exact: search.getAll('exact[]') };
}

/** The sentence to refuse a filter with; null when it can be answered. */
export function refusalOf({ q, exact }: Filter, behaviour: TextusBehaviour): string | null {
  if (q !== null && q.length < 3) return 'q: must be at least 3 characters';
  if (behaviour.exactLimit !== null && exact.length > behaviour.exactLimit) {
    return `exact: must not hold more than ${behaviour.exactLimit} numbers`;
  }
  const unreadable = exact.find((value) => !/^\d{7,15}$/.test(value.replaceAll(/\D/gu, '')));
  if (unreadable !== undefined && behaviour.unreadableExact === 'refused') {
    return `exact: ${JSON.stringify(unreadable)} is not a phone number`;
  }
  return null;
}

/** The international digits that a value of `exact[]` can mean, in an American account. */
function readingsOf(value: string, behaviour: TextusBehaviour): readonly string[] {
  const digits = value.replaceAll(/\D/gu, '');
  if (value.trim().startsWith('+')) return [digits];
  if (digits.startsWith('011')) return [digits.slice(3)];
  const national = digits.length === 11 && digits.startsWith('1') ? digits : `1${digits}`;
  return behaviour.exactWithoutPlus === 'any-country' ? [digits, national] : [national];
}

function takenOf(exact: readonly string[], { exactTaken }: TextusBehaviour): readonly string[] {
  switch (exactTaken) {
    case 'all':
      return exact;
    case 'first':
      return exact.slice(0, 1);
    case 'last':
      return exact.slice(-1);
    case 'none':
      return [];
  }
}

/** The rows of one account's list that pass the filter, in the order given. */
export function filterRows(
  rows: readonly TextusRow[],
  account: string,
  { q, exact: asked }: Filter,
  behaviour: TextusBehaviour,
): readonly TextusRow[] {
  const exact = takenOf(asked, behaviour);
  const part = q === null || behaviour.search === 'ignored' ? null : q.replaceAll(/\D/gu, '');
  const wanted = exact.length === 0 ? null : new Set(exact.flatMap((value) => readingsOf(value, behaviour)));
  const texts = behaviour.exactCompares === 'text' ? new Set(exact) : null;
  const isWanted = ({ digits, wire }: TextusRow): boolean =>
    wanted === null ||
    (texts !== null && digits.startsWith('1') ? texts.has(wire.formattedPhoneNumber) : wanted.has(digits));
  return rows.filter(
    (row) =>
      row.listedIn.includes(account) &&
      // Letters only match no number at all.
      (part === null || (part !== '' && row.digits.includes(part))) &&
      isWanted(row),
  );
}
