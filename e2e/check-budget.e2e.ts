import { check, expectSummary, paste } from './helpers/check-page';
import { strangers } from './helpers/messy-list';
import { expect, test } from './helpers/test';

const COUNT = 1000;

test('TextUs’s budget of requests is kept within: the wait is shown with its reason and until when, and every number is answered', async ({
  page,
  sandbox,
}) => {
  const people = strangers(COUNT);
  await sandbox.addOptOut('textus', { number: people.at(-1) ?? '' });
  await sandbox.set('textus', { behaviour: { rateLimitRequests: 30, rateLimitSeconds: 5 } });
  await page.goto('/');
  await paste(page, people.join('\n'));
  await check(page);
  const reason = 'allows few more requests for now, and we keep within that';
  await expect(page.getByText(new RegExp(`^TextUs ${reason}. Going on in [1-7] seconds?\\.$`))).toBeVisible();
  // Once: the words beside it go on saying how far it is.
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /TextUs has answered [\d,]+ of/u);
  await expectSummary(page, '1,000 numbers: 1 opted out, 999 not found, 0 could not check');
  // Kept within, rather than run into: nothing was refused.
  const statuses = (await sandbox.requests('textus')).map(({ status }) => status);
  expect(statuses.length).toBeGreaterThan(30);
  expect(new Set(statuses)).toEqual(new Set([200]));
});
