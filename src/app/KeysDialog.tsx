import { lazy, Suspense } from 'react';

import { Dialog } from '../ui/Dialog';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './shell.module.css';

const loadList = () => import('./KeyList');
const KeyList = lazy(loadList);

/** Loads the list before somebody opens it; what does not come is loaded, or reported, when it is opened. */
export function prefetchKeys(): void {
  void loadList().catch(() => undefined);
}

/** The dialog that lists the keys. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts">
      <ErrorBoundary>
        <Suspense fallback={<p className={styles['loading']}>Loading…</p>}>
          <KeyList />
        </Suspense>
      </ErrorBoundary>
    </Dialog>
  );
}
