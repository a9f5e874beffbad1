import { instantWords } from '../lib/evidence-words';
import type { Provider } from '../providers/contract';
import { formatCount } from '../ui/counts';
import { isKept, type CheckRow } from './check-rows';
import { searchedScopes, unreadStretches, unsearchedScopes } from './scope-words';
import { ANSWER_WORDS, SCOPE_WORDS, sentence } from './words';

interface SheetFacts {
  /** The rows on the sheet. */
  readonly rows: readonly CheckRow[];
  /** How many rows the check has; more than on the sheet while only some are shown. */
  readonly total: number;
  readonly providers: readonly Provider[];
  /** When it was asked, ms UTC. */
  readonly startedAt: number;
  /** When what could not be checked was asked again, ms UTC; `startedAt` when it was not. */
  readonly askedAt: number;
  /** ISO 3166 country that numbers without a country code were read in. */
  readonly country: string;
  /** IANA zone of the page. */
  readonly zone: string;
  readonly sandbox: boolean;
  /** Lists are still being read. */
  readonly running: boolean;
}

/** What stands at the head of a printed check, one line each: when it was asked, what is not on the sheet, what the words promise. */
export function sheetHead(facts: SheetFacts): readonly string[] {
  const { rows, total, startedAt, askedAt, country, zone, sandbox, running } = facts;
  return [
    sentence(ANSWER_WORDS.asked(instantWords(startedAt, zone))),
    ...(askedAt > startedAt ? [ANSWER_WORDS.askedAgain(instantWords(askedAt, zone))] : []),
    ...(rows.some(isKept) ? [ANSWER_WORDS.keptRows(formatCount(rows.filter(isKept).length))] : []),
    ...(sandbox ? [ANSWER_WORDS.sandbox] : []),
    ...(running ? [ANSWER_WORDS.unfinished] : []),
    ...(rows.length < total ? [ANSWER_WORDS.rowsPrinted(formatCount(rows.length), formatCount(total))] : []),
    ANSWER_WORDS.country(country),
    ANSWER_WORDS.promise,
  ];
}

/** What stands at the foot of every sheet: for each vendor what was searched, as of when, and what was not. */
export function sheetScopes({
  rows,
  providers,
  zone,
}: Pick<SheetFacts, 'rows' | 'providers' | 'zone'>): readonly string[] {
  return providers.flatMap(({ label }, position) => {
    const verdicts = rows.flatMap((row) => row.verdicts[position] ?? []);
    if (verdicts.some(({ kind }) => kind === 'not-configured')) return [`${label}: ${SCOPE_WORDS.notConfigured}`];
    const searched = searchedScopes(verdicts);
    const unsearched = unsearchedScopes(verdicts);
    return [
      ...(searched === '' ? [] : [`${label}, ${SCOPE_WORDS.searched}: ${searched}`]),
      ...(unsearched === '' ? [] : [`${label}, ${SCOPE_WORDS.notFullySearched}: ${unsearched}`]),
      ...unreadStretches(verdicts, zone).map((stretch) => `${label}, ${SCOPE_WORDS.notRead}: ${stretch}`),
      ...(verdicts.some(({ kind }) => kind === 'waiting') ? [`${label}: ${ANSWER_WORDS.notAnswered}`] : []),
    ];
  });
}
