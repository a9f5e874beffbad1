import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';

import { placeNear } from './place';
import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** How long the pointer may take from the words to the tip before the tip goes, ms. */
const GRACE_MS = 120;

/**
 * More about some words, on hover and on focus. It can be hovered, goes with Escape, and stays until the pointer or the
 * focus leaves (WCAG 1.4.13).
 */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState(false);

  const show = () => {
    clearTimeout(leaving.current);
    setShown(true);
  };
  const hideSoon = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setShown(false), GRACE_MS);
  };
  useEffect(() => () => clearTimeout(leaving.current), []);
  useEffect(() => {
    if (!shown) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setShown(false);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shown]);

  return (
    <>
      <span
        ref={anchor}
        // The words are read by people who do not use a mouse, so they take the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={styles['anchor']}
        {...(shown && { 'aria-describedby': id })}
        onPointerEnter={show}
        onPointerLeave={hideSoon}
        onFocus={show}
        onBlur={() => setShown(false)}
      >
        {children}
      </span>
      {shown &&
        createPortal(<Bubble id={id} text={text} anchor={anchor} onEnter={show} onLeave={hideSoon} />, document.body)}
    </>
  );
}

interface BubbleProps {
  readonly id: string;
  readonly text: string;
  readonly anchor: RefObject<HTMLSpanElement | null>;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

function Bubble({ id, text, anchor, onEnter, onLeave }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    bubble.current?.showPopover();
    if (anchor.current !== null && bubble.current !== null) placeNear(anchor.current, bubble.current);
  }, [anchor]);
  return (
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      popover="manual"
      className={styles['bubble']}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {text}
    </div>
  );
}
