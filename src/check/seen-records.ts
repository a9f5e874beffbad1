import type { OptOut } from '../providers/contract';

/** A record with the accounts whose lists show it, in the order they were read; none at a vendor without accounts. */
export interface SeenRecord {
  readonly record: OptOut;
  readonly accounts: readonly string[];
}

/**
 * The records in their order, each once: an opt-out made in one account is seen from others of the company too (VENDORS.md), and
 * three times the same would look like three opt-outs. Whatever differs in anything but the account stands apart.
 */
export function seenRecords(records: readonly OptOut[]): readonly SeenRecord[] {
  const seen = new Map<string, { readonly record: OptOut; readonly accounts: string[] }>();
  for (const record of records) {
    const { account, ...rest } = record;
    // Most numbers have one record, which may be long: it is compared with nothing.
    const same = records.length === 1 ? '' : JSON.stringify(rest);
    const entry = seen.get(same) ?? { record, accounts: [] };
    if (account !== null && !entry.accounts.includes(account)) entry.accounts.push(account);
    seen.set(same, entry);
  }
  return [...seen.values()];
}

/** What these accounts are called before a colon or in a list of terms. */
export const accountsLabel = ({ accounts }: SeenRecord): 'Account' | 'Accounts' =>
  accounts.length > 1 ? 'Accounts' : 'Account';
