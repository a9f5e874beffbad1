import { displayMsisdn } from '../../../lib/phone';
import { formatDateTimeWithZone, formatUtc } from '../../../lib/zoned-time';
import { CarryButton } from '../../../ui/CarryButton';
import { CopyButton } from '../../../ui/CopyButton';
import { DefinitionList } from '../../../ui/DefinitionList';
import { Dialog } from '../../../ui/Dialog';
import { NoteText } from '../../../ui/NoteText';
import { PrintedText } from '../../../ui/PrintedText';
import { RecordText } from '../../../ui/RecordText';
import { inPanel } from '../../../ui/shorten';
import { Verdict } from '../../../ui/Verdict';
import type { OptOut } from '../../contract';

interface OptOutDetailsProps {
  /** The record that is open; null for none. */
  readonly record: OptOut | null;
  /** IANA zone. */
  readonly zone: string;
  readonly evidence: (record: OptOut) => string;
  readonly onClose: () => void;
}

/** The panel beside the list: everything one record says, and its evidence for a ticket. */
export function OptOutDetails({ record, zone, evidence, onClose }: OptOutDetailsProps) {
  return (
    <Dialog
      open={record !== null}
      onClose={onClose}
      side="end"
      title={record === null ? '' : displayMsisdn(record.msisdn)}
      footer={
        record !== null && (
          <>
            <CopyButton label="Copy number" variant="ghost" text={displayMsisdn(record.msisdn)} />
            <CarryButton to="/" number={displayMsisdn(record.msisdn)} icon="search">
              Check this number
            </CarryButton>
            <CopyButton label="Copy evidence" variant="primary" text={() => evidence(record)} />
          </>
        )
      }
    >
      {record !== null && (
        <>
          <Verdict kind="opted-out" size="large" />
          <DefinitionList items={itemsOf(record, zone)} />
          <PrintedText text={() => evidence(record)} />
          <RecordText summary="The record as TextUs sent it" record={record.raw} />
        </>
      )}
    </Dialog>
  );
}

function itemsOf({ optedOutAt, source, account, recordId, fields }: OptOut, zone: string) {
  const when: (readonly [string, string])[] =
    optedOutAt === null
      ? [['Opted out at', 'not given in a form that can be read']]
      : [
          ['Opted out at', formatDateTimeWithZone(optedOutAt, zone)],
          ...(zone === 'UTC' ? [] : ([['In UTC', formatUtc(optedOutAt)]] as const)),
        ];
  return [
    ...when,
    ['How', source.words] as const,
    [
      'Created via',
      source.raw === null || source.raw === '' ? 'not given' : <NoteText key="note" text={source.raw} />,
    ] as const,
    ...fields.map(([label, text]) => [label, inPanel(text)] as const),
    ['Account asked', account ?? ''] as const,
    ['Record id', recordId === '' ? 'not given' : inPanel(recordId)] as const,
  ];
}
