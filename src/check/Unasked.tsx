import { countOf } from '../ui/counts';
import { Message } from '../ui/Message';
import type { Check } from './run-check';

/** Says when a vendor sent records nobody asked for: they are reported, never matched by guess. */
export function Unasked({ check }: { readonly check: Check }) {
  return check.providers.map(({ id, label }, position) => {
    const part = check.boards[position]?.part;
    if (part === undefined || part.kind !== 'done' || part.unasked.length === 0) return null;
    const detail = part.unasked.map(({ recordId, numberAsGiven }) => `${numberAsGiven} (${recordId})`).join('\n');
    return (
      <Message
        key={id}
        tone="warning"
        title={`${label} sent ${countOf(part.unasked.length, 'record')} nobody asked for`}
        detail={detail}
      >
        <p>They match no number of this list and were not used. The numbers asked for are answered as shown.</p>
      </Message>
    );
  });
}
