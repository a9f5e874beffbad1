import { Suspense, useDeferredValue, useState } from 'react';
import { Link, useLocation } from 'wouter';

import type { PublicConfig } from '../lib/public-config';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { usePreferences } from '../ui/preferences';
import { ArriveAt } from './ArriveAt';
import { ErrorBoundary } from './ErrorBoundary';
import { RestartWatch } from './RestartWatch';
import { routes } from './routes';
import styles from './shell.module.css';

interface PagesProps {
  readonly config: PublicConfig;
  readonly zone: string;
}

/** The page of the address, loaded when it is first opened. */
export function Pages({ config, zone }: PagesProps) {
  const [location] = useLocation();
  const [arrivedAt, setArrivedAt] = useState(location);
  const { country } = usePreferences();
  const arriving = useDeferredValue(location);
  const route = routes.find(({ path }) => path === location);
  // The page before goes at once: it would take the new address for its own. The new one is drawn when there is time, a bit at a time.
  if (arriving !== location) return <div className={styles['turning']} />;
  return (
    // A page that broke does not take the others with it.
    <ErrorBoundary key={location}>
      <RestartWatch />
      <Suspense fallback={<p className={styles['loading']}>Loading the page…</p>}>
        {route === undefined ? (
          <UnknownPage />
        ) : (
          <route.Page config={config} zone={zone} defaultCountry={country ?? config.defaultCountry} />
        )}
        <ArriveAt path={location} arrivedAt={arrivedAt} onArrive={setArrivedAt} />
      </Suspense>
    </ErrorBoundary>
  );
}

function UnknownPage() {
  return (
    <Page title="There is no such page">
      <EmptyState title="This address leads nowhere" actions={<Link href="/">Go to Check numbers</Link>}>
        The pages are named at the top.
      </EmptyState>
    </Page>
  );
}
