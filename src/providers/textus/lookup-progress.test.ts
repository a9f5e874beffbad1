import { expect, test } from 'vitest';

import { ProgressCount } from './lookup-progress';

test('a pause that TextUs asked for, and one to keep within its limit, are told apart', () => {
  const count = new ProgressCount(2, 50);
  count.asked(40);
  count.page(3);
  expect(count.report(null, null).words).toBe(
    'TextUs has answered 40 of 100 questions in 2 accounts: 3 opt-outs so far',
  );
  expect(count.report(5000, 'asked')).toMatchObject({
    words: 'TextUs asked us to slow down, so we wait: 40 of 100 questions in 2 accounts answered',
    waitReason: 'asked',
  });
  expect(count.report(5000, 'budget')).toMatchObject({
    words:
      'TextUs allows few more requests for now, and we keep within that, so we wait: 40 of 100 questions in 2 accounts answered',
    waitReason: 'budget',
  });
});
