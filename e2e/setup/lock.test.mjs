import { expect, test } from 'vitest';

import { lockProblems } from './lock.mjs';

const sound = () => ({
  packages: {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-x', optionalDependencies: { 'a-linux': '1.0.0' } },
    'node_modules/a-linux': { version: '1.0.0', integrity: 'sha512-y', optional: true },
  },
});
const manifest = { dependencies: { a: '1.0.0' }, devDependencies: {} };

test('a sound lock file has no problems', () => {
  expect(lockProblems(sound(), manifest)).toEqual([]);
});

test.each([
  [
    'the address of a registry',
    (lock) => (lock.packages['node_modules/a'].resolved = 'https://packages.example/a.tgz'),
  ],
  ['runs a script when installed', (lock) => (lock.packages['node_modules/a'].hasInstallScript = true)],
  ['has no checksum', (lock) => delete lock.packages['node_modules/a'].integrity],
  ['needs a-linux on some system', (lock) => delete lock.packages['node_modules/a-linux']],
  ['a is 1.0.0 in package.json, but 1.0.1', (lock) => (lock.packages['node_modules/a'].version = '1.0.1')],
  ['a is 1.0.0 in package.json, but undefined', (lock) => delete lock.packages['node_modules/a']],
])('says what is wrong: %s', (sentence, spoil) => {
  const lock = sound();
  spoil(lock);
  expect(lockProblems(lock, manifest).join()).toContain(sentence);
});

test('a range is not a pin', () => {
  expect(lockProblems(sound(), { dependencies: { a: '^1.0.0' } }).join()).toContain('a is not pinned to one version');
});
