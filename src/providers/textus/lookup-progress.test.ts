import { expect, test } from 'vitest';

import { ProgressCount } from './lookup-progress';

test('a pause that TextUs asked for, and one to keep within its limit, are told apart', () => {
  const count = new ProgressCount(2, 50);
  count.asked(40);
  count.page(3);
  // Why one waits is said beside the countdown, and once.
  const words = 'TextUs has answered 40 of 100 questions in 2 accounts: 3 opt-outs so far';
  expect(count.report(null, null)).toMatchObject({ words, waitReason: null });
  expect(count.report(5000, 'asked')).toMatchObject({ words, waitReason: 'asked' });
  expect(count.report(5000, 'budget')).toMatchObject({ words, waitReason: 'budget' });
});
