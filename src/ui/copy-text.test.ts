import { expect, test } from 'vitest';

import { encodeInSteps } from './copy-text';

test('a long text is the same after it was encoded in steps, also where a step ends inside a character', async () => {
  for (const text of ['', 'a', `a${'😀'.repeat(300_000)}`, `${'😀'.repeat(300_000)}b`]) {
    const blob = await encodeInSteps(text);
    expect((await blob.text()) === text).toBe(true);
    expect(blob.type).toBe('text/plain');
  }
});
