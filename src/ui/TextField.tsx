import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';

import { cx } from './cx';
import { Field, type FieldWords } from './Field';
import styles from './Field.module.css';
import { Icon, type IconName } from './Icon';

interface TextValue extends FieldWords {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

type Attributes<Element> = Omit<Element, 'value' | 'onChange' | 'id' | 'aria-describedby' | 'aria-invalid' | 'type'>;

export interface TextFieldProps extends TextValue, Attributes<InputHTMLAttributes<HTMLInputElement>> {
  readonly ref?: Ref<HTMLInputElement>;
  readonly icon?: IconName;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return <TextInput {...props} type="text" />;
}

/** One line of text to search for: a searchbox with a magnifying glass. */
export function SearchField(props: TextFieldProps) {
  return <TextInput {...props} type="search" icon={props.icon ?? 'search'} />;
}

function TextInput({
  label,
  labelHidden,
  hint,
  error,
  value,
  onChange,
  icon,
  className,
  type,
  ...rest
}: TextFieldProps & { readonly type: 'text' | 'search' }) {
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

export interface TextAreaProps extends TextValue, Attributes<TextareaHTMLAttributes<HTMLTextAreaElement>> {
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
