import { lazy, Suspense, useState } from 'react';

import { IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './shell.module.css';
import type { PreferencesFormProps } from './PreferencesForm';

const loadForm = () => import('./PreferencesForm');
const PreferencesForm = lazy(loadForm);
/** What does not come on the way to the button is loaded, or reported, when it is pressed. */
const prefetch = () => void loadForm().catch(() => undefined);

/** The way to everything this browser remembers of a person's taste. */
export function PreferencesButton(props: PreferencesFormProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label="Preferences"
        icon="settings"
        variant="secondary"
        aria-haspopup="dialog"
        onPointerEnter={prefetch}
        onFocus={prefetch}
        onClick={() => setOpen(true)}
      />
      <Dialog open={open} onClose={() => setOpen(false)} title="Preferences">
        <ErrorBoundary>
          <Suspense fallback={<p className={styles['loading']}>Loading…</p>}>
            <PreferencesForm {...props} />
          </Suspense>
        </ErrorBoundary>
      </Dialog>
    </>
  );
}
