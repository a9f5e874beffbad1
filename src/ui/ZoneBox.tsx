import { useMemo, useState } from 'react';

import { isTimeZone, timeZones } from '../lib/time-zones';
import { Combobox, type ComboboxOption } from './Combobox';
import { useOffsetWords } from './use-offset-words';

interface ZoneBoxProps {
  /** IANA zone. */
  readonly value: string;
  readonly onChange: (zone: string) => void;
  /** The days in question, ms UTC: offsets are those of these instants. Empty: those of now. */
  readonly instants: readonly number[];
  readonly labelHidden?: boolean;
  readonly className?: string | undefined;
}

/** The zone of the page: any IANA zone, found by typing a city, with its offsets on the chosen days. */
export function ZoneBox({ value, onChange, instants, labelHidden = false, className }: ZoneBoxProps) {
  const [now] = useState(() => Date.now());
  const [opened, setOpened] = useState(false);
  const offsetWords = useOffsetWords();
  const moments = useMemo(() => (instants.length > 0 ? instants : [now]), [instants, now]);
  // Offsets cost a look-up for each of some 420 zones, so they wait until the list opens.
  const listed = opened ? offsetWords : null;
  const options = useMemo(() => {
    const zones = new Set(['UTC', value, ...timeZones()]);
    return [...zones].map((zone) => toOption(zone, listed?.(zone, moments)));
  }, [value, listed, moments]);
  return (
    <Combobox
      label="Time zone"
      labelHidden={labelHidden}
      className={className}
      icon="globe"
      value={value}
      detail={offsetWords?.(value, moments)}
      options={options}
      offer={(typed) =>
        isTimeZone(typed.trim()) ? toOption(typed.trim(), offsetWords?.(typed.trim(), moments)) : null
      }
      onOpen={() => setOpened(true)}
      onChange={onChange}
    />
  );
}

function toOption(zone: string, offset: string | undefined): ComboboxOption {
  return { value: zone, label: zone, ...(offset !== undefined && { detail: offset }) };
}
