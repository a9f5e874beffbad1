import { createParser, parseAsNumberLiteral, parseAsString, parseAsStringLiteral } from 'nuqs';

import { parseMoment, serializeMoment, type Moment } from '../../lib/date-range';
import { isTimeZone } from '../../lib/zoned-time';

/** Rows per page that can be chosen. */
export const PAGE_SIZES = [25, 50, 100, 250] as const;

/** Orders of the table; the newest opt-outs come first unless another is chosen. */
export const SORTS = ['time-desc', 'time-asc', 'number-asc', 'number-desc'] as const;

/** Reads a page number, 1 and up, as it is written: `2`. Null for anything else. */
export function parsePage(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

/** Reads an IANA zone that this browser knows, e.g. `Australia/Sydney`. Null for anything else. */
export function parseZone(text: string): string | null {
  return isTimeZone(text) ? text : null;
}

const parseAsMoment = createParser<Moment>({
  parse: parseMoment,
  serialize: serializeMoment,
  eq: (one, other) => serializeMoment(one) === serializeMoment(other),
});

const parseAsPage = createParser<number>({ parse: parsePage, serialize: String });

const parseAsZone = createParser<string>({ parse: parseZone, serialize: (zone) => zone });

/**
 * The parameters of `/mobivate` (CONTRACT "Pages"), for nuqs: `from` and `to` are days, the end day included, or local times,
 * both in `tz`. What cannot be read is as if it were not there.
 */
export const searchParsers = {
  from: parseAsMoment,
  to: parseAsMoment,
  tz: parseAsZone,
  find: parseAsString.withDefault(''),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(50),
  page: parseAsPage.withDefault(1),
  sort: parseAsStringLiteral(SORTS).withDefault('time-desc'),
};
