import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

import { isTimeZone } from '../lib/time-zones';

/** What this browser remembers of a person's taste. Nothing personal: no number, no name, nothing looked up. */
const preferencesSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  /** IANA zone; null follows the settings. */
  zone: v.fallback(v.nullable(v.pipe(v.string(), v.check(isTimeZone))), null),
  /** ISO 3166 alpha-2 code; null follows the settings. */
  country: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), null),
  density: v.fallback(v.picklist(['comfortable', 'compact']), 'comfortable'),
  pageSize: v.fallback(v.picklist([25, 50, 100, 250]), 50),
  /** Ids of hidden columns, by table. */
  hiddenColumns: v.fallback(v.record(v.string(), v.array(v.string())), {}),
  /** Whether single keys do anything; some people's speech input or tremor presses them by accident (WCAG 2.1.4). */
  shortcuts: v.fallback(v.boolean(), true),
});

export type Preferences = Readonly<v.InferOutput<typeof preferencesSchema>>;

const KEY = 'opt-out-lookup.preferences';

/** Reads what was stored; whatever is not understood becomes its default, one by one. */
export function parsePreferences(stored: string | null): Preferences {
  let body: unknown = {};
  try {
    body = JSON.parse(stored ?? '{}');
  } catch {
    // A broken entry counts as none.
  }
  return v.parse(preferencesSchema, typeof body === 'object' && body !== null ? body : {});
}

let current: Preferences | null = null;
const listeners = new Set<() => void>();

/** The preferences as they are now. */
export function readPreferences(): Preferences {
  current ??= parsePreferences(readStored());
  return current;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage is switched off: the defaults hold for this visit.
    return null;
  }
}

function write(next: Preferences | null): void {
  current = next ?? parsePreferences(null);
  try {
    if (next === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Not remembered, but followed until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** Remembers one preference. */
export function setPreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]): void {
  write({ ...readPreferences(), [name]: value });
}

/** Names of the preferences that are not at their defaults, in the order of their definition. */
export function changedPreferences(preferences: Preferences): readonly (keyof Preferences)[] {
  const defaults = parsePreferences(null);
  const names = Object.keys(defaults) as (keyof Preferences)[];
  return names.filter((name) =>
    name === 'hiddenColumns'
      ? Object.values(preferences.hiddenColumns).some((ids) => ids.length > 0)
      : preferences[name] !== defaults[name],
  );
}

/** Forgets them all; gives back the names of those that were not at their defaults. */
export function resetPreferences(): readonly (keyof Preferences)[] {
  const changed = changedPreferences(readPreferences());
  write(null);
  return changed;
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
    current = null;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

/** The preferences, kept in step over components and windows. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, readPreferences);
}
