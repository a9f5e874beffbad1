import { cpus } from 'node:os';

import { benchCheck } from './check';
import { measureHistory } from './history';
import { benchMobivatePage } from './mobivate-page';
import { benchReading } from './mobivate-reading';
import { printTable } from './table';

// `npm run bench`: prints tables, asserts nothing. `BENCH_ROWS=10000,100000` measures fewer rows.
const sizes = (process.env['BENCH_ROWS'] ?? '10000,100000,1000000').split(',').map(Number);

console.log(`${new Date().toISOString()}, Node ${process.version}, ${cpus().length} cores`);
await benchReading(sizes);

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

const chromium = process.env['CHROMIUM_PATH'] || undefined;
await benchMobivatePage(Math.max(...sizes), chromium);
await benchCheck([1_000, 10_000], chromium);
