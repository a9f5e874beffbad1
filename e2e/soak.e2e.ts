import { results } from './helpers/check-page';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';
import { drawTrial, VENDOR_IDS, type Trial, type VendorId } from './soak/draw';
import { wrongWords } from './soak/judge-words';
import { drawPlanted, plant, toldOtherwise } from './soak/planted';
import { readTruth, type Truths } from './soak/truth';

/** Trials and their seeds: a few with every run of the tests, dozens under `npm run test:soak`. */
const TRIALS = Number(process.env['SOAK_BROWSER_TRIALS'] ?? 4);
const SEED = Number(process.env['SOAK_SEED'] ?? 20_261_122);
const ACCOUNTS = ['my_account', 'north_branch', 'south_branch'];
const COLUMNS = { mobivate: 'Mobivate', textus: 'TextUs' } as const;
/** The page waits for real, so these strike no more often than a minute's patience allows. */
const WAITS = /^(?:429|5\d\d|502-html|reset|small-budget)/u;
/** Nothing to see within that patience. */
const ENDLESS = /^(?:no-answer|never-ending-body)$/u;

const HOUR_MS = 3_600_000;

type Faults = Trial['rounds'][number]['faults'];

/** The first round of a trial, with what a browser needs: numbers Americans ask, one to a line, and an end to every wait. */
function forBrowser(trial: Trial) {
  const [first] = trial.rounds;
  const lines = trial.lines.filter(({ digits }, index) => digits !== null || index > 0).slice(0, 12);
  const faults = Object.fromEntries(
    VENDOR_IDS.map((id): [VendorId, Faults[VendorId]] => {
      const fault = first?.faults[id] ?? null;
      if (fault === null || ENDLESS.test(fault.kind)) return [id, null];
      return [id, WAITS.test(fault.kind) ? { ...fault, times: Math.min(2, fault.times ?? 2), seconds: 1 } : fault];
    }),
  ) as unknown as Faults;
  return { lines, faults, cancels: first?.cancelAfter !== null };
}

for (let index = 0; index < TRIALS; index += 1) {
  const seed = SEED + index;
  test(`verdicts are the truth, seed ${seed}`, async ({ page, sandbox, server }) => {
    test.setTimeout(180_000);
    // Two truths that know nothing of each other, and of the page: what the vendors tell, and what was drawn and put there by us.
    const planted = drawPlanted(seed);
    const at = Date.now() - HOUR_MS;
    await plant(sandbox, planted, at);
    const before = await readTruth(server.url, ACCOUNTS);
    expect(toldOtherwise(planted, before), `seed ${seed}`).toEqual([]);
    const trial = drawTrial(seed, before, 'US');
    const { lines: drawn, faults, cancels } = forBrowser(trial);
    const lines = [...drawn, ...planted];
    for (const id of VENDOR_IDS) {
      const behaviour = id === 'textus' ? { ...trial.behaviour[id], rateLimitRequests: null } : trial.behaviour[id];
      await sandbox.set(id, { behaviour, fault: faults[id] });
    }
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Phone numbers' }).fill(lines.map(({ text }) => text).join('\n'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    const cancel = page.getByRole('button', { name: 'Cancel' });
    // It may be over before a person could.
    if (cancels) await cancel.click({ timeout: 2_000 }).catch(() => undefined);

    const judge = async (settled: boolean, truths: Truths) => {
      await expect(page.getByRole('status')).toHaveText(/^\d+ numbers?: .*could not check$/u, { timeout: 120_000 });
      for (const id of VENDOR_IDS) {
        const told = (await column(results(page), COLUMNS[id])).map((text) => text.split('\n')[0]?.trim() ?? '');
        expect(told, `one row for each line, seed ${seed}`).toHaveLength(lines.length);
        const fault = faults[id];
        // Read as the number that was drawn, or a right verdict would be an answer to another question.
        const read = (await column(results(page), 'Number')).map((text) => text.replaceAll(/\D/gu, ''));
        const misread = lines.filter(({ digits }, row) => digits !== null && read[row] !== digits);
        expect(misread, `seed ${seed}`).toEqual([]);
        const lasting = new Set([...before[id]].filter((digits) => truths[id].has(digits)));
        const truth = {
          label: COLUMNS[id],
          lasting,
          ever: new Set([...before[id], ...truths[id]]),
          hidden: new Set(fault?.kind === 'missing-rows' ? lines.map(({ digits }) => digits ?? '') : []),
          doubted: false,
          mayLackCanary: false,
          lookalikes: false,
          country: 'US',
          untroubled: settled,
        };
        const wrong = told.map((words, row) => wrongWords(words, lines[row]?.digits ?? null, truth));
        expect(
          wrong.filter((each) => each !== null),
          `seed ${seed}: ${JSON.stringify({ faults, lines })}`,
        ).toEqual([]);
      }
    };

    await judge(false, before);
    await sandbox.reset();
    await plant(sandbox, planted, at);
    const retry = page.getByRole('button', { name: 'Retry' });
    for (let again = 0; again < 3 && (await retry.count()) > 0; again += 1) {
      // The last summary stands until Retry has begun, and must not be taken for the next one.
      const begun = page.getByRole('status').evaluate(
        (status) =>
          new Promise<void>((resolve) => {
            new MutationObserver(() => resolve()).observe(status, {
              childList: true,
              characterData: true,
              subtree: true,
            });
          }),
      );
      await retry.first().click();
      await begun;
      await judge(again === 2, before);
    }
    await judge(true, before);
  });
}
