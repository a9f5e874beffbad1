import { toQuestions } from '../../src/check/questions';
import { Check, runCheck } from '../../src/check/run-check';
import { readNumberList } from '../../src/lib/number-list';
import type { PublicConfig } from '../../src/lib/public-config';
import { createRandom } from '../../src/server/sandbox/data/random';
import { VENDOR_IDS, type Round, type Trial, type VendorId } from './draw';
import { wrongRows, wrongVerdict, type VendorTruth } from './judge';
import { newPageLoad } from './product';
import { readTruth, type Truth, type Truths } from './truth';
import type { World } from './world';

export interface Outcome {
  /** What was wrong, in words; empty when nothing was. */
  readonly wrong: readonly string[];
  readonly checks: number;
  /** Verdicts of one vendor on one row, by their word. */
  readonly verdicts: Readonly<Record<string, number>>;
}

const LABELS: Readonly<Record<VendorId, string>> = { mobivate: 'Mobivate', textus: 'TextUs' };
/** Longest that one asking may take before the person cancels, ms; only endless answers last that long. */
const PATIENCE_MS = 1_500;
/** Retries with a vendor that behaves until everything has to be settled. */
const MOST_RETRIES = 4;

/** Plays one trial from its start: a fresh page load, the vendors told how to behave, its rounds, all put right, Retry. */
export async function runTrial(trial: Trial, world: World, before: Truths): Promise<Outcome> {
  const { control, origin } = world;
  const { signal } = new AbortController();
  await control.reset();
  for (const id of VENDOR_IDS) await control.set(id, { behaviour: trial.behaviour[id] });
  const providers = newPageLoad(origin, createRandom(trial.seed));
  const list = await readNumberList(trial.lines.map(({ text }) => text).join('\n'), trial.country, { signal });
  const check = new Check(toQuestions(list), providers, configOf(trial, world.config), Date.now());
  const story = new Story(trial, before);
  const wrong: string[] = [];
  const verdicts: Record<string, number> = {};
  let checks = 0;

  const ask = async (round: Round, name: string) => {
    story.begin(round);
    const cancelled = await askOnce(check, round.cancelAfter);
    checks += 1;
    await story.lookAgain(round, world);
    const rows = check.rows();
    wrong.push(...(list.header === null ? wrongRows(rows, trial.lines) : []));
    for (const [index, id] of VENDOR_IDS.entries()) {
      story.cancelled ||= cancelled;
      const truth = story.truthFor(id, round);
      for (const row of rows) {
        const verdict = row.verdicts[index];
        if (verdict === undefined) continue;
        verdicts[verdict.kind] = (verdicts[verdict.kind] ?? 0) + 1;
        const fault = wrongVerdict(row, trial.lines[row.line - 1]?.digits ?? null, verdict, truth, story.cancelled);
        if (fault !== null) wrong.push(`${name}: ${fault}`);
      }
    }
  };

  for (const [index, round] of trial.rounds.entries()) {
    for (const id of VENDOR_IDS) await control.set(id, { fault: round.faults[id] });
    await ask(round, `round ${index + 1}`);
  }
  await control.reset();
  story.putRight();
  for (let retry = 0; retry < MOST_RETRIES && check.retryable; retry += 1) {
    await ask({ faults: { mobivate: null, textus: null }, cancelAfter: null }, `retry ${retry + 1}`);
  }
  return { wrong: [...new Set(wrong)], checks, verdicts };
}

function configOf({ canaries }: Trial, config: PublicConfig): PublicConfig {
  const vendors = Object.entries(config.vendors).map(([id, vendor]) => {
    const digits = VENDOR_IDS.some((own) => own === id) ? canaries[id as VendorId].digits : null;
    return [id, { ...vendor, canary: digits === null ? null : `+${digits}` }];
  });
  return { ...config, vendors: Object.fromEntries(vendors) as PublicConfig['vendors'] };
}

