import { parseAsNumberLiteral, parseAsString, useQueryStates } from 'nuqs';
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';

import { dayOf } from '../../../lib/date-range';
import { digitsOf } from '../../../lib/phone-text';
import type { RangeText } from '../../../ui/DateRangeField';
import { setPreference, usePreferences } from '../../../ui/preferences';
import { PAGE_SIZES, searchParsers, type SORTS } from '../search';
import { isSameSearch } from './find-digits';
import { defaultRange, readRange } from './range-filter';

/** Bounds as they are written, so that one that cannot be read is named and not passed over; a size only where there is one. */
const parsers = {
  ...searchParsers,
  from: parseAsString,
  to: parseAsString,
  // As written too: one that is no zone is named by the shell, not written over.
  tz: parseAsString,
  size: parseAsNumberLiteral(PAGE_SIZES),
};

/** A link without a size means this one. */
const LINK_SIZE = 50;

/**
 * The filters of the page and how to change them. They live in the URL; what nobody chose is not written there. Any change
 * leads to page 1 and is a step for Back.
 */
export function useFilters(zone: string, since: string) {
  const [search, setSearch] = useQueryStates(parsers, { history: 'push' });
  const { pageSize: preferred } = usePreferences();
  // A page left open over midnight keeps the days it was opened with.
  const [openedAt] = useState(() => Date.now());
  const foundAt = useRef(Number.NEGATIVE_INFINITY);

  const { from, to, find, sort, page } = search;
  const range = useMemo(() => {
    const chosen = from !== null || to !== null;
    const text = chosen
      ? { from: from ?? since, to: to ?? dayOf(openedAt, zone) }
      : defaultRange(openedAt, zone, since);
    return readRange(text, zone);
  }, [from, to, zone, since, openedAt]);
  const size = search.size ?? (page > 1 ? LINK_SIZE : preferred);
  useZoneInLink(search, () => void setSearch({ tz: zone }, { history: 'replace' }));
  useFirstPageOfZone(zone, page, () => void setSearch({ page: null }, { history: 'replace' }));

  return {
    range,
    find,
    digits: digitsOf(find),
    sort,
    size,
    page,
    // Drawn a bit at a time, so that the press itself is answered at once.
    setRange: (text: RangeText) => startTransition(() => void setSearch({ ...text, tz: zone, page: null })),
    setFind: (digits: string) => {
      const now = Date.now();
      const history = isSameSearch(digitsOf(find), digits, now - foundAt.current) ? 'replace' : 'push';
      foundAt.current = now;
      void setSearch({ find: digits === '' ? null : digits, page: null }, { history });
    },
    setSort: (next: (typeof SORTS)[number]) => void setSearch({ sort: next, page: null }),
    setSize: (next: number) => {
      const known = PAGE_SIZES.find((one) => one === next) ?? LINK_SIZE;
      setPreference('pageSize', known);
      void setSearch({ size: known === LINK_SIZE ? null : known, page: null });
    },
    setPage: (next: number) => {
      // A size that the link would not have by itself is written into it: page 2 is another one in another size.
      const implied = next > 1 ? LINK_SIZE : preferred;
      void setSearch({ page: next, size: size === LINK_SIZE && implied === LINK_SIZE ? null : size });
    },
  };
}

export type Filters = ReturnType<typeof useFilters>;

/**
 * A link to a view that somebody has chosen gives it to others too, whose own zone is another: the zone is written beside the
 * choice. What nobody chose (the page as it opens) stays everybody's own.
 */
function useZoneInLink(search: Readonly<Record<string, unknown>>, writeZone: () => void): void {
  const { from, to, tz, find, size, page } = search;
  const chosen = from !== null || to !== null || find !== '' || size !== null || page !== 1;
  useEffect(() => {
    if (chosen && tz === null) writeZone();
  });
}

/** Another zone means other days, so page 1; Back to a zone and its page does not. */
function useFirstPageOfZone(zone: string, page: number, toFirstPage: () => void): void {
  const last = useRef({ zone, page });
  useEffect(() => {
    const before = last.current;
    last.current = { zone, page };
    if (before.zone !== zone && before.page === page && page > 1) toFirstPage();
  });
}
