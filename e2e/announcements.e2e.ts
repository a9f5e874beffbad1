import type { Page } from '@playwright/test';

import { ask, EXAMPLES } from './helpers/check-page';
import { expect, test } from './helpers/test';

/** What a live region said, and when, in ms of the page's own clock. */
interface Said {
  readonly at: number;
  readonly text: string;
  /** The way it was said: by the page's one status line, an alert, or aside. */
  readonly by: 'status' | 'alert' | 'polite';
}

/** Throttled words of a reading come no faster, ms: the announcer waits five seconds, the clocks of two processes differ a little. */
const LEAST_APART = 4500;

/** Notes every new text of every live region of the page. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: Said[] = [];
    const last = new WeakMap<Element, string>();
    Object.assign(globalThis, { said });
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live], [role=status], [role=alert]');
        if (region !== null && region !== undefined) regions.add(region);
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          for (const alert of [node, ...node.querySelectorAll('*')]) if (alert.role === 'alert') regions.add(alert);
        }
      }
      for (const region of regions) {
        const text = region.textContent.trim();
        if (text === last.get(region)) continue;
        last.set(region, text);
        const by = region.role === 'status' || region.role === 'alert' ? region.role : 'polite';
        if (text !== '') said.push({ at: performance.now(), text, by });
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: Said[] }).said);

/** What each page says first, what of a reading under way, the end of it, and how it is begun. */
const READINGS: readonly (readonly [
  name: string,
  vendor: string,
  start: RegExp,
  words: RegExp,
  end: RegExp,
  begin: (page: Page) => Promise<unknown>,
])[] = [
  [
    'Mobivate',
    'mobivate',
    /^Asking Mobivate$/u,
    /Asking Mobivate|Reading Mobivate|Putting the rows/u,
    /^Complete: [\d,]+ opt-outs$/u,
    (page) => page.goto('/mobivate?from=2018-01-01&to=2026-11-01&tz=UTC'),
  ],
  [
    'TextUs',
    'textus',
    /^Asking TextUs$/u,
    /Asking TextUs|opt-outs? read/u,
    /^Complete: [\d,]+ opt-outs$/u,
    (page) => page.goto('/textus?account=my_account&q=5551'),
  ],
  [
    'Check',
    'mobivate',
    /^Reading the numbers$|starting/u,
    /Reading|starting|so far|finished/u,
    /^2 numbers: 1 opted out, 1 not found, 0 could not check$/u,
    (page) => ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`),
  ],
];

for (const [name, vendor, start, words, end, begin] of READINGS) {
  test(`${name}: those who listen hear the start once, a word every few seconds, and the end once`, async ({
    page,
    sandbox,
  }) => {
    await sandbox.set(vendor, { latencyMs: 900 });
    await listen(page);
    await begin(page);
    await expect(page.getByRole('status')).toHaveText(end, { timeout: 60_000 });
    const said = await heard(page);
    const ends = said.filter(({ text }) => end.test(text));
    expect(ends.map(({ by }) => by)).toEqual(['status']);
    const underWay = said.filter(({ text, by }) => by === 'polite' && words.test(text));
    expect(said.filter(({ text }) => start.test(text))).toEqual([said[0]]);
    expect(underWay[0]).toEqual(said[0]);
    const [from, to] = [said[0]?.at ?? 0, ends[0]?.at ?? 0];
    expect(underWay.length - 1, JSON.stringify(said)).toBeLessThanOrEqual((to - from) / LEAST_APART);
    expect(underWay.at(-1)?.at).toBeLessThan(to);
    for (const [place, { at, text }] of underWay.entries()) {
      const before = underWay[place - 1];
      if (before !== undefined) expect(at - before.at, `"${text}" after "${before.text}"`).toBeGreaterThan(LEAST_APART);
    }
    expect(said.filter(({ by }) => by === 'alert')).toEqual([]);
  });

  test(`${name}: those who listen hear of a failure once, as an alert or in the summary`, async ({ page, sandbox }) => {
    await sandbox.set(vendor, { fault: { kind: '401' } });
    await listen(page);
    await begin(page);
    await expect(page.getByText(/Incomplete: |could not check$/u).first()).toBeVisible({ timeout: 60_000 });
    // A sum that came together with its region is put in once more a moment later.
    const failed = async () => (await heard(page)).filter(({ text }) => /^Incomplete: |^2 numbers: /u.test(text));
    await expect
      .poll(async () => (await failed()).map(({ by }) => by))
      .toEqual([name === 'Check' ? 'status' : 'alert']);
    const said = await heard(page);
    expect(said.filter(({ text }) => text.startsWith('Complete'))).toEqual([]);
  });
}

test('Mobivate: those who listen hear of an order they have asked for, and not of the list’s own', async ({ page }) => {
  await listen(page);
  await page.goto('/mobivate?from=2020-03-01&to=2020-03-20&tz=UTC');
  await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
  await page.getByRole('columnheader', { name: 'Mobile' }).getByRole('button').press('Enter');
  const orders = async () => (await heard(page)).flatMap(({ text }) => (text.startsWith('Sorted') ? [text] : []));
  await expect.poll(orders).toEqual(['Sorted by Mobile, ascending']);
});

test('Check: those who listen hear which rows are shown when they choose others, and not before', async ({ page }) => {
  await listen(page);
  await ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onMobivate}\n${EXAMPLES.onNeither}`);
  await expect(page.getByRole('status')).toHaveText('3 numbers: 2 opted out, 1 not found, 0 could not check');
  const shown = async () => (await heard(page)).flatMap(({ text }) => (text.startsWith('Showing') ? [text] : []));
  expect(await shown()).toEqual([]);
  const told: string[] = [];
  for (const [button, words] of [
    ['2 Opted out', 'Showing 2 of 3: opted out'],
    ['1 Gap', 'Showing 1 of 3: gap'],
    ['0 Could not check', null],
    ['3 All', 'Showing all 3'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).press('Enter');
    if (words !== null) told.push(words);
    await expect.poll(shown).toEqual(told);
  }
});
