import { expect, test } from 'vitest';

import { announcement } from './announcement';
import { SECRETS, settingsFor } from './testing/serve';

test('says where, whose data, and how to stop; no secret', () => {
  const real = settingsFor('https://vendor.example', { TEXTUS_API_TOKEN: '' });
  expect(announcement(real, 4173)).toEqual([
    'Opt-out lookup is running at http://127.0.0.1:4173/',
    'Mobivate: vendor.example.',
    'TextUs: not configured (set TEXTUS_API_TOKEN).',
    'Stop it with Ctrl-C.',
  ]);
  const sandbox = announcement({ ...real, sandbox: true, host: '::1' }, 80).join('\n');
  expect(sandbox).toContain('http://[::1]:80/\nSandbox data: invented vendors answer.');
});

test('warns of an unencrypted vendor and of an open door', () => {
  const open = announcement(settingsFor('http://vendor.example', { HOST: '0.0.0.0' }), 4173).join('\n');
  expect(open).toContain('http://localhost:4173/');
  expect(open).toContain('It can be reached from other machines');
  expect(open).toContain('MOBIVATE_API_URL is http, so MOBIVATE_API_KEY travels unencrypted');
  expect(open).not.toContain(SECRETS.key);
  expect(announcement(settingsFor('http://127.0.0.1:9'), 4173).join()).not.toContain('unencrypted');
});
