import { RawText } from './Details';
import { usePrinting } from './use-printing';

/** Text that stands on paper only, such as the evidence of an open record with its scope and as-of. */
export function PrintedText({ text }: { readonly text: () => string }) {
  return usePrinting() ? <RawText>{text()}</RawText> : null;
}
