import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { isOwnServerReachable, onOwnServerChange } from '../http/own-server';
import { configQuery } from './config';

/** How often a server that is not there is looked for, ms. */
const LOOK_EVERY = 2000;

/**
 * The settings, and whether our own server is there. Once it is missed in mid-session it is looked for until it answers
 * again; it may then have other settings, so they are what it is asked for.
 */
export function useConfig() {
  const serverReachable = useSyncExternalStore(onOwnServerChange, isOwnServerReachable);
  const config = useQuery({
    ...configQuery,
    refetchInterval: ({ state }) => (serverReachable || state.data === undefined ? false : LOOK_EVERY),
  });
  return { config, serverReachable };
}
