import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';

import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { formatCount } from '../ui/counts';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './sandbox.module.css';
import { sandboxQuery } from './sandbox-controls';

const SandboxPanel = lazy(() => import('./SandboxPanel'));

/** Which embedded vendor misbehaves now, and how: what the pages then show is no fault of theirs. */
function Misbehaving() {
  // Read once, by the shell; the open panel reads it anew, and after every change.
  const { data } = useQuery({ ...sandboxQuery, refetchInterval: false, refetchOnMount: false });
  if (data === undefined) return null;
  return data.vendors.map(({ id, label, fault, latencyMs }) => {
    const kind = data.faults.find((known) => known.kind === fault?.kind)?.label ?? fault?.kind;
    const how = kind ?? (latencyMs > 0 ? `Answers ${formatCount(latencyMs)} ms late` : null);
    return how === null ? null : (
      <strong key={id} className={styles['misbehaving']}>
        {label} is misbehaving: {how}.
      </strong>
    );
  });
}

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
        <Misbehaving />
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
