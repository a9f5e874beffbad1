import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

import { placeNear } from './place';
import styles from './Popover.module.css';

interface PopoverProps {
  /** For `popoverTarget` of the button that opens and closes it; the browser does the rest. */
  readonly id: string;
  readonly label: string;
  /** What it opens under. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/**
 * A small dialog beside its button, in the browser's top layer: Escape or a press elsewhere closes it, and the focus goes
 * back to the button; so does Tab out of it, to wherever that leads. What it holds is made when it opens;
 * `closePopover` closes it from within.
 */
export function Popover({ id, label, anchor, children }: PopoverProps) {
  const popover = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = popover.current;
    if (element === null || !open) return undefined;
    const place = () => {
      if (anchor.current !== null) placeNear(anchor.current, element);
    };
    place();
    // What it holds may load later and make it grow.
    const growth = new ResizeObserver(place);
    growth.observe(element);
    window.addEventListener('resize', place);
    // Tab leads on to what stands under it (WCAG 2.4.11).
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Node && !element.contains(target)) element.hidePopover();
    };
    document.addEventListener('focusin', onFocusIn);
    return () => {
      growth.disconnect();
      window.removeEventListener('resize', place);
      document.removeEventListener('focusin', onFocusIn);
    };
  }, [open, anchor]);
  return (
    <dialog
      ref={popover}
      id={id}
      popover="auto"
      aria-label={label}
      className={styles['popover']}
      onToggle={(event) => setOpen(event.newState === 'open')}
    >
      {open && children}
    </dialog>
  );
}

/** Closes the popover of this id. */
export function closePopover(id: string): void {
  document.getElementById(id)?.hidePopover();
}
