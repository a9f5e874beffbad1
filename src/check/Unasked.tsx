import { countOf } from '../ui/counts';
import { Message } from '../ui/Message';
import type { Check } from './run-check';
import { ANSWER_WORDS } from './words';

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
        title={ANSWER_WORDS.unasked.title(label, countOf(part.unasked.length, 'record'))}
        detail={detail}
      >
        <p>{ANSWER_WORDS.unasked.meaning}</p>
      </Message>
    );
  });
}