/** Asks, or retries; true when the person cancelled, after so many changes or out of patience. */
async function askOnce(check: Check, cancelAfter: number | null): Promise<boolean> {
  const person = new AbortController();
  const timer = cancelAfter === null ? undefined : setTimeout(() => person.abort(), PATIENCE_MS);
  let changes = 0;
  const onChange = () => {
    changes += 1;
    if (changes === cancelAfter) person.abort();
  };
  await runCheck(check, { signal: person.signal, onChange });
  clearTimeout(timer);
  return person.signal.aborted;
}

/** What has happened at the vendors so far, and what may therefore be said. */
class Story {
  cancelled = false;
  readonly #trial: Trial;
  readonly #lasting: Record<VendorId, Truth>;
  readonly #ever: Record<VendorId, Truth>;
  readonly #hidden: Record<VendorId, Set<string>> = { mobivate: new Set(), textus: new Set() };
  readonly #troubled: Record<VendorId, boolean>;

  constructor(trial: Trial, before: Truths) {
    this.#trial = trial;
    this.#lasting = { ...before };
    this.#ever = { ...before };
    const { rateLimitRequests, exactLimit, exactTaken } = trial.behaviour.textus;
    // A whole list instead of the numbers asked for is left after so many pages.
    const isTroubled = rateLimitRequests === 40 || exactLimit !== null || exactTaken === 'none';
    this.#troubled = { mobivate: false, textus: isTroubled };
  }

  begin(round: Round): void {
    for (const id of VENDOR_IDS) {
      const fault = round.faults[id];
      if (fault !== null) this.#troubled[id] = true;
      if (fault?.kind === 'missing-rows') this.#hidden[id].add(hiddenBy(id, fault));
    }
  }

  /** The lists change only where a vendor was told to let them. */
  async lookAgain(round: Round, { control, origin, config }: World): Promise<void> {
    const changing = VENDOR_IDS.filter((id) => round.faults[id]?.kind === 'changing');
    if (changing.length === 0) return;
    for (const id of VENDOR_IDS) await control.set(id, { fault: null, behaviour: NO_LIMIT[id] });
    const now = await readTruth(origin, config.vendors['textus']?.accounts ?? []);
    for (const id of changing) {
      this.#lasting[id] = new Set([...this.#lasting[id]].filter((digits) => now[id].has(digits)));
      this.#ever[id] = new Set([...this.#ever[id], ...now[id]]);
    }
  }

  putRight(): void {
    this.#troubled.mobivate = false;
    this.#troubled.textus = false;
    this.cancelled = false;
  }

  truthFor(id: VendorId, { faults }: Round): VendorTruth {
    const canary = this.#trial.canaries[id];
    const hidden = this.#hidden[id];
    const hides = faults[id]?.kind === 'missing-rows';
    const canaryHidden = canary.digits !== null && hidden.has(canary.digits);
    return {
      label: LABELS[id],
      lasting: this.#lasting[id],
      ever: this.#ever[id],
      hidden,
      doubted: canary.kind === 'not-listed',
      mayLackCanary:
        canary.kind === 'not-listed' || (canary.digits !== null && (hides || canaryHidden)) || this.#gone(id),
      lookalikes: id === 'textus' && this.#trial.country !== 'US',
      country: this.#trial.country,
      untroubled: !this.#troubled[id] && !this.cancelled,
    };
  }

  /** The known number may have left the list. */
  #gone(id: VendorId): boolean {
    const { digits } = this.#trial.canaries[id];
    return digits !== null && !this.#lasting[id].has(digits);
  }
}

const NO_LIMIT = { mobivate: {}, textus: { rateLimitRequests: null } } as const;
const DOCUMENTED: Readonly<Record<VendorId, string>> = { mobivate: '4400111222', textus: '15553031234' };

function hiddenBy(id: VendorId, fault: { readonly number?: string }): string {
  return fault.number?.replaceAll(/\D/gu, '') ?? DOCUMENTED[id];
}
