import { useEffect, useRef, useState } from 'react';

interface AnnouncerProps {
  readonly text: string;
  /** Least time between two announcements, ms. */
  readonly everyMs?: number;
}

/** The announcer that went last, and when: another that takes its place (a part that was loaded) goes on with its pause. */
let gone = { everyMs: 0, last: Number.NEGATIVE_INFINITY, at: Number.NEGATIVE_INFINITY };

/** So soon after it, it is the same reading that goes on, ms. */
const SAME_READING_MS = 500;

/**
 * Says changing text to screen readers, politely and not more often than every few seconds (WCAG 4.1.3). It has no
 * `role="status"`: that role belongs to the one answer of the page.
 */
export function Announcer({ text, everyMs = 5000 }: AnnouncerProps) {
  const [spoken, setSpoken] = useState('');
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (gone.everyMs === everyMs && Date.now() - gone.at < SAME_READING_MS) last.current = gone.last;
    return () => {
      gone = { everyMs, last: last.current, at: Date.now() };
    };
  }, [everyMs]);
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
