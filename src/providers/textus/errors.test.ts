import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readVendorMessage } from './errors';

test.each([
  [{ message: 'Unauthorized' }, 'Unauthorized'],
  [{ error: 'Validation failed' }, 'Validation failed'],
  [{ error: { message: 'Too deep' } }, 'Too deep'],
  [{ '@type': 'hydra:Error', 'hydra:description': 'Not here' }, 'Not here'],
  [{ type: 'x', title: 'Gone', detail: 'The account is closed.' }, 'The account is closed.'],
  [{ title: 'Gone' }, 'Gone'],
  [{ errors: [{ detail: 'q: too short' }] }, 'q: too short'],
  [{ errors: ['q: too short'] }, 'q: too short'],
  [{ errors: { q: 'too short' } }, null],
  ['  plain words ', 'plain words'],
  [{ message: ' ' }, null],
  [{ message: 5 }, null],
  [{}, null],
  [[], null],
  [null, null],
  [7, null],
])('%j says %s', (body, message) => {
  expect(readVendorMessage(body)).toBe(message);
});

test('any body gives a text or nothing, and a nested one ends', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const message = readVendorMessage(body);
      expect(message === null || message.trim() !== '').toBe(true);
    }),
  );
  const loop: { error?: unknown } = {};
  loop.error = loop;
  expect(readVendorMessage(loop)).toBeNull();
});
