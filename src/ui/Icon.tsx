import { ICONS, type IconName } from './icon-paths';
import styles from './Icon.module.css';
import { cx } from './cx';

export type { IconName } from './icon-paths';

interface IconProps {
  readonly name: IconName;
  /** What the icon says where no word stands beside it; without it the icon is decoration. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** One of our own line icons, 16 units square, as tall as the text around it. */
export function Icon({ name, label, className }: IconProps) {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      viewBox="0 0 16 16"
      className={cx(styles['icon'], name === 'spinner' && styles['spinning'], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...naming}
    >
      {ICONS[name]}
    </svg>
  );
}
