import { hostname, networkInterfaces } from 'node:os';

import { expect, test } from 'vitest';

import { ownHostNames } from './admission';

test('the names of this server: the loopback ones and HOST', () => {
  expect(ownHostNames('127.0.0.1')).toEqual(['localhost', '127.0.0.1', '[::1]']);
  expect(ownHostNames('Support.Example')).toEqual(['localhost', '127.0.0.1', '[::1]', 'support.example']);
  expect(ownHostNames('fe80::1')).toContain('[fe80::1]');
});

test('listening on every address, also the names of this machine, and no other', () => {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address));
  const names = ownHostNames('0.0.0.0');
  expect(names).toContain(hostname().toLowerCase());
  expect(names.length).toBeLessThanOrEqual(addresses.length + 5);
});
