import { useId, type ReactNode } from 'react';

import { cx } from './cx';
import styles from './Field.module.css';
import { Icon } from './Icon';
import { LiveSlot } from './LiveSlot';

/** What a control inside a field must carry so that its label, hint and error are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

export interface FieldWords {
  /** The accessible name, exactly. */
  readonly label: string;
  /** Hides the label from sight, not from names. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; marks the control invalid. */
  readonly error?: ReactNode;
}

interface FieldProps extends FieldWords {
  readonly className?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint and error, tied together by ids; an error is said when it comes, wherever the focus is then. */
export function Field({ label, labelHidden = false, hint, error, className, children }: FieldProps) {
  const id = useId();
  const [hintId, errorId] = [`${id}hint`, `${id}error`];
  const wrong = hasWords(error);
  const describedBy = [hasWords(hint) && hintId, wrong && errorId].filter((part) => part !== false).join(' ');
  return (
    <div className={cx(styles['field'], className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children({
        id,
        ...(describedBy !== '' && { 'aria-describedby': describedBy }),
        ...(wrong && { 'aria-invalid': true as const }),
      })}
      <LiveSlot>
        {wrong && (
          <p id={errorId} className={styles['error']}>
            <Icon name="warning" />
            <span>{error}</span>
          </p>
        )}
      </LiveSlot>
      {hasWords(hint) && (
        <p id={hintId} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}

function hasWords(words: ReactNode): boolean {
  return words !== undefined && words !== null && words !== false && words !== '';
}
