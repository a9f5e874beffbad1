import { instantWords, oneLine } from '../lib/evidence-words';
import { NUMBER_PROBLEM_WORDS } from '../lib/phone-problems';
import { formatUtc } from '../lib/zoned-time';
import { REASON_WORDS } from '../lib/words';
import { createBreather } from '../lib/yield';
import type { Provider, Scope, ScopeAnswer } from '../providers/contract';
import { asOfWords } from './as-of';
import { lengthCaution, type CheckRow } from './check-rows';
import { furtherFields } from './further-fields';
import { isWhole, unreadStretches } from './scope-words';
import { accountsLabel, seenRecords, type SeenRecord } from './seen-records';
import { verdictText, type ProviderVerdict } from './verdict';
import { ANSWER_WORDS, NUMBER_WORDS, SCOPE_WORDS } from './words';

/**
 * "1 Jan 2010, 00:00:00 UTC to 22 Nov 2026, 12:04:10 UTC, as of 22 Nov 2026, 12:04:10 UTC" with vendor and account in front. A list
 * without dates is called whole only where it was read so.
 */
function scopeText(label: string, scope: Scope, askedAt: number, isRead: boolean): string {
  const { account, interval, asOf, newestAsOf = asOf } = scope;
  return [
    account === null ? label : `${label} ${SCOPE_WORDS.accounts([account])}`,
    ...(interval === null
      ? []
      : [SCOPE_WORDS.range(formatUtc(interval.from), formatUtc(Math.min(interval.to, newestAsOf)))]),
    ...(interval === null && isRead ? [SCOPE_WORDS.wholeList] : []),
    asOfWords([scope], askedAt),
  ].join(', ');
}

function recordLines(seen: SeenRecord, zone: string): readonly string[] {
  const { record, accounts } = seen;
  const { source } = record;
  const where = accounts.length === 0 ? '' : `; ${accountsLabel(seen).toLowerCase()}: ${oneLine(accounts.join(', '))}`;
  return [
    `    since: ${instantWords(record.optedOutAt, zone)}`,
    `    how: ${source.words}${source.raw === null || source.raw === '' ? '' : ` (vendor’s note: "${oneLine(source.raw)}")`}`,
    `    number at the vendor: ${oneLine(record.numberAsGiven)}; record id: ${oneLine(record.recordId)}${where}`,
    ...furtherFields(record).map(([label, text]) => `    ${label}: ${oneLine(text)}`),
  ];
}

function answerLine(label: string, answer: ScopeAnswer, askedAt: number): string {
  const whole = isWhole(answer);
  const how =
    answer.kind === 'could-not-check'
      ? `${SCOPE_WORDS.notFullySearched} (${REASON_WORDS[answer.failure.reason].short})`
      : SCOPE_WORDS[whole ? 'searchedWhole' : 'searchedInPart'];
  return `    ${how}: ${scopeText(label, answer.scope, askedAt, whole)}`;
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
    ...(verdict.kind === 'opted-out' ? seenRecords(verdict.records).flatMap((seen) => recordLines(seen, zone)) : []),
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
  const caution = lengthCaution(row);
  return [
    `${NUMBER_WORDS.asked}: ${oneLine(row.input)} (line ${row.line})`,
    `${NUMBER_WORDS.readAs}: ${read === '' ? NUMBER_WORDS.notANumber : read}`,
    ...(caution === null ? [] : [caution]),
    ...matched,
    `${NUMBER_WORDS.verdict}: ${verdictText(row.overall) || ANSWER_WORDS.notAnswered}`,
    ...(row.problem === null ? [] : [`  ${NUMBER_PROBLEM_WORDS[row.problem]}`]),
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
