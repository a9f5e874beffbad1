import type { CheckSummary } from './check-rows';
import styles from './VerdictBar.module.css';

const PARTS = [
  ['optedOut', 'opted-out'],
  ['notFound', 'not-found'],
  ['couldNotCheck', 'could-not-check'],
  ['waiting', 'waiting'],
] as const satisfies (readonly [keyof CheckSummary, string])[];

/** The shares of the verdicts as one thin bar: full, hollow, striped. For the eye alone: the buttons below say the same in words. */
export function VerdictBar({ summary }: { readonly summary: CheckSummary }) {
  return (
    <div aria-hidden="true" className={styles['bar']}>
      {PARTS.filter(([count]) => summary[count] > 0).map(([count, kind]) => (
        <span key={kind} className={styles[kind]} style={{ flexGrow: summary[count] }} />
      ))}
    </div>
  );
}
