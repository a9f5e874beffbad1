import { expect, test } from 'vitest';

import { missingPackages, nodeProblem } from './machine.mjs';

test.each(['20.19.0', '20.20.2', '21.0.0', '22.12.0', '24.1.0', '100.0.0'])('Node %s will do', (version) => {
  expect(nodeProblem(version)).toBeNull();
});

test.each(['20.18.9', '18.20.0', '4.0.0'])('Node %s is told what is needed', (version) => {
  expect(nodeProblem(version)).toBe(
    `This needs Node 20.19 or newer, and this is Node ${version}: install a newer one from https://nodejs.org.`,
  );
});

test('missing are packages of another version or none; those for other systems are not asked for', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/@b/c': { version: '2.0.0' },
      'node_modules/a/node_modules/d': { version: '1.0.0' },
      'node_modules/for-windows': { version: '1.0.0', optional: true },
    },
  };
  const installed = { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/@b/c': { version: '1.0.0' } } };
  expect(missingPackages(lock, installed)).toEqual(['@b/c', 'd']);
  expect(missingPackages(lock, {})).toEqual(['a', '@b/c', 'd']);
  expect(missingPackages(lock, lock)).toEqual([]);
});
