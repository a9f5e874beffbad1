import { useEffect, useState, type ClipboardEvent, type KeyboardEvent } from 'react';

import { rowText } from './row-text';

/** How long "Row copied" stays, ms. */
const SHOWN_MS = 2500;

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Copy (Ctrl/⌘+C) with nothing selected copies where the focus is: the cell, or from the row's own cell (its number and
 * Details button) the whole row with tabs between the cells. There the arrows choose one cell of the row to copy, so that
 * no cell needs a tab stop; Escape goes back to the row. ↑ ↓ Home End lead from row to row, which by Tab takes a hundred
 * presses. `chosen` is what the arrows have come to, `copied` what was copied, for a moment; both in words, '' for nothing.
 */
export function useTableCopy() {
  // An object of its own for each copy, so that each is shown for as long.
  const [copied, setCopied] = useState({ text: '', times: 0 });
  const [cell, choose] = useState<HTMLTableCellElement | null>(null);
  const [chosen, say] = useState('');
  useEffect(() => {
    if (copied.text === '') return undefined;
    const timer = setTimeout(() => setCopied(({ times }) => ({ text: '', times })), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  useEffect(() => {
    // Straight to the cell: rows are drawn again only when what they hold changes.
    cell?.toggleAttribute('data-chosen', true);
    return () => cell?.removeAttribute('data-chosen');
  }, [cell]);

  const onCopy = (event: ClipboardEvent) => {
    const place = placeOf(event.target);
    if (place === null || getSelection()?.isCollapsed === false) return;
    const { row, focused } = place;
    const one = cell?.parentElement === row ? cell : focused.tagName === 'TH' ? null : focused;
    const texts = (one === null ? [...row.cells] : [one]).map((each) => each.innerText);
    event.clipboardData.setData('text/plain', rowText(texts));
    event.preventDefault();
    setCopied(({ times }) => ({ text: one === null ? 'Row copied' : 'Cell copied', times: times + 1 }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (place?.focused.tagName !== 'TH' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { row, focused } = place;
    const before = cell?.parentElement === row ? cell : null;
    if (event.key === 'Escape' && before !== null) {
      choose(null);
      say('Whole row');
    }
    const other = otherRow(row, event.key)?.querySelector<HTMLElement>('th button');
    if (other !== undefined && other !== null) {
      event.preventDefault();
      other.focus();
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    // Not the sideways scrolling of the region around.
    event.preventDefault();
    const next =
      row.cells[Math.max(0, Math.min((before ?? focused).cellIndex + step, row.cells.length - 1))] ?? focused;
    choose(next);
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const column = row.closest('table')?.tHead?.rows[0]?.cells[next.cellIndex]?.innerText ?? '';
    say(`${column}: ${next.innerText.trim() === '' ? 'empty' : next.innerText}`);
  };

  const onBlur = () => {
    choose(null);
    say('');
  };

  return { copied, chosen, onCopy, onKeyDown, onBlur };
}

/** The row that a key leads to. The first and the last only where all rows are in the document: elsewhere empty ones hold their place. */
function otherRow(row: HTMLTableRowElement, key: string): Element | null | undefined {
  const { children } = row.parentElement ?? row;
  const whole = [...children].every((each) => each.ariaHidden !== 'true');
  switch (key) {
    case 'ArrowUp':
      return row.previousElementSibling;
    case 'ArrowDown':
      return row.nextElementSibling;
    case 'Home':
      return whole ? children[0] : null;
    case 'End':
      return whole ? children[children.length - 1] : null;
    default:
      return null;
  }
}

/** The cell of the body that the focus is in, with its row. */
function placeOf(target: EventTarget) {
  const focused = target instanceof Element ? target.closest<HTMLTableCellElement>('tbody th, tbody td') : null;
  const row = focused?.closest('tr') ?? null;
  return focused === null || row === null ? null : { focused, row };
}
