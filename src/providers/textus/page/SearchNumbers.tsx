import { useEffect, useRef, useState } from 'react';

import { MAIN_BOX } from '../../../ui/main-box';
import { SearchField } from '../../../ui/SearchField';
import { FEWEST_DIGITS, readSearchText } from '../search';

interface SearchNumbersProps {
  /** The search of the URL. */
  readonly q: string;
  /** The other filter of the URL, '' without: when it changes, half-typed text is forgotten. */
  readonly other: string;
  readonly onSearch: (text: string, history: 'push' | 'replace') => void;
}

/** How long the typing must rest before TextUs is asked, ms. */
const REST_MS = 300;

/** What the search box says of itself while one types. */
function hintOf(text: string): string {
  const search = readSearchText(text);
  switch (search.kind) {
    case 'empty':
      return `Any part of a number, at least ${FEWEST_DIGITS} digits.`;
    case 'too-short':
      return `Type at least ${FEWEST_DIGITS} digits. Nothing is asked with fewer.`;
    case 'ready':
      return `Searches for numbers that contain ${search.digits}.`;
  }
}

/** The search box: asks once the typing rests, or at Enter. One visit to the box is one place to go back to. */
export function SearchNumbers({ q, other, onSearch }: SearchNumbersProps) {
  const [text, setText] = useState(q);
  const [here, setHere] = useState(false);
  const sent = useRef(q);
  const before = useRef(other);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const history = useRef<'push' | 'replace'>('push');

  // Back, Forward and the other filters change the search from outside; our own changes come back as they were sent.
  useEffect(() => {
    if (q === sent.current && other === before.current) return;
    clearTimeout(timer.current);
    sent.current = q;
    before.current = other;
    setText(q);
  }, [q, other]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function send(typed: string) {
    clearTimeout(timer.current);
    const next = typed.trim();
    if (next === sent.current) return;
    sent.current = next;
    before.current = '';
    onSearch(next, history.current);
    history.current = 'replace';
  }

  return (
    <SearchField
      {...MAIN_BOX}
      label="Search numbers"
      // Not said to those who change it from elsewhere, by a lookup of whole numbers or by Back.
      hint={<span aria-live={here ? 'polite' : 'off'}>{hintOf(text)}</span>}
      placeholder="e.g. 303"
      inputMode="tel"
      value={text}
      onChange={(typed) => {
        setText(typed);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => send(typed), REST_MS);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) send(text);
      }}
      onFocus={() => setHere(true)}
      onBlur={() => {
        setHere(false);
        send(text);
        history.current = 'push';
      }}
    />
  );
}
