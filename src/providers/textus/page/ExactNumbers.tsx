import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'wouter';

import type { NonEmpty } from '../../../lib/non-empty';
import { SHARED_WORDS } from '../../../lib/words';
import { Button } from '../../../ui/Button';
import { Row } from '../../../ui/Layout';
import { ARRIVE_HERE, useCarriedNumber } from '../../../ui/carried-number';
import { isAsking } from '../../../ui/asking-key';
import { TextArea } from '../../../ui/TextArea';
import styles from './page.module.css';
import { loadReader, useExactDraft, type ExactProblem } from './use-exact-draft';

interface ExactNumbersProps {
  /** The numbers of the URL; null without. */
  readonly exact: NonEmpty<string> | null;
  readonly defaultCountry: string;
  readonly onLookUp: (numbers: NonEmpty<string> | null) => void;
}

const PROBLEMS: Readonly<Record<ExactProblem, ReactNode>> = {
  nothing: 'Enter at least one phone number.',
  'too-many': (
    <>
      This list is too long for the address of this page. <Link href="/">Check</Link> takes thousands of numbers.
    </>
  ),
  'not-loaded': `${SHARED_WORDS.ownServerWasGone} Nothing was looked up.`,
};

/**
 * The box for whole numbers: pasted in any format, looked up all at once. A number carried here from another page waits for
 * Look up: what is looked up stands in the address, and only a person's own act may put it there.
 */
export function ExactNumbers({ exact, defaultCountry, onLookUp }: ExactNumbersProps) {
  const carried = useCarriedNumber();
  const { text, problem, reading, change, lookUp } = useExactDraft(exact, defaultCountry, onLookUp, carried);
  const waiting = exact === null && carried !== null && text === carried;
  const box = useRef<HTMLTextAreaElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!isAsking(event, text)) return;
    event.preventDefault();
    void lookUp();
  }

  return (
    <form
      className={styles['exact']}
      onSubmit={(event) => {
        event.preventDefault();
        void lookUp();
      }}
    >
      <TextArea
        ref={box}
        {...(waiting && ARRIVE_HERE)}
        label="Exact numbers"
        rows={2}
        className={styles['exactBox']}
        placeholder="e.g. 555 303 1234, +44 7700 900123"
        hint={
          waiting
            ? 'Look up asks TextUs for this number, and puts it into the address of this page.'
            : `One on each line or separated by commas. Without a country code: ${countryName(defaultCountry)}.`
        }
        error={problem === null ? undefined : PROBLEMS[problem]}
        value={text}
        onChange={change}
        onFocus={() => void loadReader().catch(() => undefined)}
        onKeyDown={onKeyDown}
      />
      <Row>
        <Button type="submit" variant="primary" busy={reading}>
          Look up
        </Button>
        {exact !== null && (
          <Button
            variant="ghost"
            icon="x"
            onClick={() => {
              onLookUp(null);
              // The button goes with the numbers.
              box.current?.focus();
            }}
          >
            Clear exact numbers
          </Button>
        )}
      </Row>
    </form>
  );
}

/** The country's name in English; its code when the browser has none. */
function countryName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  } catch {
    // A code that is none.
    return code;
  }
}
