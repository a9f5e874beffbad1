import { useSyncExternalStore } from 'react';

import { SHARED_WORDS } from '../lib/words';
import { Message } from '../ui/Message';
import styles from './shell.module.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/**
 * Says that nothing can be asked, and what that means for the page, until it can again: the computer has no network, or
 * the server of this page does not answer.
 */
export function ConnectionNotice({ serverReachable }: { readonly serverReachable: boolean }) {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div aria-live="polite" className={styles['notice']}>
      {!online && (
        <Message tone="warning" title="This computer is offline">
          What is on the page stays as it was read. Nothing new can be asked until the network is back.
        </Message>
      )}
      {online && !serverReachable && (
        <Message tone="warning" title={SHARED_WORDS.ownServerGone}>
          What is on the page stays as it was read. Nothing new can be asked until the program behind this page runs
          again; this notice goes by itself when it does.
        </Message>
      )}
    </div>
  );
}
