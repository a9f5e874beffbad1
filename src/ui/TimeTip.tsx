import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';

import { placeNear } from './place';
import styles from './TimeTip.module.css';

interface TimeTipProps {
  /** ms since the epoch, UTC. */
  readonly instant: number;
  /** What the tip says. */
  readonly text: string;
  readonly children: ReactNode;
}

/** How long the pointer may take from the words to the tip before the tip goes, ms. */
const GRACE_MS = 120;

/**
 * An instant in words, with more about it on hover and on focus. The tip can be hovered, goes with Escape, and stays until the
 * pointer or the focus leaves (WCAG 1.4.13). One element, for there is one in every row.
 */
export function TimeTip({ instant, text, children }: TimeTipProps) {
  const id = useId();
  const anchor = useRef<HTMLTimeElement>(null);
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
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- looked at and listened to, never pressed: the tip comes by pointer and focus */}
      <time
        ref={anchor}
        dateTime={new Date(instant).toISOString()}
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
      </time>
      {shown &&
        createPortal(
          <Bubble
            id={id}
            text={text}
            anchor={anchor}
            onEnter={show}
            onLeave={hideSoon}
            onEscape={() => setShown(false)}
          />,
          document.body,
        )}
    </>
  );
}

interface BubbleProps {
  readonly id: string;
  readonly text: string;
  readonly anchor: RefObject<HTMLTimeElement | null>;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onEscape: () => void;
}

function Bubble({ id, text, anchor, onEnter, onLeave, onEscape }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  // Here, not in what it is about: fifty rows then have no effect of theirs to begin and to end.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onEscape]);
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
