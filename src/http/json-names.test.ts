import fc from 'fast-check';
import { expect, test } from 'vitest';

import { hasNameTwice } from './json-names';

const check = (json: string) => hasNameTwice(json, JSON.parse(json));

test.each([
  '{"members":[{"id":1}],"members":[]}',
  '[{"mobile":"1","id":5,"mobile":"2"}]',
  '{"view":{"next":"/a","next":null}}',
  String.raw`{"a":1,"\u0061":2}`,
  '{"__proto__":1,"__proto__":2}',
  '{"a" \n:{},"b\\\\":1,"b\\\\" :2}',
  '{"":1,"":2}',
])('%s has a name twice', (json) => {
  expect(check(json)).toBe(true);
});

test.each([
  '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
  String.raw`{"note":"he said \"STOP\": so","other":"\\","third":"\\\":"}`,
  '{"__proto__":1,"constructor":{"length":2}}',
  '":"',
  '[]',
  '7',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
])('%s has none', (json) => {
  expect(check(json)).toBe(false);
});

test('no text that JSON.stringify writes has one, and every object with its first name written again has', () => {
  fc.assert(
    fc.property(fc.json(), fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (json, object) => {
      expect(check(json)).toBe(false);
      const [name = ''] = Object.keys(object);
      expect(check(`${JSON.stringify(object).slice(0, -1)},${JSON.stringify(name)}:[${json}]}`)).toBe(true);
    }),
  );
});
