import type { OptOut } from '../contract';
import { rowKeys } from './history-keys';
import type { MobivateRow } from './schema';
import { sourceOf } from './source';

/**
 * A row as the other vendors' are shown too. Reading a number against the numbering plans is dear, so this is for rows that
 * are shown or matched, never for a whole history.
 */
export function toOptOut(row: MobivateRow): OptOut {
  return {
    provider: 'mobivate',
    recordId: row.id,
    numberAsGiven: row.mobile,
    msisdn: row.mobile.replaceAll(/\D/gu, ''),
    keys: rowKeys(row.mobile),
    optedOutAt: row.created,
    source: sourceOf(row.note),
    account: null,
    fields: [['Note', row.note ?? '']],
    raw: row,
  };
}
