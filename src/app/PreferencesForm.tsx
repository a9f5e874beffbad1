import { useState } from 'react';

import type { PublicConfig } from '../lib/public-config';
import { browserTimeZone } from '../lib/time-zones';
import { Button } from '../ui/Button';
import { CountryBox } from '../ui/CountryBox';
import { resetPreferences, setPreference, usePreferences } from '../ui/preferences';
import { Segmented } from '../ui/Segmented';
import { Select } from '../ui/Select';
import { ZoneBox } from '../ui/ZoneBox';
import { HiddenColumns } from './HiddenColumns';
import styles from './preferences.module.css';
import { resetWords } from './preference-words';

export interface PreferencesFormProps {
  /** Undefined while the settings are not known. */
  readonly config: PublicConfig | undefined;
  /** Takes a zone for the page on screen too. */
  readonly onZone: (zone: string) => void;
}

const THEMES = [
  { value: 'system', label: 'System', icon: 'monitor' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
] as const;

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const;

const SHORTCUTS = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

const PAGE_SIZES = [25, 50, 100, 250] as const;
const NOW: readonly number[] = [];

/** All preferences in one place. Each takes effect at once and is remembered in this browser; no number is among them. */
export default function PreferencesForm({ config, onZone }: PreferencesFormProps) {
  const { theme, density, zone, country, pageSize, shortcuts } = usePreferences();
  const [done, setDone] = useState('');
  const defaultZone = config?.defaultTimeZone ?? browserTimeZone();
  return (
    <div className={styles['form']}>
      <div className={styles['pair']}>
        <Segmented label="Theme" value={theme} options={THEMES} onChange={(value) => setPreference('theme', value)} />
        <Segmented
          label="Rows of tables"
          value={density}
          options={DENSITIES}
          onChange={(value) => setPreference('density', value)}
        />
      </div>
      <ZoneBox value={zone ?? defaultZone} onChange={onZone} instants={NOW} />
      <div className={styles['pair']}>
        <CountryBox
          value={country ?? config?.defaultCountry ?? null}
          onChange={(value) => setPreference('country', value)}
        />
        <Select
          label="Rows per page"
          value={String(pageSize)}
          options={PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))}
          onChange={(value) => setPreference('pageSize', PAGE_SIZES.find((size) => String(size) === value) ?? 50)}
        />
      </div>
      <HiddenColumns />
      <div>
        <Segmented
          label="Single-key shortcuts"
          value={shortcuts ? 'on' : 'off'}
          options={SHORTCUTS}
          onChange={(value) => setPreference('shortcuts', value === 'on')}
        />
        <p className={styles['note']}>Keys such as / and ? work outside text boxes. The keyboard button lists them.</p>
      </div>
      <div className={styles['reset']}>
        <p aria-live="polite" className={styles['note']}>
          {done === '' ? 'Kept in this browser only. No number is kept.' : done}
        </p>
        <Button size="small" onClick={() => setDone(resetWords(resetPreferences()))}>
          Reset to the defaults
        </Button>
      </div>
    </div>
  );
}
