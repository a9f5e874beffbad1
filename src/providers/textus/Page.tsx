import { useMemo } from 'react';

import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Card } from '../../ui/Card';
import { Message } from '../../ui/Message';
import { Page } from '../../ui/Page';
import type { PageProps } from '../contract';
import { provider } from './index';
import type { ListRequest } from './list-state';
import { AccountList } from './page/AccountList';
import { FilterCard } from './page/FilterCard';
import { NotConfigured } from './page/NotConfigured';
import { useFilters } from './page/use-filters';
import { FEWEST_DIGITS } from './search';

const NO_ACCOUNTS: readonly string[] = [];
/** Digits that some of the sandbox's numbers hold. */
const EXAMPLE = '303';

/** TextUs: one account's opt-outs, all of them, by some digits, or by a list of whole numbers. */
export function TextusPage({ config, zone, defaultCountry }: PageProps) {
  const vendor = config.vendors['textus'];
  const accounts = vendor?.accounts ?? NO_ACCOUNTS;
  const [filters, actions] = useFilters(accounts);
  const { account, filter } = filters;
  const request = useMemo(
    (): ListRequest | null =>
      account.kind === 'account' && filter !== null ? { account: account.account, filter, defaultCountry } : null,
    [account, filter, defaultCountry],
  );

  return (
    <Page title="TextUs opt-outs" intro="The opt-outs on one TextUs account’s list, and whether these are all of them.">
      {vendor?.configured !== true || account.kind === 'none' ? (
        <NotConfigured settings={provider.settings} />
      ) : (
        <>
          <FilterCard accounts={accounts} filters={filters} actions={actions} defaultCountry={defaultCountry} />
          {account.kind === 'unknown' && (
            <UnknownAccount account={account.account} accounts={accounts} onChoose={actions.chooseAccount} />
          )}
          {account.kind === 'account' && filter === null && (
            <Card>
              <EmptyState
                icon="search"
                title={`Type at least ${FEWEST_DIGITS} digits`}
                actions={
                  config.sandbox && (
                    <Button onClick={() => actions.search(EXAMPLE, 'push')}>Search the sandbox for {EXAMPLE}</Button>
                  )
                }
              >
                TextUs searches for parts of a number from {FEWEST_DIGITS} digits on. Nothing has been asked yet.
              </EmptyState>
            </Card>
          )}
          {request !== null && (
            <AccountList
              // Another list begins with nothing of this one.
              key={JSON.stringify(request)}
              request={request}
              filters={filters}
              actions={actions}
              zone={zone}
              sandbox={config.sandbox}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface UnknownAccountProps {
  readonly account: string;
  readonly accounts: readonly string[];
  readonly onChoose: (account: string) => void;
}

/** The address names an account that the settings do not: another one's list must not pass for it. */
function UnknownAccount({ account, accounts, onChoose }: UnknownAccountProps) {
  return (
    <Message
      tone="warning"
      title={
        <>
          Account <bdi>{account}</bdi> is not set up here
        </>
      }
      actions={accounts.map((known) => (
        <Button key={known} onClick={() => onChoose(known)}>
          Show {known}
        </Button>
      ))}
    >
      <p>Nothing was asked. Choose an account, or ask whoever runs this page to add it to TEXTUS_ACCOUNTS.</p>
    </Message>
  );
}

export default TextusPage;
