import type { Preferences } from '../ui/preferences';

const NAMES: Readonly<Record<keyof Preferences, string>> = {
  theme: 'theme',
  zone: 'time zone',
  country: 'default country',
  density: 'rows of tables',
  pageSize: 'rows per page',
  hiddenColumns: 'hidden columns',
  shortcuts: 'single-key shortcuts',
};

/** What a reset did, given the names of the preferences that were not at their defaults. */
export function resetWords(changed: readonly (keyof Preferences)[]): string {
  if (changed.length === 0) return 'Everything was at its default already.';
  return `Back to the defaults: ${changed.map((name) => NAMES[name]).join(', ')}.`;
}
