import { useId, useRef } from 'react';

import { Button, IconButton } from '../ui/Button';
import { Popover } from '../ui/Popover';
import { resetPreferences, setPreference, usePreferences } from '../ui/preferences';
import { Segmented } from '../ui/Segmented';
import styles from './shell.module.css';

const THEMES = [
  { value: 'system', label: 'System', icon: 'monitor' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
] as const;

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const;

/** How the product looks in this browser, in one place, remembered and resettable. */
export function DisplaySettings() {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { theme, density } = usePreferences();
  return (
    <>
      <IconButton
        ref={button}
        label="Display settings"
        icon="settings"
        variant="secondary"
        aria-haspopup="dialog"
        popoverTarget={id}
      />
      <Popover id={id} label="Display settings" anchor={button}>
        <div className={styles['settings']}>
          <Segmented label="Theme" value={theme} options={THEMES} onChange={(value) => setPreference('theme', value)} />
          <Segmented
            label="Rows of tables"
            value={density}
            options={DENSITIES}
            onChange={(value) => setPreference('density', value)}
          />
          <p className={styles['note']}>
            Kept in this browser, with the zone, country, page size and columns you chose. No number is kept.
          </p>
          <Button size="small" onClick={resetPreferences}>
            Reset to the defaults
          </Button>
        </div>
      </Popover>
    </>
  );
}
