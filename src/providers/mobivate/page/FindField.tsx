import { useState, useTransition } from 'react';

import { digitsOf } from '../../../lib/phone-text';
import { ARRIVE_HERE, useCarriedNumber } from '../../../ui/carried-number';
import { MAIN_BOX } from '../../../ui/main-box';
import { SearchField } from '../../../ui/SearchField';
import styles from './page.module.css';

interface FindFieldProps {
  /** As it stands in the URL. */
  readonly find: string;
  readonly onChange: (digits: string) => void;
}

const WAITING = 'Enter finds this number in the days above, and puts it into the address of this page.';

/**
 * Part of a number, in whatever format it is at hand; its digits are looked for while it is typed. A number carried here
 * from another page waits for Enter: what is found stands in the address, and only a person's own act may put it there.
 */
export function FindField({ find, onChange }: FindFieldProps) {
  const digits = digitsOf(find);
  const carried = useCarriedNumber();
  const [draft, setDraft] = useState({ text: find === '' && carried !== null ? carried : find, digits });
  const [finding, startFinding] = useTransition();
  // Other digits than those typed here came with Back or a button.
  const text = finding || draft.digits === digits ? draft.text : find;
  const waiting = text === carried && digits !== digitsOf(text);
  const useless = text.trim() !== '' && digitsOf(text) === '';
  return (
    <SearchField
      {...MAIN_BOX}
      {...(waiting && ARRIVE_HERE)}
      label="Find number"
      className={styles['find']}
      value={text}
      placeholder="Any part of it"
      inputMode="tel"
      error={useless ? 'There is no digit in this text, so all numbers are shown.' : undefined}
      hint={useless ? undefined : waiting ? WAITING : 'Digits in a row, in any format.'}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !waiting) return;
        setDraft({ text, digits: digitsOf(text) });
        onChange(digitsOf(text));
      }}
      onChange={(typed) => {
        const found = digitsOf(typed);
        setDraft({ text: typed, digits: found });
        // The key itself is answered at once; what it finds is drawn a bit at a time.
        if (found !== digits) startFinding(() => onChange(found));
      }}
    />
  );
}
