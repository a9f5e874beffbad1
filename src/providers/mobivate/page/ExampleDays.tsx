import { Button } from '../../../ui/Button';
import type { RangePreset, RangeText } from '../../../ui/DateRangeField';

interface ExampleDaysProps {
  readonly presets: readonly RangePreset[];
  readonly onChoose: (range: RangeText) => void;
}

/** Days of the sandbox to try with one press, where nothing has been asked yet. */
export function ExampleDays({ presets, onChoose }: ExampleDaysProps) {
  const month = presets.find(({ label }) => label === 'Last 30 days');
  return month === undefined ? null : (
    <Button onClick={() => onChoose(month.value)}>Read the last 30 days of the sandbox</Button>
  );
}
