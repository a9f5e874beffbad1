import { useState, type ButtonHTMLAttributes, type MouseEvent, type ReactNode, type Ref } from 'react';

import styles from './Button.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  readonly size?: 'small' | 'medium';
  readonly icon?: IconName | undefined;
  /** Shows a spinner and ignores presses, but keeps the focus where it is. */
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** A button; `type="button"` unless told otherwise, so that it never submits a form by accident. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  busy = false,
  className,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const idle = busy || rest['aria-disabled'] === true || rest['aria-disabled'] === 'true';
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (idle) event.preventDefault();
    else onClick?.(event);
  };
  const shown = busy ? 'spinner' : icon;
  return (
    <button
      {...rest}
      // The type is one of the three literals; the rule wants it written out.
      // oxlint-disable-next-line react/button-has-type
      type={type}
      aria-disabled={idle || undefined}
      className={cx(styles['button'], styles[variant], styles[size], className)}
      onClick={press}
    >
      {shown !== undefined && <Icon name={shown} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  /** Accessible name, and what the mouse shows on rest. */
  readonly label: string;
  /** Left out where the class draws one: in rows, where each element counts fifty times. */
  readonly icon?: IconName | undefined;
}

/** A square button with an icon and a name that is not on screen. */
export function IconButton({ label, className, variant = 'ghost', ...rest }: IconButtonProps) {
  const [tipped, setTipped] = useState(false);
  return (
    <Button
      {...rest}
      variant={variant}
      aria-label={label}
      className={cx(styles['square'], className)}
      onPointerEnter={() => setTipped(true)}
      onPointerLeave={() => setTipped(false)}
    >
      {/* Not on the button: it would be its description too, and be read after its name. */}
      {tipped && <span title={label} className={styles['tip']} />}
    </Button>
  );
}
