import { parseAsNumberLiteral, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useEffect, useMemo } from 'react';

import type { NonEmpty } from '../../../lib/non-empty';
import { setPreference, usePreferences } from '../../../ui/preferences';
import type { ListFilter } from '../list-state';
import { chooseAccount, PAGE_SIZES, readSearchText, searchParsers, type AccountChoice } from '../search';
import { SORTS, type SortName } from './sort-rows';

/** The rows per page of the URL, or none: then the person's own choice holds. */
const { account, q, exact, page } = searchParsers;
const parsers = {
  account,
  q,
  exact,
  page,
  size: parseAsNumberLiteral(PAGE_SIZES),
  sort: parseAsStringLiteral(SORTS),
};

/** What the page shows, by its URL. */
export interface Filters {
  readonly account: AccountChoice;
  /** Text of the search box; '' while exact numbers are asked for. */
  readonly q: string;
  /** Numbers asked for, as typed; null without. They go before `q` where a URL holds both. */
  readonly exact: NonEmpty<string> | null;
  /** What the list is to hold; null while the search has too few digits to be asked. */
  readonly filter: ListFilter | null;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** The order chosen for a whole list; null for the vendor's own. */
  readonly sort: SortName | null;
}

/** What a person can do about it. Every change but that of the page itself begins at page 1. */
export interface FilterActions {
  readonly chooseAccount: (account: string) => void;
  /** `replace`: goes on with the search of the moment before, which is no place to go back to. */
  readonly search: (text: string, history: 'push' | 'replace') => void;
  /** Null shows the whole list again. */
  readonly lookUp: (numbers: NonEmpty<string> | null) => void;
  readonly turnTo: (page: number) => void;
  readonly resize: (size: number) => void;
  readonly arrange: (sort: SortName | null) => void;
}

function toFilter(exact: NonEmpty<string> | null, q: string): ListFilter | null {
  if (exact !== null) return { kind: 'exact', numbers: exact };
  const search = readSearchText(q);
  if (search.kind === 'too-short') return null;
  return search.kind === 'empty' ? { kind: 'all' } : { kind: 'search', digits: search.digits };
}

/** The filters of the URL (CONTRACT "Pages") and how to change them; each change is a place to go back to. */
export function useFilters(accounts: readonly string[]): readonly [Filters, FilterActions] {
  const [url, setUrl] = useQueryStates(parsers, { history: 'push' });
  const { pageSize } = usePreferences();

  const filters = useMemo((): Filters => {
    const search = url.exact === null ? url.q : '';
    return {
      account: chooseAccount(url.account, accounts),
      q: search,
      exact: url.exact,
      filter: toFilter(url.exact, search),
      page: url.page,
      size: url.size ?? pageSize,
      sort: url.sort,
    };
  }, [url, accounts, pageSize]);

  // A link to a search gives the same to others, whose first account may be another one.
  const unnamed = url.account === null && filters.account.kind === 'account' ? filters.account.account : null;
  const chosen = url.q !== '' || url.exact !== null || url.page !== 1 || url.size !== null || url.sort !== null;
  useEffect(() => {
    if (chosen && unnamed !== null) void setUrl({ account: unnamed }, { history: 'replace' });
  }, [chosen, setUrl, unnamed]);

  const actions = useMemo(
    (): FilterActions => ({
      chooseAccount: (account) => void setUrl({ account, page: null }),
      search: (text, history) => void setUrl({ q: text === '' ? null : text, exact: null, page: null }, { history }),
      lookUp: (numbers) => void setUrl({ exact: numbers, q: null, page: null }),
      turnTo: (page) => void setUrl({ page }),
      resize: (size) => {
        const literal = PAGE_SIZES.find((known) => known === size);
        if (literal === undefined) return;
        setPreference('pageSize', literal);
        void setUrl({ size: literal, page: null });
      },
      arrange: (sort) => void setUrl({ sort, page: null }),
    }),
    [setUrl],
  );
  return [filters, actions];
}
