import { useEffect } from 'react';

import { ARRIVE_HERE } from '../ui/carried-number';

interface ArriveAtProps {
  readonly path: string;
  /** The path of the page that was last arrived at. */
  readonly arrivedAt: string;
  readonly onArrive: (path: string) => void;
}

/**
 * Stands behind a page and takes the focus to its heading when somebody has come from another page, so that screen readers
 * begin there; or to the box that a number was sent along for. It is drawn only once the page itself is, and does nothing on the
 * first load.
 */
export function ArriveAt({ path, arrivedAt, onArrive }: ArriveAtProps) {
  useEffect(() => {
    if (arrivedAt === path) return undefined;
    // In a task of its own: focus has the browser lay the new page out at once.
    const task = setTimeout(() => {
      const box = document.querySelector<HTMLElement>(`main [${Object.keys(ARRIVE_HERE).join()}]`);
      (box ?? document.querySelector<HTMLElement>('main h1'))?.focus();
      onArrive(path);
    });
    return () => clearTimeout(task);
  }, [path, arrivedAt, onArrive]);
  return null;
}
