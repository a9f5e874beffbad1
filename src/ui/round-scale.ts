/** An axis from 0: values of its lines, rising, and the value at its top. */
export interface RoundScale {
  readonly lines: readonly number[];
  readonly top: number;
}

const STEPS = [1, 2, 5, 10];
const MOST_LINES = 3;

/** Round numbers (1, 2 or 5 times a power of ten, never a fraction) for an axis of counts that holds `most`. */
export function roundScale(most: number): RoundScale {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most) / MOST_LINES)));
  const step = power * (STEPS.find((each) => most <= each * power * MOST_LINES) ?? 10);
  const lines = Math.max(1, Math.ceil(most / step));
  return { lines: Array.from({ length: lines + 1 }, (_, line) => line * step), top: lines * step };
}
