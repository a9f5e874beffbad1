import { QueryClientProvider, useQuery, type QueryClient } from '@tanstack/react-query';
import { enableHistorySync, NuqsAdapter } from 'nuqs/adapters/react';
import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';

import { onServerRestart, serverRun } from '../http/server-run';
import { cx } from '../ui/cx';
import { configQuery } from './config';
import { ConnectionNotice } from './ConnectionNotice';
import { ErrorBoundary } from './ErrorBoundary';
import { keepFocus } from './focus-keeper';
import { Header } from './Header';
import { Pages } from './Pages';
import { createQueryClient } from './query-client';
import { SandboxBanner } from './SandboxBanner';
import { sandboxQuery } from './sandbox-controls';
import { ServerUnreachable } from './ServerUnreachable';
import styles from './shell.module.css';
import { SkipLink } from './SkipLink';
import { UnknownZone } from './UnknownZone';
import { useConfig } from './use-config';
import { useTheme } from './use-theme';
import { useZone } from './use-zone';

// wouter moves between pages through the History API; the filters in the URL must hear of it.
enableHistorySync();

/** Asks for the settings before anything is drawn: they are waited for. */
function begin(): QueryClient {
  const client = createQueryClient();
  void client.prefetchQuery(configQuery);
  return client;
}

/**
 * The whole product. All that was read belongs to one run of our server: after a restart everything is begun anew with the settings
 * it then has, for another key, address or sandbox may mean other lists.
 */
export function App() {
  const { number } = useSyncExternalStore(onServerRestart, serverRun);
  return <OneRun key={number} />;
}

/** The shell, and one page inside. */
function OneRun() {
  const [client] = useState(begin);
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
  // Drawn when there is time, a little at a time: the page comes with it.
  const settings = useDeferredValue(config.data);
  const [zone, chooseZone, refusedZone] = useZone(settings);
  // What misbehaves in the sandbox is known before a page is drawn: said later, it would push the page down.
  const sandbox = useQuery({ ...sandboxQuery, refetchInterval: false, enabled: settings?.sandbox === true });
  const known = sandbox.isLoading ? undefined : settings;
  const waiting = known === undefined && config.error === null;
  return (
    <>
      <SkipLink />
      <Header config={settings} zone={zone} onZone={chooseZone} />
      {known?.sandbox === true && <SandboxBanner />}
      <main id="main" tabIndex={-1} className={cx(styles['main'], waiting && styles['waiting'])}>
        <ConnectionNotice serverReachable={serverReachable || settings === undefined} />
        {refusedZone !== null && settings !== undefined && <UnknownZone named={refusedZone} zone={zone} />}
        <ErrorBoundary>
          {known !== undefined && <Pages config={known} zone={zone} />}
          {settings === undefined && config.error !== null && (
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
