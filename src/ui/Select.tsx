import type { SelectHTMLAttributes } from 'react';

import { cx } from './cx';
import { Field, type FieldWords } from './Field';
import styles from './Field.module.css';
import { Icon } from './Icon';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps
  extends
    FieldWords,
    Omit<
      SelectHTMLAttributes<HTMLSelectElement>,
      'value' | 'onChange' | 'id' | 'aria-describedby' | 'aria-invalid' | 'multiple'
    > {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
}

/** One of a few: the platform's own select, which every keyboard, phone and screen reader knows. */
export function Select({ label, labelHidden, hint, error, value, onChange, options, className, ...rest }: SelectProps) {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error} className={className}>
      {(control) => (
        <div className={styles['decorated']}>
          <select
            {...rest}
            {...control}
            value={value}
            className={cx(styles['control'], styles['select'])}
            onChange={(event) => onChange(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <span className={styles['trail']}>
            <Icon name="chevron-down" />
          </span>
        </div>
      )}
    </Field>
  );
}
