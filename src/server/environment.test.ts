import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { readSettings } from './environment';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'opt-out-settings-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true });
});

const sinceOf = () => readSettings(root).vendors[0]?.since;

test('the process environment wins over .env.local, and that over .env; files of a mode are not read', async () => {
  expect(sinceOf()).toBe('2010-01-01');
  await writeFile(join(root, '.env.production'), 'MOBIVATE_SINCE=2011-01-01');
  await writeFile(join(root, '.env.test'), 'MOBIVATE_SINCE=2011-01-01');
  expect(sinceOf()).toBe('2010-01-01');
  await writeFile(join(root, '.env'), 'MOBIVATE_SINCE=2012-01-01');
  expect(sinceOf()).toBe('2012-01-01');
  await writeFile(join(root, '.env.local'), 'MOBIVATE_SINCE=2013-01-01');
  expect(sinceOf()).toBe('2013-01-01');
  vi.stubEnv('MOBIVATE_SINCE', '2014-01-01');
  expect(sinceOf()).toBe('2014-01-01');
});

test('a key with # and $ arrives as .env.example says to write it', async () => {
  await writeFile(join(root, '.env'), String.raw`MOBIVATE_API_KEY="ab#cd\$ef"`);
  expect(readSettings(root).vendors[0]?.secret).toBe('ab#cd$ef');
});
