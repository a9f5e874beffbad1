import { startTransition, useCallback, useEffect, useId, useRef, type ReactNode } from 'react';

import { IconButton } from './Button';
import { cx } from './cx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** `end` is a panel along the side, for details of a row. */
  readonly side?: 'center' | 'end';
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Set when it shows what it holds, not its head alone. */
const FILLED = 'data-filled';

/**
 * The platform's modal dialog: it keeps the focus inside, closes with Escape or a press beside it, and gives the focus
 * back to where it came from.
 */
export function Dialog({ open, onClose, title, side = 'center', footer, children }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null || !open) return undefined;
    // In a task of its own, apart from React's and from the frame's paint: making the rest of the page inert costs a style of every element.
    let task = setTimeout(() => {
      element.showModal();
      // What it holds follows in the next: its first style and layout cost as much again.
      task = setTimeout(() => element.setAttribute(FILLED, ''));
    });
    return () => {
      clearTimeout(task);
      element.removeAttribute(FILLED);
      element.close();
    };
  }, [open]);

  /** Away at once; what follows from it is drawn in a task of its own. */
  const close = useCallback(() => {
    dialog.current?.close();
    startTransition(onClose);
  }, [onClose]);

  // A press that begins and ends on the backdrop; selecting text outwards does not close.
  useEffect(() => {
    const element = dialog.current;
    if (element === null || !open) return undefined;
    const press = (event: PointerEvent) => {
      if (event.target === element) close();
    };
    element.addEventListener('pointerdown', press);
    return () => element.removeEventListener('pointerdown', press);
  }, [open, close]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={cx(styles['dialog'], styles[side])}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      {open && (
        <div className={styles['frame']}>
          <div className={styles['head']}>
            <h2 id={titleId} className={styles['title']}>
              {title}
            </h2>
            <IconButton label="Close" icon="x" onClick={close} />
          </div>
          <div className={styles['body']}>{children}</div>
          {footer !== undefined && <div className={styles['foot']}>{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
