import type { NumberList } from '../lib/number-list';
import type { PublicConfig } from '../lib/public-config';
import { isNonEmpty } from '../lib/non-empty';
import type { Lookup, OptOut, Provider, Scope, ScopeAnswer } from '../providers/contract';

/** Pretend vendors for the tests of this folder: their lists are known, so every verdict can be held against the truth. */

export function pretendRecord(provider: string, msisdn: string, more: Partial<OptOut> = {}): OptOut {
  return {
    provider,
    recordId: `${provider}-${msisdn}`,
    numberAsGiven: msisdn,
    msisdn,
    keys: [msisdn],
    optedOutAt: Date.UTC(2020, 6, 30, 15, 18, 52, 133),
    source: { actor: 'person', words: 'the person replied STOP', raw: 'MO' },
    account: null,
    fields: [],
    raw: { mobile: msisdn },
    ...more,
  };
}

export function pretendScope(provider: string): Scope {
  return { provider, account: null, interval: { from: 0, to: 1_000 }, asOf: 500 };
}

export function pretendProvider(id: string, lookup: Lookup): Provider {
  return {
    id,
    label: id.toUpperCase(),
    path: `/${id}`,
    listAddress: () => `/${id}`,
    settings: [`${id.toUpperCase()}_KEY`],
    loadPage: () => Promise.reject(new Error('no page')),
    loadLookup: () => Promise.resolve({ lookup }),
    evidenceColumns: [
      { suffix: 'note', text: (record) => record.source.raw ?? '' },
      { suffix: 'id', text: (record) => record.recordId },
    ],
    searchedByDate: true,
  };
}

/** A whole answer from a list: what a vendor that never fails would say. */
export function truthfulLookup(provider: string, list: ReadonlySet<string>): Lookup {
  return (question) => {
    const scope = pretendScope(provider);
    const answers = question.numbers.map(({ keys }): readonly [ScopeAnswer] => {
      const records = keys.filter((key) => list.has(key)).map((key) => pretendRecord(provider, key));
      return isNonEmpty(records)
        ? [{ kind: 'opted-out', records, scope, coverage: 'whole' }]
        : [{ kind: 'not-found', scope }];
    });
    return Promise.resolve({ answers, coverage: [{ kind: 'whole', scope }], unasked: [] });
  };
}

export function pretendConfig(configured: readonly string[]): PublicConfig {
  const vendors = configured.map((id) => [id, { configured: true, canary: null, since: null, accounts: [] }] as const);
  return { sandbox: false, defaultCountry: 'US', defaultTimeZone: null, vendors: Object.fromEntries(vendors) };
}

/** A list with one row for each number, in order. */
export function pretendList(numbers: readonly string[]): NumberList {
  const first = new Map<string, number>();
  return {
    country: 'US',
    header: null,
    rows: numbers.map((msisdn, index) => {
      const sameAs = first.get(msisdn) ?? null;
      if (sameAs === null) first.set(msisdn, index);
      const reading = {
        msisdn,
        as: 'international',
        country: null,
        display: `+${msisdn}`,
        keys: [msisdn],
        possible: true,
      } as const;
      return { kind: 'number', line: index + 1, input: msisdn, readings: [reading], sameAs };
    }),
  };
}
