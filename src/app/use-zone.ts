import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo } from 'react';

import type { PublicConfig } from '../lib/public-config';
import { browserTimeZone, isTimeZone } from '../lib/time-zones';
import { setPreference, usePreferences } from '../ui/preferences';

/**
 * The zone of the page: the one in the URL, else the person's choice, else the settings', else the browser's. A new choice
 * is remembered, and written to the URL where the URL names one. `refused` is what the URL names that is no zone.
 */
export function useZone(
  config: PublicConfig | undefined,
): readonly [zone: string, choose: (zone: string) => void, refused: string | null] {
  const [inUrl, setInUrl] = useQueryState('tz', parseAsString.withOptions({ history: 'push' }));
  const { zone: preferred } = usePreferences();
  const configured = config?.defaultTimeZone;
  const zone = useMemo(
    () =>
      [inUrl, preferred, configured].find((each) => typeof each === 'string' && isTimeZone(each)) ?? browserTimeZone(),
    [inUrl, preferred, configured],
  );
  const choose = useCallback(
    (next: string) => {
      setPreference('zone', next);
      if (inUrl !== null) void setInUrl(next);
    },
    [inUrl, setInUrl],
  );
  return [zone, choose, inUrl === null || isTimeZone(inUrl) ? null : inUrl];
}
