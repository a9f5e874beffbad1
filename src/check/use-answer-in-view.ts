import { useEffect, useRef, type RefObject } from 'react';

/** How much of the answers a person has to see to know that they are there, CSS pixels: number and verdict, or the summary and a row. */
const LEAST_SEEN = 200;

/**
 * Where the answers stand: on a phone, or under a long list, that is below what the window shows, and who has just asked would see
 * nothing happen. They are brought to its top once, as a check begins, before there is anything to read; nothing moves later.
 */
export function useAnswerInView(running: boolean): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!running || element === null) return;
    // A phone's keyboard covers part of the window without making it smaller.
    const height = globalThis.visualViewport?.height ?? globalThis.innerHeight;
    if (element.getBoundingClientRect().top + LEAST_SEEN > height) element.scrollIntoView({ block: 'start' });
  }, [running]);
  return place;
}
