import { existsSync, readFileSync } from 'node:fs';
import { createServer, maxHeaderSize } from 'node:http';

import { expect, test } from 'vitest';

import { MOST_FILE_BYTES } from '../lib/table-file';
import { MOST_AT_ONCE } from './agents';
import { MOST_IN_LINE } from './in-line';
import { setLimits } from './limits';
import { LONGEST_BODY } from './vendor-answer';

const page = readFileSync('src/server/SECURITY.md', 'utf8');

/** The rows of the table under a heading, cell by cell. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const lines = section.slice(0, section.indexOf('\n## ')).split('\n');
  const cells = lines.filter((line) => line.startsWith('| ')).map((line) => line.split('|').map((cell) => cell.trim()));
  return cells.slice(2).map((row) => row.slice(1, -1));
}

/** A constant that its module keeps to itself, as it is written there. */
function written(file: string, pattern: RegExp): string {
  return pattern.exec(readFileSync(file, 'utf8'))?.[1]?.replaceAll('_', '') ?? 'not there';
}

const server = createServer();
setLimits(server);
const { headersTimeout, requestTimeout, timeout, keepAliveTimeout, maxConnections } = server;
const vendorMs = Number(written('src/server/middleware.ts', /VENDOR_TIMEOUT_MS = ([\d_]+)/));
const wholeMs = vendorMs * Number(written('src/server/forward.ts', /WHOLE_ANSWER = (\d+)/));
const pageMegabytes = written('src/http/attempt.ts', /MAX_BYTES = (\d+) \* 1024 \* 1024/);
const kilobytes = Number(written('src/server/sandbox/control/read-json.ts', /LARGEST_BODY = ([\d_]+)/)) / 1000;

test.each([
  ['request line and headers', `${maxHeaderSize / 1024} kB`],
  ['time for headers, for the whole request', `${headersTimeout / 1000} s, ${requestTimeout / 1000} s (`],
  ['silence on a connection, between requests', `${timeout / 1000} s, ${keepAliveTimeout / 1000} s`],
  ['connections', maxConnections.toLocaleString('en-US')],
  ['questions at one vendor at once', `${MOST_AT_ONCE}`],
  ['questions in line on one connection', `${MOST_IN_LINE}`],
  ["a vendor's headers", `${maxHeaderSize / 1024} kB`],
  ["a vendor's answer: beginning, next byte, whole", `${vendorMs / 1000} s, ${vendorMs / 1000} s, ${wholeMs / 1000} s`],
  ["a vendor's body, unpacked", `${LONGEST_BODY / 1024 ** 2} MB in the proxy, ${pageMegabytes} MB in the page`],
  ['repeats after no answer, 5xx, 429', 'in the page'],
  ['a file a person adds', `${MOST_FILE_BYTES / 1_000_000} MB`],
  ['body of a sandbox control', `${kilobytes} kB of JSON`],
])('%s is the limit in force', (what, limit) => {
  const row = rowsUnder('Limits').find(([name]) => name === what);
  expect(row?.[1]?.slice(0, limit.length)).toBe(limit);
});

test('no limit of the table is left out here', () => {
  expect(rowsUnder('Limits')).toHaveLength(12);
});

test('every rule for what comes in names where it is kept, and that is there', () => {
  const rules = rowsUnder('Rules for what comes in');
  expect(rules.length).toBeGreaterThan(6);
  for (const [what, rule = '', keptBy = ''] of rules) {
    expect([what, rule.length > 10]).toEqual([what, true]);
    const files = [...keptBy.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect([file, existsSync(file)]).toEqual([file, true]);
  }
});
