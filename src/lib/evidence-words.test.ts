import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { instantWords, oneLine } from './evidence-words';

describe('oneLine', () => {
  it('leaves no line break, control or bidi character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(oneLine(`${text}\r\n\u2028\u0000\u202e`)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      }),
    );
    expect(oneLine('a\r\n\u2028b\u202ec\u0000')).toBe('a bc');
    expect(oneLine('half \ud83d a pair')).toBe('half \ufffd a pair');
  });

  it('cuts a megabyte, and says so', () => {
    expect(oneLine('x'.repeat(1_048_576))).toBe(`${'x'.repeat(2000)}… (1,048,576 characters)`);
    expect(oneLine(`${'x'.repeat(1999)}\u{1f44d}y`)).toBe(`${'x'.repeat(1999)}… (2,002 characters)`);
  });
});

it('instants are told in UTC and on the clock of the zone', () => {
  const instant = Date.UTC(2020, 6, 30, 15, 18, 52, 133);
  expect(instantWords(instant, 'UTC')).toBe('30 Jul 2020, 15:18:52 UTC');
  expect(instantWords(instant, 'America/Los_Angeles')).toBe(
    '30 Jul 2020, 15:18:52 UTC (30 Jul 2020, 08:18:52 PDT (UTC-07:00))',
  );
  expect(instantWords(null, 'UTC')).toContain('not given');
});
