import { useSyncExternalStore } from 'react';

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

/** Says that the computer has no network, and what that means for the page, until it has one again. */
export function OfflineNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div aria-live="polite" className={styles['notice']}>
      {!online && (
        <Message tone="warning" title="This computer is offline">
          What is on the page stays as it was read. Nothing new can be asked until the network is back.
        </Message>
      )}
    </div>
  );
}
