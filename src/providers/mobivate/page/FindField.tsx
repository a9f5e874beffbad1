import { useState } from 'react';

import { MAIN_BOX } from '../../../ui/main-box';
import { SearchField } from '../../../ui/SearchField';
import { digitsOf } from './find-digits';
import styles from './page.module.css';

interface FindFieldProps {
  /** As it stands in the URL. */
  readonly find: string;
  readonly onChange: (digits: string) => void;
}

/** Part of a number, in whatever format it is at hand; its digits are looked for while it is typed. */
export function FindField({ find, onChange }: FindFieldProps) {
  const digits = digitsOf(find);
  const [draft, setDraft] = useState({ text: find, digits });
  // Other digits than those typed here came with Back or a button.
  const text = draft.digits === digits ? draft.text : find;
  const useless = text.trim() !== '' && digits === '';
  return (
    <SearchField
      {...MAIN_BOX}
      label="Find number"
      className={styles['find']}
      value={text}
      placeholder="Any part of it"
      inputMode="tel"
      error={useless ? 'There is no digit in this text, so all numbers are shown.' : undefined}
      hint={useless ? undefined : 'Digits in a row, in any format.'}
      onChange={(typed) => {
        const found = digitsOf(typed);
        setDraft({ text: typed, digits: found });
        if (found !== digits) onChange(found);
      }}
    />
  );
}
