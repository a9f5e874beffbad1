import { useMemo, useState } from 'react';

import { formatOffset, isTimeZone, offsetAt, timeZones } from '../lib/zoned-time';
import { Combobox, type ComboboxOption } from './Combobox';

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
  const moments = useMemo(() => (instants.length > 0 ? instants : [now]), [instants, now]);
  const options = useMemo(() => {
    const zones = timeZones().includes(value) ? timeZones() : [value, ...timeZones()];
    return zones.map((zone) => toOption(zone, opened ? moments : null));
  }, [value, opened, moments]);
  return (
    <Combobox
      label="Time zone"
      labelHidden={labelHidden}
      className={className}
      icon="globe"
      value={value}
      detail={offsetWords(value, moments)}
      options={options}
      offer={(typed) => (isTimeZone(typed.trim()) ? toOption(typed.trim(), moments) : null)}
      onOpen={() => setOpened(true)}
      onChange={onChange}
    />
  );
}

/** Offsets cost a look-up for each of some 420 zones, so they wait until the list opens: `moments` is null before. */
function toOption(zone: string, moments: readonly number[] | null): ComboboxOption {
  return { value: zone, label: zone, ...(moments !== null && { detail: offsetWords(zone, moments) }) };
}

/** `UTC+11:00`, or `UTC+10:00 to +11:00` where the clocks change between the chosen days. */
function offsetWords(zone: string, moments: readonly number[]): string {
  const offsets = [...new Set(moments.map((moment) => formatOffset(offsetAt(moment, zone))))];
  return `UTC${offsets.join(' to ')}`;
}
