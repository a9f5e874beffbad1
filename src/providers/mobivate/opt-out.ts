import type { OptOut } from '../contract';
import type { History } from './history';
import { rowKeys, rowMsisdn } from './history-keys';
import type { MobivateRow, NumberOnlyRow } from './schema';
import { sourceOf } from './source';

/**
 * A row as the other vendors' are shown too. Reading a number against the numbering plans is dear, so this is for rows that
 * are shown or matched, never for a whole history. A row without a readable id or time has an empty id and no time.
 */
export function toOptOut(row: MobivateRow | NumberOnlyRow): OptOut {
  return {
    provider: 'mobivate',
    recordId: row.id ?? '',
    numberAsGiven: row.mobile,
    msisdn: rowMsisdn(row.mobile),
    keys: rowKeys(row.mobile),
    optedOutAt: row.created,
    source: sourceOf(row.note),
    account: null,
    fields: [['Note', row.note ?? '']],
    raw: 'raw' in row ? row.raw : row,
  };
}

/**
 * What the history holds of a number, newest first, of readings that began at `since` (ms UTC) or later. Rows that prove no more
 * than the number are shown only where there is nothing better: most of them are a record that came unharmed another time.
 */
export function recordsOf(history: History, keys: readonly string[], since = -Infinity): readonly OptOut[] {
  const rows = history.find(keys).filter((row) => history.seenAt(row) >= since);
  if (rows.length > 0) return rows.map((row) => toOptOut(history.row(row)));
  return history.findNumberOnly(keys, since).map(toOptOut);
}
