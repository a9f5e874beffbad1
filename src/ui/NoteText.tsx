import { CopyWhole } from './CopyWhole';
import { inPanel } from './shorten';

interface NoteTextProps {
  readonly text: string;
  readonly className?: string | undefined;
}

/** A vendor's own words in a details panel, as a quotation; a very long one is cut, and can be copied whole. */
export function NoteText({ text, className }: NoteTextProps) {
  const shown = inPanel(text);
  return (
    <>
      <q dir="auto" className={className}>
        {shown}
      </q>
      <CopyWhole text={text} shown={shown} />
    </>
  );
}
