import { useMemo, useState } from 'react';

import { isTimeZone } from '../lib/time-zones';
import { Combobox } from './Combobox';
import { useOffsetWords } from './use-offset-words';
import { useZoneOptions, zoneOption } from './use-zone-options';

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
  const words = useOffsetWords();
  const moments = useMemo(() => (instants.length > 0 ? instants : [now]), [instants, now]);
  const options = useZoneOptions(value, opened ? words : null, moments);
  return (
    <Combobox
      label="Time zone"
      labelHidden={labelHidden}
      className={className}
      icon="globe"
      value={value}
      detail={words?.(value, moments)}
      options={options}
      // A zone under a name that is not listed, such as an old one.
      offer={(typed) => {
        const zone = typed.trim();
        return isTimeZone(zone) ? zoneOption(zone, words?.(zone, moments)) : null;
      }}
      onOpen={() => setOpened(true)}
      onChange={onChange}
    />
  );
}
