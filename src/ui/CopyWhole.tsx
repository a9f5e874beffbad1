import { CopyButton } from './CopyButton';

interface CopyWholeProps {
  readonly text: string;
  /** What of it is on screen. */
  readonly shown: string;
}

/** Behind a text that was cut: copies all of it. Nothing where all of it is shown. */
export function CopyWhole({ text, shown }: CopyWholeProps) {
  return text === shown ? null : <CopyButton label="Copy the whole text" size="small" variant="ghost" text={text} />;
}
