import { useEffect, useState } from 'react';

/** By then a screen reader knows of the region, ms. */
const KNOWN_MS = 150;

/**
 * A key for the words in a live region. Words that come together with their region are mostly not read; with another key they are
 * put in once more when it stands, which nobody sees.
 */
export function useSaidOnArrival(words: string): 'first' | 'again' {
  const [early] = useState(words !== '');
  const [key, setKey] = useState<'first' | 'again'>('first');
  useEffect(() => {
    if (!early) return undefined;
    const timer = setTimeout(() => setKey('again'), KNOWN_MS);
    return () => clearTimeout(timer);
  }, [early]);
  return key;
}
