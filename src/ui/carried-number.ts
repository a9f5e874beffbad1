import { useEffect, useState } from 'react';

/**
 * A number on its way to another page. In memory only and gone with the page load: it must not stand in an address, which
 * browsers and logs keep.
 */
let carried: { readonly path: string; readonly number: string } | null = null;

/** Attribute of the box that a carried number was put into: whoever comes with it arrives there. */
export const ARRIVE_HERE = { 'data-arrive-here': '' } as const;

/** Gives a number, as people write it, to the page with this path (without a query), which must be opened next. */
export function carryNumber(path: string, number: string): void {
  carried = { path, number };
}

/** The number that somebody sent along to the page on screen; null without. The same for the life of the page, and only once. */
export function useCarriedNumber(): string | null {
  const [number] = useState(() => (carried?.path === location.pathname ? carried.number : null));
  useEffect(() => {
    carried = null;
  }, []);
  return number;
}
