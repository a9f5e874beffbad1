import { useMemo } from 'react';

import { Combobox } from './Combobox';
import { COUNTRIES } from './countries';

interface CountryBoxProps {
  /** ISO 3166 alpha-2 code; null while the settings that name it have not come. */
  readonly value: string | null;
  readonly onChange: (country: string) => void;
  readonly hint?: string;
  readonly className?: string | undefined;
}

/** The country that numbers without a country code are read in. */
export function CountryBox({ value, onChange, hint, className }: CountryBoxProps) {
  const options = useMemo(() => {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    return [...new Set(value === null ? COUNTRIES : [value, ...COUNTRIES])]
      .map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
      .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
  }, [value]);
  return (
    <Combobox
      label="Default country"
      className={className}
      value={value ?? ''}
      onChange={onChange}
      options={options}
      hint={hint}
    />
  );
}
