import { useEffect, useRef, useState } from 'react';

interface AnnouncerProps {
  readonly text: string;
  /** Least time between two announcements, ms. */
  readonly everyMs?: number;
}

/**
 * Says changing text to screen readers, politely and not more often than every few seconds (WCAG 4.1.3). It has no
 * `role="status"`: that role belongs to the one answer of the page.
 */
export function Announcer({ text, everyMs = 5000 }: AnnouncerProps) {
  const [spoken, setSpoken] = useState('');
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, last.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSpoken(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, everyMs]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {spoken}
    </div>
  );
}
