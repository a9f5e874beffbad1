import { readFileSync } from 'node:fs';

import { expect, onTestFinished, test } from 'vitest';

import { requestText, sendRaw } from './testing/raw-request';
import { startRecordingVendor } from './testing/recording-vendor';
import { MOBIVATE, TEXTUS } from './testing/refused-requests';
import { SECRETS, servePreview, settingsFor } from './testing/serve';
import { VENDORS } from './vendors';

const [, section = ''] = readFileSync('src/server/SECURITY.md', 'utf8').split('## What is protected, from whom');
const rows = section
  .slice(0, section.indexOf('\n## '))
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what = '', level = '', rules = '', settings = '']) => {
    return { what, level, rules, settings: [...settings.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name) };
  });
const at = (wanted: string) => rows.filter(({ level }) => level === wanted).flatMap(({ settings }) => settings);

test('every setting stands at one level, and every secret at the highest', () => {
  expect(rows.map(({ level }) => level)).toEqual(['secret', 'private', 'open']);
  for (const { what, rules } of rows) expect([what, rules.length > 10]).toEqual([what, true]);
  const known = readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z_]+)=/gm);
  expect(rows.flatMap(({ settings }) => settings).toSorted()).toEqual(
    [...known].map(([, name = '']) => name).toSorted(),
  );
  expect(at('secret').toSorted()).toEqual(VENDORS.map(({ settings }) => settings.secret).toSorted());
  expect(at('private').toSorted()).toEqual(VENDORS.map(({ settings }) => settings.canary).toSorted());
});

test('what is secret is in nothing that the server gives out or logs', async () => {
  const vendor = await startRecordingVendor();
  const running = await servePreview(settingsFor(vendor.origin));
  onTestFinished(async () => {
    await running.close();
    await vendor.close();
  });
  const given: string[] = [];
  for (const status of [200, 401, 429, 500]) {
    // The worst that a vendor could do with it: send it back.
    vendor.answer = ({ headers }, response) => {
      response.writeHead(status, { 'retry-after': `${headers.authorization}` }).end(`"${headers.authorization}"`);
    };
    for (const target of [
      '/',
      '/api/config',
      MOBIVATE,
      TEXTUS,
      `${TEXTUS}?q=${SECRETS.token}`,
      `/api/${SECRETS.key}`,
    ]) {
      given.push(JSON.stringify(await sendRaw(running.port, requestText(running.port, target))));
    }
  }
  expect(vendor.received.length).toBe(12);
  await expect.poll(() => running.lines).toHaveLength(16);
  for (const text of [...given, ...running.lines]) {
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
  }
});
