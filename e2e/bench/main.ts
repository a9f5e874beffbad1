import { cpus } from 'node:os';

import { benchCheck } from './check';
import { benchFelt } from './felt';
import { measureHistory } from './history';
import { benchMobivatePage } from './mobivate-page';
import { benchReading } from './mobivate-reading';
import { printTable } from './table';

// `npm run bench`: prints tables, asserts nothing. `BENCH_ROWS=10000,100000` measures fewer rows, `BENCH_PARTS=reading,memory,
// page,check,felt` only some of it.
const sizes = (process.env['BENCH_ROWS'] ?? '10000,100000,1000000').split(',').map(Number);

console.log(`${new Date().toISOString()}, Node ${process.version}, ${cpus().length} cores`);
const chromium = process.env['CHROMIUM_PATH'] || undefined;
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  reading: async () => benchReading(sizes),
  memory: benchMemory,
  page: async () => benchMobivatePage(Math.max(...sizes), chromium),
  check: async () => benchCheck([1_000, 10_000], chromium),
  felt: async () => benchFelt(chromium),
};
const asked = process.env['BENCH_PARTS']?.split(',') ?? Object.keys(PARTS);
for (const part of asked) await PARTS[part]?.();

async function benchMemory(): Promise<void> {
  const costs = [];
  for (const size of sizes) costs.push(await measureHistory(size));
  printTable(
    'Held in memory',
    [
      'rows',
      'heap MB',
      'one number, µs',
      'sort by time, ms',
      'sort by number, ms',
      'find digits, ms',
      'count in 200 bars, ms',
      'longest task, ms',
    ],
    costs.map((cost) => [
      cost.rows,
      cost.heapMb.toFixed(1),
      cost.lookupMicroseconds.toFixed(2),
      Math.round(cost.sortByTimeMs),
      Math.round(cost.sortByNumberMs),
      Math.round(cost.findDigitsMs),
      Math.round(cost.tallyMs),
      Math.round(cost.longestTaskMs),
    ]),
  );
}
