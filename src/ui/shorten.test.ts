import fc from 'fast-check';
import { expect, test } from 'vitest';

import { inCell, shorten } from './shorten';

test('a text that fits stays as it is; a longer one is cut and says how long it was', () => {
  expect(shorten('STOP', 4)).toBe('STOP');
  expect(shorten('STOP!', 4)).toBe('STOP… (5 characters)');
  expect(inCell('x'.repeat(1_048_576))).toMatch(/^x{120}… \(1,048,576 characters\)$/);
});

test('no character is cut in half, and the beginning is the text’s own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (text, most) => {
      const cut = shorten(text, most);
      // It throws for half a character.
      expect(() => encodeURIComponent(cut)).not.toThrow();
      expect(text.startsWith(cut.replace(/… \(\d+ characters\)$/u, ''))).toBe(true);
    }),
  );
});
