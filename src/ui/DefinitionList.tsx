import type { ReactNode } from 'react';

import styles from './DefinitionList.module.css';

interface DefinitionListProps {
  readonly items: readonly (readonly [label: string, value: ReactNode])[];
}

/** Labels with their values, as in a details panel. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className={styles['definitions']}>
      {items.map(([label, value]) => (
        <div key={label} className={styles['definition']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
