import { displayMsisdn } from '../../../lib/phone';
import { formatDateTimeWithZone, formatUtc } from '../../../lib/zoned-time';
import { CarryButton } from '../../../ui/CarryButton';
import { CopyButton } from '../../../ui/CopyButton';
import { DefinitionList } from '../../../ui/DefinitionList';
import { Details, RawText } from '../../../ui/Details';
import { Dialog } from '../../../ui/Dialog';
import { PrintedText } from '../../../ui/PrintedText';
import { Verdict } from '../../../ui/Verdict';
import type { OptOut } from '../../contract';
import { shorten } from './shorten';

interface OptOutDetailsProps {
  /** The record that is open; null for none. */
  readonly record: OptOut | null;
  /** IANA zone. */
  readonly zone: string;
  readonly evidence: (record: OptOut) => string;
  readonly onClose: () => void;
}

/** Longer texts are cut in the panel, in characters: a browser takes seconds to lay out a megabyte. */
const MOST_IN_PANEL = 2000;
const MOST_RAW = 20_000;

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
          <Details summary="The record as TextUs sent it">
            <RawText>{shorten(JSON.stringify(record.raw, null, 2), MOST_RAW)}</RawText>
          </Details>
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
      source.raw === null || source.raw === '' ? 'not given' : shorten(source.raw, MOST_IN_PANEL),
    ] as const,
    ...fields.map(([label, text]) => [label, shorten(text, MOST_IN_PANEL)] as const),
    ['Account asked', account ?? ''] as const,
    ['Record id', recordId === '' ? 'not given' : shorten(recordId, MOST_IN_PANEL)] as const,
  ];
}
