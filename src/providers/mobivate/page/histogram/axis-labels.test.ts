import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { cutIntoBins, unitFor } from '../../../../lib/time-bins';
import { axisLabels, widthOf } from './axis-labels';

const DAY = 86_400_000;
const breathe = () => Promise.resolve();

async function labels(from: number, days: number, width: number) {
  const interval = { from, to: from + days * DAY };
  const bins = await cutIntoBins(interval, unitFor(interval), 'UTC', breathe);
  const slot = width / (bins.edges.length - 1);
  return { slot, labels: axisLabels(bins, slot) };
}

it.each([
  [
    Date.UTC(2026, 10, 2),
    7,
    1120,
    ['Mon 2 Nov', 'Tue 3 Nov', 'Wed 4 Nov', 'Thu 5 Nov', 'Fri 6 Nov', 'Sat 7 Nov', 'Sun 8 Nov'],
  ],
  [Date.UTC(2026, 10, 2), 1, 320, ['2 Nov', '06:00', '12:00', '18:00']],
  [Date.UTC(2026, 9, 1), 31, 300, ['5 Oct', '12 Oct', '19 Oct', '26 Oct']],
  [
    Date.UTC(2025, 9, 1),
    365,
    1120,
    ['Oct', 'Nov', 'Dec', '2026', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep'],
  ],
  [Date.UTC(2018, 0, 1), 3000, 300, ['2018', '2020', '2022', '2024', '2026']],
])('labels %d, %d days, on %d px', async (from, days, width, texts) => {
  expect((await labels(from, days, width)).labels.map(({ text }) => text)).toEqual(texts);
});

it('never touch each other', async () => {
  const lengths = fc.oneof(fc.integer({ min: 1, max: 110 }), fc.integer({ min: 1, max: 300_000 }));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2e12 }),
      lengths,
      fc.integer({ min: 200, max: 1200 }),
      async (from, days, width) => {
        const drawn = await labels(from, days, width);
        expect(drawn.labels.length).toBeGreaterThan(0);
        for (const [index, label] of drawn.labels.slice(1).entries()) {
          const before = drawn.labels[index] ?? label;
          expect((label.bin - before.bin) * drawn.slot).toBeGreaterThan((widthOf(before) + widthOf(label)) / 2);
        }
      },
    ),
    { numRuns: 200 },
  );
});
