import { QueryClientProvider } from '@tanstack/react-query';
import { enableHistorySync, NuqsAdapter } from 'nuqs/adapters/react';
import { useEffect, useState } from 'react';

import { cx } from '../ui/cx';
import { ConnectionNotice } from './ConnectionNotice';
import { ErrorBoundary } from './ErrorBoundary';
import { keepFocus } from './focus-keeper';
import { Header } from './Header';
import { Pages } from './Pages';
import { createQueryClient } from './query-client';
import { SandboxBanner } from './SandboxBanner';
import { ServerUnreachable } from './ServerUnreachable';
import styles from './shell.module.css';
import { SkipLink } from './SkipLink';
import { UnknownZone } from './UnknownZone';
import { useConfig } from './use-config';
import { useTheme } from './use-theme';
import { useZone } from './use-zone';

// wouter moves between pages through the History API; the filters in the URL must hear of it.
enableHistorySync();

/** The whole product: its shell, and one page inside. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <Shell />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}

function Shell() {
  useTheme();
  useEffect(() => keepFocus(document), []);
  const { config, serverReachable } = useConfig();
  const [zone, chooseZone, refusedZone] = useZone(config.data);
  const waiting = config.data === undefined && config.error === null;
  return (
    <>
      <SkipLink />
      <Header config={config.data} zone={zone} onZone={chooseZone} />
      {config.data?.sandbox === true && <SandboxBanner />}
      <main id="main" tabIndex={-1} className={cx(styles['main'], waiting && styles['waiting'])}>
        <ConnectionNotice serverReachable={serverReachable || config.data === undefined} />
        {refusedZone !== null && config.data !== undefined && <UnknownZone named={refusedZone} zone={zone} />}
        <ErrorBoundary>
          {config.data !== undefined && <Pages config={config.data} zone={zone} />}
          {config.data === undefined && config.error !== null && (
            <ServerUnreachable
              error={config.error}
              retrying={config.isFetching}
              onRetry={() => void config.refetch()}
            />
          )}
        </ErrorBoundary>
      </main>
    </>
  );
}
