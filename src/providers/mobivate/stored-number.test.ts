import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { soakable } from '../../lib/__fixtures__/soakable';
import { rowKeys, rowMsisdn } from './history-keys';
import { parseWindow } from './schema';
import { readStored } from './stored-number';

const NUMBER = '15559999999';
const OTHER = '15558888888';

describe('a stored number', () => {
  it.each([
    [NUMBER, NUMBER],
    ['+15559999999', NUMBER],
    ['15559999999.0', NUMBER],
    ['15559999999.00', NUMBER],
    ['15559999999,0', NUMBER],
    ["'15559999999", NUMBER],
    ['"15559999999"', NUMBER],
    ['="15559999999"', NUMBER],
    [' 15559999999\r\n', NUMBER],
    ['tel:+15559999999', NUMBER],
    ['whatsapp:+15559999999', NUMBER],
    ['１５５５９９９９９９９', NUMBER],
    ['＋1 555 999 9999', NUMBER],
    ['١٥٥٥٩٩٩٩٩٩٩', NUMBER],
    ['1555\u200B9999999', NUMBER],
    ['+1 (555) 999-9999', NUMBER],
    ['1-555-999-9999', NUMBER],
    ['1‑555‑999‑9999', NUMBER],
    ['1 555 - 999 - 9999', NUMBER],
    ['(+1) 555 999 9999', NUMBER],
    ['44.7700.900123', '447700900123'],
    ['0044 7700 900123', '447700900123'],
    ['+44 (0)7700 900123', '447700900123'],
    ['+39 (0)6 12345678', '390612345678'],
    ['555 303 9999', '5553039999'],
    ['07700 900123', '07700900123'],
    ['60500', '60500'],
    ['1', '1'],
    ['12345678901234567890', '12345678901234567890'],
    ['0061491570006', '0061491570006'],
  ])('written %j is %s, for matching and in files', (mobile, digits) => {
    expect(readStored(mobile).kind).toBe('numbers');
    expect(rowMsisdn(mobile)).toBe(digits);
    expect(rowKeys(mobile)).toContain(digits);
    expect(rowKeys(mobile)).toContain(mobile);
  });

  it.each(['SHORTCODE', 'anonymous', 'Amazon'])('may be a name such as %s, which has no digits', (mobile) => {
    expect(readStored(mobile)).toEqual({ kind: 'name' });
    expect([rowMsisdn(mobile), rowKeys(mobile)]).toEqual(['', [mobile]]);
  });
});

describe('a cell of several numbers', () => {
  it.each([
    '15559999999 15558888888',
    '15559999999\n15558888888',
    '15559999999\t15558888888',
    '+15559999999+15558888888',
    '+1 555 999 9999 +1 555 888 8888',
    '15559999999 or 15558888888',
    '15559999999 & 15558888888',
    '15559999999 - 15558888888',
    '15559999999/15558888888',
    '15559999999;15558888888;',
    '15559999999,15558888888',
    '15559999999.0 | 15558888888.0',
    '１５５５９９９９９９９、15558888888',
  ])('%j answers to each of them and to nothing else', async (mobile) => {
    expect(rowKeys(mobile)).toEqual([mobile, NUMBER, OTHER]);
    expect(rowMsisdn(mobile)).toBe(NUMBER);
    expect(await parseWindow([{ id: 1, mobile, note: null, created: 5 }])).toMatchObject({
      rows: [{ mobile }],
      unreadable: [],
    });
  });
});

describe.each([
  [
    'no number',
    ['N/A', ' ', '\u00A0', '-', '+', '?', '()', 'private', 'Unknown', 'null', 'XXXXXXXXXXX', '***********'],
  ],
  ['digits left out', ['15559999*99', '1555999999X', '1555????999', '1555____999', '4477009001__', '1555●●●●999']],
  ['signs nobody knows', ['1555999#999', '15559999~99', '1555…999', '1555..999', '155599999O9', '1555①999999', '1 -']],
  ['signs nobody sees', ['15559999\u000099', '1555999\u03369999', '1555999999²', '1'.repeat(1001).replace('1', '+1')]],
  [
    'a word behind',
    ['15559999999x12', '15559999999 ext 12', '15559999999;ext=12', '15559999999@c.us', '15559999999 (home)'],
  ],
  ['digits behind', ['15559999999 (2)', '15559999999#2', '15559999999 2', '15559999999-2', '+1 555 999 9999 2']],
  ['something before', ['2 15559999999', 'John 15559999999', '-15559999999']],
  ['a date', ['+1 555 999 9999 2023-01-02', '2023-01-02', '01.02.2023']],
  ['an amount', ['1.5559999999E10', '1.55e+10', '1,555,999,9999', '15559999999.5', '155599999.02']],
  [
    'several, not all of them whole',
    ['15559999999 or 12', '15559999999,N/A', '15559999999, 1555****888', '15559999999 15558888888 2'],
  ],
])('a cell with %s', (_what, mobiles) => {
  it.each(mobiles)('%j is not taken as read, and gives no key', async (mobile) => {
    expect(readStored(mobile)).toEqual({ kind: 'unreadable' });
    expect([rowMsisdn(mobile), rowKeys(mobile)]).toEqual(['', [mobile]]);
    const row = { id: 1, mobile, note: null, created: 5 };
    const { rows, unreadable, numberOnly } = await parseWindow([row]);
    expect([rows, unreadable.length, numberOnly]).toEqual([[], 1, undefined]);
  });
});

it('a number below zero is not taken as read', async () => {
  expect((await parseWindow([{ id: 1, mobile: -15_559_999_999, note: null, created: 5 }])).rows).toEqual([]);
});

describe('whatever stands in the cell', () => {
  const digits = fc.stringMatching(/^\d{2,12}$/);

  it('digits are never joined over a sign that is not known', () => {
    const signs = fc.constantFrom(...Array.from('*xX?_#~●…é²①:@%<\u0000\u0336'));
    const between = fc.array(fc.oneof(signs, fc.constantFrom(' ', '-')), { maxLength: 3 });
    const property = fc.property(digits, between, signs, between, digits, (before, some, sign, others, after) => {
      const mobile = [before, ...some, sign, ...others, after].join('');
      expect(rowKeys(mobile)).toEqual([mobile]);
      expect(rowMsisdn(mobile)).toBe('');
    });
    fc.assert(property, soakable(1000));
  });

  it('files say a number that matching reads', () => {
    const property = fc.property(digits, fc.string({ maxLength: 4 }), digits, (before, between, after) => {
      const mobile = `${before}${between}${after}`;
      expect(['', ...rowKeys(mobile)]).toContain(rowMsisdn(mobile));
    });
    fc.assert(property, soakable(1000));
  });
});
