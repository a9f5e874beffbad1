/** What vite.config.ts and the commands load, through Vite's module runner. */
export { announcement } from './announcement';
export { readSettings } from './environment';
export { serverSide } from './plugin';
export { SettingError } from './setting-values';
export { DEFAULT_PORT } from './settings';
