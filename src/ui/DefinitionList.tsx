import { useRef, type ReactNode } from 'react';

import { ClockText } from './ClockText';
import { CopyButton } from './CopyButton';
import styles from './DefinitionList.module.css';

interface DefinitionListProps {
  readonly items: readonly (readonly [label: string, value: ReactNode])[];
}

/** Labels with their values. In a details panel each value has a button that copies it, as it stands there. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className={styles['definitions']}>
      {items.map(([label, value]) => (
        <div key={label} className={styles['definition']}>
          <dt>{label}</dt>
          <dd>
            <Value label={label}>{value}</Value>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const value = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={value} className={styles['value']}>
        {typeof children === 'string' ? <ClockText text={children} /> : children}
      </span>
      <span className={styles['copy']}>
        <CopyButton iconOnly size="small" label={`Copy ${label}`} text={() => value.current?.innerText.trim() ?? ''} />
      </span>
    </>
  );
}
