import type { InputHTMLAttributes, Ref } from 'react';

import { cx } from './cx';
import { Field, type FieldWords } from './Field';
import styles from './Field.module.css';
import { Icon, type IconName } from './Icon';

/** What a text control gets from its field, and so not from outside. */
export type OwnAttributes = 'value' | 'onChange' | 'id' | 'aria-describedby' | 'aria-invalid' | 'type';

export interface TextFieldProps extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, OwnAttributes> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly type?: 'text' | 'search';
  readonly ref?: Ref<HTMLInputElement>;
  readonly icon?: IconName;
}

/** One line of text. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  value,
  onChange,
  icon,
  className,
  type = 'text',
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error} className={className}>
      {(control) => (
        <div className={styles['decorated']}>
          {icon !== undefined && (
            <span className={styles['lead']}>
              <Icon name={icon} />
            </span>
          )}
          <input
            autoComplete="off"
            spellCheck={false}
            {...rest}
            {...control}
            type={type}
            value={value}
            className={cx(styles['control'], styles['numbers'], icon !== undefined && styles['withLead'])}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
