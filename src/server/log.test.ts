import fc from 'fast-check';
import { expect, test } from 'vitest';

import { errorLine, logWithout, maskPath, maskQuery } from './log';
import { secretOf } from './without-secret';
import { VENDORS } from './vendors';

const fullWidth = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const escaped = (digits: string) => digits.replaceAll(/\d/g, '%3$&');
const between = (separator: string, size: number) => (digits: string) =>
  digits.match(new RegExp(`.{1,${size}}`, 'g'))?.join(separator) ?? digits;

const number = fc.stringMatching(/^[0-9]{6,15}$/);
const written = fc.constantFrom(
  (digits: string) => digits,
  (digits: string) => `%2B${digits}`,
  (digits: string) => `%252B${digits}`,
  (digits: string) => `(${digits.slice(0, 3)})%20${digits.slice(3)}`,
  ...['-', '.', '%20', '+', '%', '_', '/', '%2F', ':', '%C2%A0', '%E2%80%91', ','].map((sign) => between(sign, 2)),
  between('-', 1),
  escaped,
  (digits: string) => escaped(digits).replaceAll('%', '%25'),
  (digits: string) => escaped(between('-', 2)(digits)),
  (digits: string) => encodeURIComponent(fullWidth(digits)),
  (digits: string) => encodeURIComponent(encodeURIComponent(fullWidth(digits))),
  fullWidth,
  between('a', 2),
);
const word = fc.constantFrom('', 'api', 'call', 'opt_outs', '\u00e9', '..', '%2e%2e');

/** What is left of the digits in a line, however it is read: escapes decoded twice, all scripts. */
function digitsLeft(text: string): string {
  let plain = text;
  for (let round = 0; round < 3; round += 1) {
    plain = plain.replaceAll(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  }
  return plain.normalize('NFKC').replaceAll(/\P{N}/gu, '');
}

test('no phone number stays in a logged path, wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(word, number, written, word, (before, digits, write, after) => {
      const masked = maskPath(`/${before}/${write(digits)}/${after}`);
      expect(digitsLeft(masked)).toBe('');
      expect(masked).toContain('*');
    }),
    { numRuns: 1000 },
  );
});

test.each(VENDORS.map((vendor) => [vendor.id, vendor.query] as const))(
  'no phone number stays in a logged query of %s, wherever it stands and however it is written',
  (_id, rule) => {
    const name = fc.oneof(
      fc.constantFrom('q', 'exact[]', 'exact%5B%5D', 'startDate', 'page', 'cursor'),
      fc.stringMatching(/^[A-Za-z_][\w.]{0,8}$/),
    );
    fc.assert(
      fc.property(name, number, written, (name, digits, write) => {
        const pieces = digits.match(/.{1,2}/g) ?? [];
        for (const query of [
          `?${name}=${write(digits)}`,
          `?${write(digits)}=1`,
          `?${write(digits)}`,
          `?call_${write(digits)}=x`,
          // Cut to pieces: as many names, as many values of one name.
          `?${pieces.map((piece) => `a${piece}=x`).join('&')}`,
          `?${pieces.map((piece) => `${name}=${piece}`).join('&')}`,
        ]) {
          const masked = maskQuery(query, rule).replaceAll(/%5B|%5D/gi, '');
          // A page number may stand.
          expect(digitsLeft(masked).length).toBeLessThanOrEqual(4);
        }
      }),
      { numRuns: 1000 },
    );
  },
);

test('dates and small numbers of parameters that never hold a number stay readable', () => {
  const rule = { names: ['startDate', 'page', 'exact[]'], otherNames: null, logged: ['startDate', 'page'] };
  const query = '?startDate=2023-01-01T00:00:00%2B0000&page=12&exact%5B%5D=*';
  expect(maskQuery(query, rule)).toBe(query);
  expect(maskQuery('?page=55530312345&startDate=now&noeq&', rule)).toBe('?page=*&startDate=*&noeq&');
  expect(maskQuery('?startDate=5553-03-12&startDate=2023-13-01', rule)).toBe('?startDate=*&startDate=*');
  // As the page sends it.
  const sent = '?startDate=2023-01-01T00%3A00%3A00%2B0000';
  expect(maskQuery(sent, rule)).toBe(sent);
  // A time that no clock shows, and an offset that no zone has, may be somebody's number.
  for (const digits of ['T55:53:03%2B0000', 'T12:00:00%2B5553', 'T24:55:53-0000', 'T12:34:55%2B0312']) {
    expect(maskQuery(`?startDate=2023-01-01${digits}`, rule)).toBe('?startDate=*');
  }
  expect(maskQuery('?page=5553&page=312', rule)).toBe('?page=5553&page=*');
  expect(maskQuery('', rule)).toBe('');
});

test('a logged path is visible ASCII, short, and holds no number', () => {
  expect(maskPath('/textus/alpha/opt_outs')).toBe('/textus/alpha/opt_outs');
  expect(maskPath('/textus/beta_2/%2e%2e/')).toBe('/textus/beta_2/%2e%2e/');
  expect(maskPath('/api/06-12-34-56-78')).toBe('/api/*');
  expect(maskPath('/api/+15553031234/\u001b[2J\u00e9')).toBe('/api/+*J?');
  expect(maskPath('/x'.repeat(500))).toHaveLength(120);
});

test('an error of our own is one line without numbers or control characters, with where it came from', () => {
  const error = new TypeError('no\nsuch %2B15553031234\u001b[2J');
  const line = errorLine(0, 'vendor', error, 'Restart it.');
  expect(line).toMatch(
    /^1970-01-01T00:00:00\.000Z error in vendor 500: TypeError: no\?such \+\*J\. Restart it\. at .*log\.test\.ts:\d+/,
  );
  expect(line).not.toMatch(/[^ -~]/);
  expect(errorLine(0, 'vendor', 'thrown', 'Restart it.')).toContain(
    'something that is no error was thrown. Restart it.',
  );
});

test('a secret is covered in every line, also where an address would hold it', () => {
  const lines: string[] = [];
  const log = logWithout(
    [secretOf('key/7$&')].flatMap((secret) => secret ?? []),
    (line) => lines.push(line),
  );
  log('a key/7$& and key%2F7%24%26');
  expect(lines).toEqual(['a * and *']);
});
