import { lazy, Suspense, useId, useState } from 'react';

import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './sandbox.module.css';

const SandboxPanel = lazy(() => import('./SandboxPanel'));

/** Says on every page that nothing here is real, and holds the controls that make the embedded vendors misbehave. */
export function SandboxBanner() {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section aria-label="Sandbox" className={styles['banner']}>
      <div className={styles['line']}>
        <Badge tone="accent" icon="flask">
          Sandbox data
        </Badge>
        <p className={styles['words']}>Every number here is invented, and no vendor is asked.</p>
        <Button size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? 'Hide the controls' : 'Make it misbehave'}
        </Button>
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <ErrorBoundary>
            <Suspense fallback={<p className={styles['loading']}>Loading the controls…</p>}>
              <SandboxPanel />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
    </section>
  );
}
