import type { ListFilter } from '../list-state';

/** What stands in the place of the table when a list was read whole and holds nothing. */
export function emptyWords(filter: ListFilter, account: string): { readonly title: string; readonly body: string } {
  switch (filter.kind) {
    case 'all':
      return {
        title: `No opt-outs in ${account}`,
        body: 'TextUs has no opt-out on this account’s list. The list was read to its end.',
      };
    case 'search':
      return {
        title: `No number contains ${filter.digits}`,
        body: `TextUs found no opt-out of ${account} with these digits in a row. Search for fewer digits, or choose another account.`,
      };
    case 'exact':
      return {
        title: 'None of these numbers has an opt-out here',
        body: `TextUs returned no opt-out of ${account} for them. Another account can have its own.`,
      };
  }
}
