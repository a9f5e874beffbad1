import { useEffect, useState, type ClipboardEvent } from 'react';

import { rowText } from './row-text';

/** How long "Row copied" stays, ms. */
const SHOWN_MS = 2500;

/**
 * Copy (Ctrl/⌘+C) with nothing selected copies where the focus is: the cell, or from the row's own cell (its number and
 * Details button) the whole row with tabs between the cells. `copied` says which it was, for a moment.
 */
export function useRowCopy() {
  const [copied, setCopied] = useState('');
  useEffect(() => {
    if (copied === '') return undefined;
    const timer = setTimeout(() => setCopied(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const onCopy = (event: ClipboardEvent) => {
    if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return;
    const cell = event.target.closest<HTMLElement>('tbody th, tbody td');
    const row = cell?.closest('tr');
    if (cell === null || row === null || row === undefined) return;
    const whole = cell.tagName === 'TH';
    event.clipboardData.setData('text/plain', rowText((whole ? [...row.cells] : [cell]).map((each) => each.innerText)));
    event.preventDefault();
    setCopied(whole ? 'Row copied' : 'Cell copied');
  };
  return { copied, onCopy };
}
