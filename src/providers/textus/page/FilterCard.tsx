import { Card } from '../../../ui/Card';
import { Select } from '../../../ui/Select';
import type { AccountChoice } from '../search';
import { formatExact } from '../search';
import { ExactNumbers } from './ExactNumbers';
import styles from './page.module.css';
import { SearchNumbers } from './SearchNumbers';
import type { FilterActions, Filters } from './use-filters';

interface FilterCardProps {
  readonly accounts: readonly string[];
  readonly filters: Filters;
  readonly actions: FilterActions;
  readonly defaultCountry: string;
}

/** What to list: whose account, and which numbers of it: all, those with some digits, or a list of whole ones. */
export function FilterCard({ accounts, filters, actions, defaultCountry }: FilterCardProps) {
  const { account, q, exact } = filters;
  return (
    <Card label="Filters" className="screen-only">
      <div className={styles['filters']}>
        <div className={styles['side']}>
          <Select
            label="Account"
            value={account.kind === 'none' ? '' : account.account}
            options={accountOptions(accounts, account)}
            onChange={actions.chooseAccount}
          />
          <SearchNumbers q={q} other={exact === null ? '' : formatExact(exact)} onSearch={actions.search} />
        </div>
        <div className={styles['or']} aria-hidden="true">
          or
        </div>
        <ExactNumbers exact={exact} defaultCountry={defaultCountry} onLookUp={actions.lookUp} />
      </div>
    </Card>
  );
}

function accountOptions(accounts: readonly string[], choice: AccountChoice) {
  const options = accounts.map((account) => ({ value: account, label: account }));
  if (choice.kind !== 'unknown') return options;
  return [{ value: choice.account, label: `${choice.account} (not set up here)` }, ...options];
}
