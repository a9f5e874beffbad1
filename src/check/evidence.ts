import { instantWords, oneLine } from '../lib/evidence-words';
import { formatUtc } from '../lib/zoned-time';
import { REASON_WORDS } from '../lib/words';
import { createBreather } from '../lib/yield';
import type { OptOut, Provider, Scope, ScopeAnswer } from '../providers/contract';
import { asOfWords } from './as-of';
import type { CheckRow } from './check-rows';
import { furtherFields } from './further-fields';
import { unreadStretches } from './scope-words';
import { verdictText, type ProviderVerdict } from './verdict';
import { ANSWER_WORDS, NUMBER_WORDS, SCOPE_WORDS } from './words';

/** "1 Jan 2010, 00:00:00 UTC to 22 Nov 2026, 12:04:10 UTC, as of 22 Nov 2026, 12:04:10 UTC" with the account in front. */
function scopeText(label: string, scope: Scope, askedAt: number): string {
  const account = scope.account === null ? '' : ` ${SCOPE_WORDS.accounts([scope.account])}`;
  const range =
    scope.interval === null
      ? SCOPE_WORDS.wholeList
      : SCOPE_WORDS.range(
          formatUtc(scope.interval.from),
          formatUtc(Math.min(scope.interval.to, scope.newestAsOf ?? scope.asOf)),
        );
  return `${label}${account}, ${range}, ${asOfWords([scope], askedAt)}`;
}

function recordLines(record: OptOut, zone: string): readonly string[] {
  const { source } = record;
  return [
    `    since: ${instantWords(record.optedOutAt, zone)}`,
    `    how: ${source.words}${source.raw === null || source.raw === '' ? '' : ` (vendor's note: "${oneLine(source.raw)}")`}`,
    `    number at the vendor: ${oneLine(record.numberAsGiven)}; record id: ${oneLine(record.recordId)}${record.account === null ? '' : `; account: ${oneLine(record.account)}`}`,
    ...furtherFields(record).map(([label, text]) => `    ${label}: ${oneLine(text)}`),
  ];
}

function answerLine(label: string, answer: ScopeAnswer, askedAt: number): string {
  const searched = scopeText(label, answer.scope, askedAt);
  if (answer.kind === 'could-not-check')
    return `    ${SCOPE_WORDS.notFullySearched} (${REASON_WORDS[answer.failure.reason].short}): ${searched}`;
  const part =
    answer.kind === 'opted-out' && answer.coverage === 'partial'
      ? SCOPE_WORDS.searchedInPart
      : SCOPE_WORDS.searchedWhole;
  return `    ${part}: ${searched}`;
}

interface EvidenceTimes {
  /** IANA zone of the page. */
  readonly zone: string;
  /** When the check was asked last, ms UTC. */
  readonly askedAt: number;
}

function providerLines(
  label: string,
  verdict: ProviderVerdict,
  isKept: boolean,
  { zone, askedAt }: EvidenceTimes,
): readonly string[] {
  if (verdict.kind === 'waiting') return [`  ${label}: ${ANSWER_WORDS.notAnswered}`];
  const head = `  ${label}: ${verdictText(verdict)}`;
  if (verdict.kind === 'not-configured') return [head];
  return [
    head,
    ...(verdict.kind === 'could-not-check' ? [`    ${verdict.failure.message}`] : []),
    ...(verdict.kind === 'opted-out' ? verdict.records.flatMap((record) => recordLines(record, zone)) : []),
    ...(isKept ? [`    ${ANSWER_WORDS.kept.name}: ${ANSWER_WORDS.kept.meaning(formatUtc(askedAt))}`] : []),
    ...verdict.answers.map((answer) => answerLine(label, answer, askedAt)),
    ...unreadStretches([verdict], zone).map((stretch) => `    ${SCOPE_WORDS.notRead}: ${stretch}`),
  ];
}

/**
 * Evidence for one number as plain text for a ticket: the number as asked and as read, the verdict of each vendor with
 * instants in UTC and the zone, source, record ids, and what was searched as of when.
 */
function rowEvidence(row: CheckRow, providers: readonly Provider[], times: EvidenceTimes): string {
  const read = row.readings.map((reading) => `${reading.display} (${reading.as})`).join(' or ');
  const matched = row.matched && row.reading !== null ? [`${NUMBER_WORDS.foundUnder}: ${row.reading.display}`] : [];
  return [
    `${NUMBER_WORDS.asked}: ${oneLine(row.input)} (line ${row.line})`,
    `${NUMBER_WORDS.readAs}: ${read === '' ? NUMBER_WORDS.notANumber : read}`,
    ...matched,
    `${NUMBER_WORDS.verdict}: ${verdictText(row.overall) || ANSWER_WORDS.notAnswered}`,
    ...(row.readings.length === 0
      ? []
      : providers.flatMap(({ label }, position) => {
          const verdict = row.verdicts[position];
          return verdict === undefined ? [] : providerLines(label, verdict, row.kept[position] === true, times);
        })),
  ].join('\n');
}

/** Evidence for rows, however many, with a head that says what the words promise; made in steps while the page lives on. */
export async function evidenceText(
  rows: readonly CheckRow[],
  providers: readonly Provider[],
  options: EvidenceTimes & {
    /** When the check was asked first, ms UTC. */
    readonly startedAt: number;
    /** ISO 3166 country that numbers without a country code were read in. */
    readonly country: string;
    readonly sandbox: boolean;
  },
  breathe = createBreather(),
): Promise<string> {
  const { startedAt, askedAt, zone } = options;
  const head = [
    `Opt-out check, ${ANSWER_WORDS.asked(instantWords(startedAt, zone))}`,
    ...(askedAt > startedAt ? [ANSWER_WORDS.askedAgain(instantWords(askedAt, zone))] : []),
    ...(options.sandbox ? [ANSWER_WORDS.sandbox] : []),
    ANSWER_WORDS.country(options.country),
    ANSWER_WORDS.promise,
  ];
  const parts = [head.join('\n')];
  for (const row of rows) {
    await breathe();
    parts.push(rowEvidence(row, providers, options));
  }
  return parts.join('\n\n') + '\n';
}
