import { displayMsisdn } from '../../../lib/phone';
import { VERDICT_WORDS } from '../../../lib/words';
import { formatDateTimeWithZone, formatUtc } from '../../../lib/zoned-time';
import type { OptOut } from '../../contract';
import type { ListFilter } from '../list-state';
import { filterWords, type Finished } from './list-view';
import { shorten } from './shorten';

/** Longer texts of the vendor are cut in evidence, in characters. */
const MOST_IN_EVIDENCE = 2000;

/** The instant in UTC, and on the clock of `zone` (IANA) where that is another. */
export function instantWords(instant: number | null, zone: string): string {
  if (instant === null) return 'not given by TextUs in a form that can be read';
  return zone === 'UTC' ? formatUtc(instant) : `${formatUtc(instant)} (${formatDateTimeWithZone(instant, zone)})`;
}

/** A vendor's text on one line, without control and bidi characters, so that it cannot pose as a line of the evidence. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/\p{Bidi_Control}/gu, '');
  return shorten(line.trim(), MOST_IN_EVIDENCE);
}

interface EvidenceFacts {
  /** The reading that the record is from; null while that goes on. */
  readonly source: Finished | null;
  readonly filter: ListFilter;
  /** IANA zone. */
  readonly zone: string;
  readonly sandbox: boolean;
}

/** One record as plain text for a ticket, which stands alone: number, instant, how, by whom, ids, where and when it was read. */
export function recordEvidence(record: OptOut, { source, filter, zone, sandbox }: EvidenceFacts): string {
  const { source: how, account, fields } = record;
  const raw = how.raw === null || how.raw === '' ? '' : ` (created via "${oneLine(how.raw)}")`;
  const read =
    source === null
      ? 'the list was still being read'
      : `list ${source.kind === 'whole' ? 'read whole' : 'read in part'}, as of ${formatUtc(source.coverage.scope.asOf)}`;
  return [
    ...(sandbox ? ['SANDBOX DATA: not real people'] : []),
    `Number: ${displayMsisdn(record.msisdn)}`,
    `TextUs: ${VERDICT_WORDS['opted-out']}`,
    `  since: ${instantWords(record.optedOutAt, zone)}`,
    `  how: ${how.words}${raw}`,
    ...fields.map(([label, text]) => `  ${label}: ${oneLine(text)}`),
    ...(record.recordId === '' ? [] : [`  Record id: ${oneLine(record.recordId)}`]),
    `  Account asked: ${account ?? ''}, ${filterWords(filter)}; ${read}`,
    '',
  ].join('\n');
}
