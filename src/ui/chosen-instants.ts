import { useEffect, useSyncExternalStore } from 'react';

type Instants = readonly number[];

let chosen: Instants = [];
const listeners = new Set<() => void>();

function choose(instants: Instants): void {
  chosen = instants;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Tells the time zone box, which lives in the shell, which days a page is about, so that it shows the offsets on those
 * days and not on today. Instants in ms UTC; forgotten when the page goes.
 */
export function useChosenInstants(instants: Instants): void {
  const key = instants.join(' ');
  useEffect(() => {
    choose(key === '' ? [] : key.split(' ').map(Number));
    return () => choose([]);
  }, [key]);
}

/** The instants the page is about, ms UTC; empty when it names none. */
export function useInstantsOfPage(): Instants {
  return useSyncExternalStore(subscribe, () => chosen);
}
