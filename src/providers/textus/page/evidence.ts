import { instantWords, oneLine } from '../../../lib/evidence-words';
import { displayMsisdn } from '../../../lib/phone';
import { SHARED_WORDS, VERDICT_WORDS } from '../../../lib/words';
import { formatUtc } from '../../../lib/zoned-time';
import type { OptOut } from '../../contract';
import type { ListFilter } from '../list-state';
import { filterWords, type Finished } from './list-view';

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
    ...(sandbox ? [SHARED_WORDS.sandboxData] : []),
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
