import { useQuery } from '@tanstack/react-query';

import { configQuery } from './config';

/** Settings read less than so long ago, in ms, need no second look. */
const JUST_READ_MS = 1000;

/**
 * Looks at the settings again with each page that is opened and when the person comes back to the window. A list kept from
 * before asks nobody, so without this a restart of our server would not be noticed, and the list would pass for that of now.
 */
export function RestartWatch() {
  useQuery({ ...configQuery, staleTime: JUST_READ_MS, refetchOnWindowFocus: true });
  return null;
}
