import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance, WCAG 2.2 definition. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const BACKGROUNDS = ['page', 'surface', 'sunken', 'hover'];
const required: readonly (readonly [string, readonly string[], number])[] = [
  ['text', [...BACKGROUNDS, 'accent-soft', 'danger-soft', 'warning-soft', 'neutral-soft', 'info-soft'], TEXT],
  ['muted', [...BACKGROUNDS, 'accent-soft', 'danger-soft', 'warning-soft', 'neutral-soft', 'info-soft'], TEXT],
  ['accent', [...BACKGROUNDS, 'accent-soft'], TEXT],
  ['accent-hover', [...BACKGROUNDS, 'accent-soft'], TEXT],
  ['on-accent', ['accent', 'accent-hover', 'danger', 'danger-hover'], TEXT],
  ['danger', [...BACKGROUNDS, 'danger-soft'], TEXT],
  ['warning', [...BACKGROUNDS, 'warning-soft'], TEXT],
  ['neutral', [...BACKGROUNDS, 'neutral-soft'], TEXT],
  ['info', [...BACKGROUNDS, 'info-soft'], TEXT],
  ['control-line', BACKGROUNDS, SHAPE],
  ['series-1', BACKGROUNDS, SHAPE],
  ['series-2', BACKGROUNDS, SHAPE],
  ['series-3', BACKGROUNDS, SHAPE],
  ['series-4', BACKGROUNDS, SHAPE],
  ['series-5', BACKGROUNDS, SHAPE],
];

describe.each(['light', 'dark'] as const)('colours of the %s theme', (theme) => {
  it.each(required)('%s is readable on each of its backgrounds (WCAG 2.2, 1.4.3 and 1.4.11)', (front, backs, least) => {
    for (const back of backs) {
      const ratio = contrast(pairs.get(front)?.[theme] ?? '', pairs.get(back)?.[theme] ?? '');
      expect(ratio, `${front} on ${back}`).toBeGreaterThanOrEqual(least);
    }
  });
});

it('no colour of a verdict or tone is green', () => {
  for (const name of ['neutral', 'danger', 'warning', 'info']) {
    for (const hex of Object.values(pairs.get(name) ?? {})) {
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      expect(green, `${name} ${hex}`).toBeLessThan(Math.max(red ?? 0, blue ?? 0));
    }
  }
});
