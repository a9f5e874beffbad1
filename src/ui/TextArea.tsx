import type { Ref, TextareaHTMLAttributes } from 'react';

import { cx } from './cx';
import { Field, type FieldWords } from './Field';
import styles from './Field.module.css';
import type { OwnAttributes } from './TextField';

export interface TextAreaProps extends FieldWords, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, OwnAttributes> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function TextArea({ label, labelHidden, hint, error, value, onChange, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error} className={className}>
      {(control) => (
        <textarea
          autoComplete="off"
          spellCheck={false}
          rows={4}
          {...rest}
          {...control}
          value={value}
          className={cx(styles['control'], styles['area'], styles['numbers'])}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
