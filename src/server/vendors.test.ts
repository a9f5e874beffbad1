import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { VENDORS } from './vendors';

test('every vendor folder with a proxy.ts is in the table under its folder name, and no other', () => {
  const folder = fileURLToPath(new URL('../providers', import.meta.url));
  const named = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/proxy.ts`));
  expect(named.toSorted()).toEqual(VENDORS.map(({ id }) => id).toSorted());
});

test.each(VENDORS.map((vendor) => [vendor.id, vendor] as const))('the rules of %s are sound', (id, vendor) => {
  expect(id).toMatch(/^[a-z]+$/);
  expect(['config', 'sandbox']).not.toContain(id);
  expect(vendor.url).toMatch(/^https:\/\/[a-z0-9.]+$/);
  expect(vendor.path.includes('{account}')).toBe(vendor.settings.accounts !== null);
  expect(Object.values(vendor.headers).filter((value) => value.includes('{secret}'))).toHaveLength(1);
  expect(Object.keys(vendor.headers).filter((name) => /cookie|host|encoding|length/i.test(name))).toEqual([]);
});
