import { useEffect, useState } from 'react';

/** Says a zone's offset at some instants (ms UTC): `UTC+11:00`, or `UTC+10:00 to +11:00` where the clocks change between them. */
export type OffsetWords = (zone: string, instants: readonly number[]) => string;

let loaded: OffsetWords | null = null;

async function load(): Promise<OffsetWords> {
  const { formatOffset, offsetAt } = await import('../lib/zoned-time');
  loaded = (zone, instants) => {
    const offsets = [...new Set(instants.map((instant) => formatOffset(offsetAt(instant, zone))))];
    return `UTC${offsets.join(' to ')}`;
  };
  return loaded;
}

/**
 * The above once its code is there, null before: the rules of all zones are heavy, and the first page can be used without.
 * Where they cannot be loaded, zones go without their offsets.
 */
export function useOffsetWords(): OffsetWords | null {
  const [words, setWords] = useState(() => loaded);
  useEffect(() => {
    if (words !== null) return undefined;
    let wanted = true;
    load().then(
      (found) => {
        if (wanted) setWords(() => found);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [words]);
  return words;
}
