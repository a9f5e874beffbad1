import type { CsvColumn } from '../lib/csv';
import { REASON_WORDS, VERDICT_WORDS } from '../lib/words';
import { formatIsoUtc } from '../lib/zoned-time';
import type { Provider, Scope, ScopeAnswer } from '../providers/contract';
import type { CheckRow } from './check-rows';
import { isWhole } from './scope-words';
import { verdictKind, verdictReason, type OverallVerdict, type ProviderVerdict } from './verdict';

function word(verdict: ProviderVerdict | OverallVerdict | undefined): string {
  const kind = verdict === undefined ? 'waiting' : verdictKind(verdict);
  // In a file taken while the check runs, what is not answered yet could not be checked yet.
  return VERDICT_WORDS[kind === 'waiting' ? 'could-not-check' : kind];
}

function reason(verdict: ProviderVerdict | undefined): string {
  if (verdict?.kind === 'waiting') return REASON_WORDS.incomplete.short;
  const of = verdict === undefined ? null : verdictReason(verdict);
  return of === null ? '' : REASON_WORDS[of].short;
}

function answersOf(verdict: ProviderVerdict | undefined): readonly ScopeAnswer[] {
  return verdict === undefined || verdict.kind === 'waiting' || verdict.kind === 'not-configured'
    ? []
    : verdict.answers;
}

function scopes(verdict: ProviderVerdict | undefined): readonly Scope[] {
  return answersOf(verdict).map((answer) => answer.scope);
}

/** The bounds of what was searched whole at one vendor for one row; the widest when several scopes have dates. */
function searched(verdict: ProviderVerdict | undefined, bound: 'from' | 'to'): string {
  // Only what was read to its end was searched; and nothing is claimed of the time after the reading began.
  if (verdict?.kind === 'could-not-check') return '';
  const times = answersOf(verdict).flatMap((answer) => {
    const { interval, asOf, newestAsOf = asOf } = answer.scope;
    if (interval === null || !isWhole(answer)) return [];
    return [bound === 'from' ? interval.from : Math.min(interval.to, newestAsOf)];
  });
  if (times.length === 0) return '';
  return formatIsoUtc(bound === 'from' ? Math.min(...times) : Math.max(...times));
}

function accountsOf(verdict: ProviderVerdict): string {
  return scopes(verdict)
    .flatMap(({ account }) => account ?? [])
    .join(' ');
}

/** The age of the oldest reading behind the row, ms UTC; the time of asking where nothing was searched. */
export function rowAsOf(row: CheckRow, startedAt: number): number {
  return Math.min(startedAt, ...row.verdicts.flatMap((verdict) => scopes(verdict).map((scope) => scope.asOf)));
}

/**
 * The columns of the Check file (CONTRACT "CSV"): what was asked, the overall verdict, then for each vendor its verdict,
 * reason and the newest record's own columns, then what was searched and as of when. Each row stands alone as evidence.
 */
export function checkCsvColumns(providers: readonly Provider[], startedAt: number): readonly CsvColumn<CheckRow>[] {
  const ours = (name: string, text: (row: CheckRow) => string): CsvColumn<CheckRow> => ({ name, kind: 'ours', text });
  const free = (name: string, text: (row: CheckRow) => string): CsvColumn<CheckRow> => ({ name, kind: 'free', text });
  const at = (position: number) => (row: CheckRow) => row.verdicts[position];
  return [
    ours('line', (row) => String(row.line)),
    free('input', (row) => row.input),
    ours('number', (row) => row.reading?.display ?? ''),
    ours('verdict', (row) => word(row.overall)),
    ...providers.flatMap(({ id, evidenceColumns }, position) => [
      ours(id, (row) => word(at(position)(row))),
      ours(`${id}_reason`, (row) => reason(at(position)(row))),
      ...evidenceColumns.map((column) =>
        free(`${id}_${column.suffix}`, (row) => {
          const verdict = at(position)(row);
          if (verdict?.kind === 'opted-out') return column.text(verdict.records[0]);
          // "Not found" never stands without the accounts that were searched.
          return column.suffix === 'account' && verdict?.kind === 'not-found' ? accountsOf(verdict) : '';
        }),
      ),
    ]),
    ...providers.flatMap(({ id, searchedByDate }, position) =>
      searchedByDate
        ? [
            ours(`${id}_searched_from_utc`, (row) => searched(at(position)(row), 'from')),
            ours(`${id}_searched_to_utc`, (row) => searched(at(position)(row), 'to')),
          ]
        : [],
    ),
    ours('as_of_utc', (row) => formatIsoUtc(rowAsOf(row, startedAt))),
  ];
}

/**
 * True when the file must carry `PARTIAL`: a row is not answered yet, or could not be checked, overall or at one vendor, for another
 * reason than not being a phone number.
 */
export function isPartial(rows: readonly CheckRow[]): boolean {
  const isMissing = (verdict: ProviderVerdict | OverallVerdict): boolean =>
    verdict.kind === 'could-not-check' && verdict.failure.reason !== 'not-a-phone-number';
  return rows.some(
    ({ overall, verdicts }) =>
      overall.kind === 'waiting' ||
      (overall.kind === 'could-not-check' && (isMissing(overall) || verdicts.some(isMissing))),
  );
}
