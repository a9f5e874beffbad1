import { instantWords, oneLine } from '../../../lib/evidence-words';
import { SHARED_WORDS } from '../../../lib/words';
import { formatUtc } from '../../../lib/zoned-time';
import type { OptOut } from '../../contract';
import type { Answer } from '../session';

interface EvidenceFacts {
  /** IANA zone of the page. */
  readonly zone: string;
  readonly sandbox: boolean;
  readonly answer: Answer;
  /** Start of the reading that saw the record last, ms UTC. */
  readonly seenAt: number;
  /** The number as people compare it. */
  readonly display: string;
}

/** One record as plain text for a ticket: each line stands by itself, times in UTC first, the vendor's words in quotes. */
export function recordEvidence(record: OptOut, { zone, sandbox, answer, seenAt, display }: EvidenceFacts): string {
  const { source, optedOutAt } = record;
  const { coverage } = answer;
  const { interval, asOf } = coverage.scope;
  const searched = interval === null ? 'whole list' : `${formatUtc(interval.from)} to ${formatUtc(interval.to)}`;
  return `${[
    'Mobivate opt-out record',
    ...(sandbox ? [SHARED_WORDS.sandboxData] : []),
    `Number: ${oneLine(display)} (at Mobivate: ${oneLine(record.numberAsGiven)})`,
    `Opted out at: ${instantWords(optedOutAt, zone)}`,
    `How: ${source.words}; Mobivate’s note: ${source.raw === null ? 'none' : `"${oneLine(source.raw)}"`}`,
    `Record id: ${oneLine(record.recordId)}`,
    `Record last seen in the reading begun: ${formatUtc(seenAt)}`,
    `Searched ${coverage.kind === 'whole' ? 'whole' : 'in part'}: ${searched}, as of ${formatUtc(asOf)}`,
  ].join('\n')}\n`;
}
