import { CopyWhole } from './CopyWhole';
import { Details, RawText } from './Details';
import { recordText } from './shorten';

interface RecordTextProps {
  readonly summary: string;
  readonly record: unknown;
}

/** A record as the vendor sent it, one press away; a very long one is cut, and can be copied whole. */
export function RecordText({ summary, record }: RecordTextProps) {
  const { shown, whole } = recordText(record);
  return (
    <Details summary={summary}>
      <RawText>{shown}</RawText>
      <CopyWhole text={whole} shown={shown} />
    </Details>
  );
}
