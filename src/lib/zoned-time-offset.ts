import type { Locale } from 'date-fns';
import { enUS } from 'date-fns/locale/en-US';
import { formatInTimeZone } from 'date-fns-tz';

import { createBreather } from './yield';
import { createStretchTable, type Stretch, type StretchTable } from './zoned-time-stretches';

// Of date-fns-tz only `xxx` and `zzz` are used: they are right everywhere, the rest of it is an hour off near changes.

/**
 * Before 1973 some zones kept fractions of a minute (the last, Monrovia, until 7 January 1972), which `xxx` cannot say, and
 * rules for after 2200 nobody knows. Outside these bounds the offset at the bound goes on. Vendors' data starts in 2010.
 */
const FIRST = Date.UTC(1973, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

/**
 * CLDR gives a zone's short name (AEDT, CEST, PDT) only in the English of the places that use it, else "GMT+11".
 * The first of these that has a name wins, so that names do not depend on the browser's language.
 */
const LOCALES = ['US', 'GB', 'AU', 'NZ', 'CA', 'ZA', 'IN', 'IE', 'SG', 'HK'].map(english);

function english(country: string): Locale {
  return { ...enUS, code: `en-${country}` };
}

const tables = new Map<string, StretchTable>();
const names = new WeakMap<Stretch, string | null>();
/** Names of instants asked for one by one, a handful a year, by zone. */
const single = new Map<string, Map<number, string>>();

function tableOf(zone: string): StretchTable {
  let table = tables.get(zone);
  if (table === undefined) {
    table = createStretchTable((at) => parseOffset(formatInTimeZone(new Date(at), zone, 'xxx')));
    tables.set(zone, table);
  }
  return table;
}

/** Reads "+05:45" as ms east of UTC. */
function parseOffset(text: string): number {
  const [hours = '', minutes = ''] = text.slice(1).split(':');
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return text.startsWith('-') ? -size : size;
}

/**
 * Offset of a zone at an instant (ms UTC), in ms east of UTC. Before 1973 and after 2199 the offset of that bound.
 * Throws RangeError for an unknown zone or for NaN.
 */
export function offsetAt(instant: number, zone: string): number {
  return tableOf(zone).offsetAt(clamp(instant));
}

/**
 * Short English name of the zone's clock at an instant (ms UTC): 'PDT', 'AEDT', or 'GMT+5:45' where no name is in use.
 * Throws RangeError for an unknown zone or for NaN.
 */
export function zoneNameAt(instant: number, zone: string): string {
  const at = clamp(instant);
  const stretch = tableOf(zone).builtStretchAt(at);
  if (stretch === null) return singleName(at, zone);
  let name = names.get(stretch);
  if (name === undefined) {
    const atStart = askName(stretch.from, zone);
    // A name can change while the offset stays (Istanbul, September 2016): then every instant is asked for.
    name = atStart === askName(stretch.to - 1000, zone) ? atStart : null;
    names.set(stretch, name);
  }
  return name ?? askName(at, zone);
}

/**
 * Works out what `offsetAt` and `zoneNameAt` say of the time around an instant (ms UTC), in tasks of their own, before anybody waits
 * for it: a slow computer takes tens of ms for the first time of a zone. Rejects with a RangeError for an unknown zone or for NaN.
 */
export async function prepareZone(instant: number, zone: string): Promise<void> {
  const nextTask = createBreather(0);
  offsetAt(instant, zone);
  await nextTask();
  tableOf(zone).stretchAt(clamp(instant));
  await nextTask();
  zoneNameAt(instant, zone);
}

function singleName(instant: number, zone: string): string {
  const asked = single.get(zone) ?? new Map<number, string>();
  const name = asked.get(instant) ?? askName(instant, zone);
  single.set(zone, asked.set(instant, name));
  return name;
}

function askName(instant: number, zone: string): string {
  let fallback: string | null = null;
  for (const locale of LOCALES) {
    const name = formatInTimeZone(new Date(instant), zone, 'zzz', { locale });
    if (!/^GMT./u.test(name)) return name;
    fallback ??= name;
  }
  return fallback ?? '';
}

function clamp(instant: number): number {
  return Math.min(Math.max(instant, FIRST), LAST);
}
