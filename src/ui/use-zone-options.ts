import { useEffect, useMemo, useState } from 'react';

import { timeZones } from '../lib/time-zones';
import { createBreather } from '../lib/yield';
import type { ComboboxOption } from './combobox-match';
import type { OffsetWords } from './use-offset-words';

/** The first to choose from: what logs and vendors use. */
const FIRST = 'UTC';

/**
 * All zones as options. Their offsets at `instants` (ms UTC) cost a look-up each, some 420 in all, so they are worked out
 * once `words` is given, a few at a time, and the list is there without them until then.
 */
export function useZoneOptions(
  value: string,
  words: OffsetWords | null,
  instants: readonly number[],
): readonly ComboboxOption[] {
  const zones = useMemo(() => [...new Set([FIRST, value, ...timeZones()])], [value]);
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (words === null) return undefined;
    let wanted = true;
    const workOut = async () => {
      const breathe = createBreather();
      const details = new Map<string, string>();
      for (const zone of zones) {
        await breathe();
        if (!wanted) return;
        details.set(zone, words(zone, instants));
      }
      setFound(details);
    };
    void workOut();
    return () => {
      wanted = false;
    };
  }, [zones, words, instants]);
  return useMemo(() => zones.map((zone) => zoneOption(zone, found.get(zone))), [zones, found]);
}

/** One zone as an option, with its offset where that is known. */
export function zoneOption(zone: string, offset: string | undefined): ComboboxOption {
  return { value: zone, label: zone, ...(offset !== undefined && { detail: offset }) };
}
