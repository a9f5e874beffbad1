import { Button } from '../ui/Button';
import { LiveSlot } from '../ui/LiveSlot';
import { Message } from '../ui/Message';
import { PAGE_WORDS } from './page-words';

/** A text of the box, and the country (ISO 3166) that its numbers are read in. */
interface Question {
  readonly text: string;
  readonly country: string;
}

interface OtherQuestionProps {
  /** What the answers on the page are of. */
  readonly asked: Question;
  /** What would be asked now. */
  readonly now: Question;
  readonly onAsk: () => void;
}

/** Says that the answers below are of another question than stands above them, with the one thing to do about it. */
export function OtherQuestion(props: OtherQuestionProps) {
  return (
    <LiveSlot>
      <Difference {...props} />
    </LiveSlot>
  );
}

function Difference({ asked, now, onAsk }: OtherQuestionProps) {
  const { otherText, otherCountry } = PAGE_WORDS;
  if (now.text.trim() !== asked.text.trim()) {
    return (
      <Message tone="warning" title={otherText.title}>
        <p>{otherText.body}</p>
      </Message>
    );
  }
  if (now.country === asked.country) return null;
  return (
    <Message tone="warning" title={otherCountry.title} actions={<Button onClick={onAsk}>{otherCountry.action}</Button>}>
      <p>{otherCountry.body(asked.country, now.country)}</p>
    </Message>
  );
}
