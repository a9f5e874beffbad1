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

/** What each page says of a reading under way, the end of it, and how it is begun. */
const READINGS: readonly (readonly [
  name: string,
  vendor: string,
  words: RegExp,
  end: RegExp,
  begin: (page: Page) => Promise<unknown>,
])[] = [
  [
    'Mobivate',
    'mobivate',
    /Asking Mobivate|Reading Mobivate|Putting the rows/u,
    /^Complete: [\d,]+ opt-outs$/u,
    (page) => page.goto('/mobivate?from=2018-01-01&to=2026-11-01&tz=UTC'),
  ],
  [
    'TextUs',
    'textus',
    /Asking TextUs|opt-outs? read/u,
    /^Complete: [\d,]+ opt-outs$/u,
    (page) => page.goto('/textus?account=my_account&q=5551'),
  ],
  [
    'Check',
    'mobivate',
    /Reading|starting|so far|finished/u,
    /^2 numbers: 1 opted out, 1 not found, 0 could not check$/u,
    (page) => ask(page, `${EXAMPLES.onBoth}\n${EXAMPLES.onNeither}`),
  ],
];

for (const [name, vendor, words, end, begin] of READINGS) {
  test(`${name}: those who listen hear the start, a word every few seconds, and the end once`, async ({
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
    // The first words come before the end, by the announcer alone.
    expect(underWay.length, JSON.stringify(said)).toBeGreaterThan(0);
    expect(underWay[0]?.at).toBeLessThan(ends[0]?.at ?? 0);
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
    const said = await heard(page);
    const failed = said.filter(({ text }) => /^Incomplete: |^2 numbers: /u.test(text));
    expect(failed.map(({ by }) => by)).toEqual([name === 'Check' ? 'status' : 'alert']);
    expect(said.filter(({ text }) => text.startsWith('Complete'))).toEqual([]);
  });
}
