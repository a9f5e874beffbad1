import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';

import { Button } from '../ui/Button';
import { formatCount } from '../ui/counts';
import { LiveSlot } from '../ui/LiveSlot';
import { MAIN_BOX } from '../ui/main-box';
import { TextArea } from '../ui/TextArea';
import { countLines, firstLines, isTooLongToEdit, LINES_SHOWN, rowsFor } from './box-text';
import styles from './check.module.css';
import { insertQuickly } from './quick-insert';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly hint: ReactNode;
  readonly error: string | undefined;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** The one box of the page. It grows with its lines; of a list too long to edit it shows the beginning, and holds the whole. */
export function NumbersBox({ text, onText, hint, error, onFocus, onKeyDown }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const held = useMemo(() => isTooLongToEdit(text), [text]);
  const shown = useMemo(() => (held ? firstLines(text, LINES_SHOWN) : text), [held, text]);

  useEffect(() => {
    if (box.current === null) return undefined;
    return insertQuickly(box.current, onText);
  }, [onText]);

  return (
    <>
      <TextArea
        {...MAIN_BOX}
        ref={box}
        label="Phone numbers"
        hint={hint}
        error={error}
        value={shown}
        onChange={onText}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        // A box that cannot be edited takes no paste by itself: another list takes the place of this one.
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!held || pasted === '') return;
          event.preventDefault();
          onText(pasted);
        }}
        readOnly={held}
        rows={rowsFor(shown)}
        spellCheck={false}
        autoComplete="off"
        inputMode="text"
      />
      <LiveSlot>
        {held && (
          <p className={styles['held']}>
            <span>
              {formatCount(countLines(text))} lines are held; the box shows the first {LINES_SHOWN}. All of them are
              checked. A list this long cannot be edited here: paste another one over it, or
            </span>
            <Button
              size="small"
              onClick={() => {
                onText('');
                box.current?.focus();
              }}
            >
              Empty the box
            </Button>
          </p>
        )}
      </LiveSlot>
    </>
  );
}
