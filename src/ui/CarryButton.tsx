import { useLocation } from 'wouter';

import { Button } from './Button';
import { carryNumber } from './carried-number';
import type { IconName } from './Icon';

interface CarryButtonProps {
  /** The page to open, with its filters; the number is never among them. */
  readonly to: string;
  /** As people write it, e.g. `+1 555 303 1234`. */
  readonly number: string;
  readonly icon?: IconName;
  readonly children: string;
}

/** Opens another page with a number in its box. A button: as a link it could be opened in a new tab, where the number would be lost. */
export function CarryButton({ to, number, icon, children }: CarryButtonProps) {
  const [, navigate] = useLocation();
  return (
    <Button
      icon={icon}
      onClick={() => {
        carryNumber(new URL(to, location.href).pathname, number);
        navigate(to);
      }}
    >
      {children}
    </Button>
  );
}
