import { loadEnv } from 'vite';

import { parseSettings, type Settings } from './settings';
import { VENDORS } from './vendors';

/**
 * Settings from the process environment over `.env.local` over `.env` in `root`. The mode is left empty on purpose: with one,
 * Vite would also read `.env.production` or `.env.development`, and start and dev could differ.
 * Throws `SettingError` for a bad value.
 */
export function readSettings(root: string): Settings {
  return parseSettings(loadEnv('', root, ''), VENDORS, Date.now());
}
