import { createRandom, pick, type Random } from '../../src/server/sandbox/data/random';
import { isKindOf, SHAPES, type FaultKind } from '../../src/server/sandbox/faults/kinds';
import { FAULT_KINDS } from '../../src/server/sandbox/faults/kinds';
import type { Fault } from '../helpers/sandbox';
import { drawInput, numberPool, type DrawnLine } from './draw-input';
import type { Truths } from './truth';
import type { Size } from './world';

export const VENDOR_IDS = ['mobivate', 'textus'] as const;
export type VendorId = (typeof VENDOR_IDS)[number];
export type OfVendors<T> = Readonly<Record<VendorId, T>>;

/** The number said to be known to be on a list: none, one that is, one that is not. */
export type CanaryKind = 'none' | 'listed' | 'not-listed';

/** One asking: what each vendor does meanwhile, and after how many changes of the page the person cancels. */
export interface Round {
  readonly faults: OfVendors<Fault | null>;
  readonly cancelAfter: number | null;
}

/** Everything that happens in one trial, drawn from its seed before it begins. */
export interface Trial {
  readonly seed: number;
  readonly country: string;
  readonly lines: readonly DrawnLine[];
  readonly canaries: OfVendors<{ readonly kind: CanaryKind; readonly digits: string | null }>;
  readonly behaviour: OfVendors<Readonly<Record<string, unknown>>>;
  /** The first check and its retries, before everything is put right. */
  readonly rounds: readonly Round[];
}

/** Small, just over one answer of Mobivate's, and over several. */
export const SIZES: readonly [Size, ...Size[]] = [
  { mobivate: 60, textus: 12 },
  { mobivate: 1_300, textus: 90 },
  { mobivate: 3_200, textus: 260 },
];

/** Which size a seed's trial is played on. */
export function sizeOf(seed: number): Size {
  const [small, middle, large = small] = SIZES;
  return pick(createRandom(seed ^ 0x5eed), [small, small, small, middle ?? small, middle ?? small, large]);
}

/** Only one end to these within a person's patience: the person cancels. */
const ENDLESS: readonly FaultKind[] = ['never-ending-body'];
/** Take long or much memory. */
const DEAR: readonly FaultKind[] = ['no-answer', 'huge-body', 'slow', 'never-ending-body', 'hostile-text'];
const ONLY_TEXTUS: readonly FaultKind[] = [
  'looping-next',
  'foreign-next',
  'other-account-next',
  'endless-next',
  'empty-trailing-page',
  'total-absent',
  'total-wrong',
];

function knows(vendor: VendorId, kind: FaultKind): boolean {
  return vendor === 'textus' || !isKindOf(SHAPES, kind) || !ONLY_TEXTUS.includes(kind);
}

function drawFault(random: Random, vendor: VendorId, lines: readonly DrawnLine[]): Fault | null {
  if (random() < 0.35) return null;
  const cheap = random() < 0.9;
  const kinds = FAULT_KINDS.filter((kind) => knows(vendor, kind) && (!cheap || !DEAR.includes(kind)));
  const kind = kinds[Math.floor(random() * kinds.length)] ?? '500';
  const hidden = lines[Math.floor(random() * lines.length)]?.digits ?? null;
  const times = DEAR.includes(kind) ? 1 : pick(random, [null, null, 1, 1, 2, 3, 8]);
  return {
    kind,
    after: pick(random, [0, 0, 0, 1, 2, 3, 5, 9]),
    ...(times === null ? {} : { times }),
    ...(kind === 'slow' ? { milliseconds: 30 } : {}),
    ...(kind === 'small-budget' ? { requests: 1 + Math.floor(random() * 6), seconds: 1 } : {}),
    ...(kind === 'huge-body' ? { megabytes: 33 } : {}),
    ...(kind === 'missing-rows' && hidden !== null ? { number: hidden } : {}),
  };
}

function drawBehaviour(random: Random): OfVendors<Readonly<Record<string, unknown>>> {
  const orders = ['ascending', 'descending', 'shuffled'] as const;
  const { mobivate, textus } = {
    mobivate: {
      order: pick(random, orders),
      kept: pick(random, ['same', 'same', ...orders]),
      startInclusive: random() < 0.5,
      endInclusive: random() < 0.5,
      page: pick(random, ['honoured', 'ignored', 'rejected']),
    },
    textus: {
      pageSize: pick(random, [25, 25, 1, 2, 7, 100]),
      exactWithoutPlus: pick(random, ['any-country', 'account-country']),
      exactCompares: pick(random, ['number', 'number', 'number', 'text']),
      unreadableExact: pick(random, ['ignored', 'refused']),
      exactTaken: pick(random, ['all', 'all', 'all', 'all', 'first', 'last', 'none']),
      exactLimit: pick(random, [null, null, null, 1, 2, 10, 50]),
      rateLimitRequests: pick(random, [1000, 1000, 1000, null, 40]),
      rateLimitReset: pick(random, ['epoch-seconds', 'seconds-left']),
    },
  };
  // A vendor that looks at one value a request is asked more often than a budget of 1,000 allows, and here no wait takes its time.
  const isAskedOften = textus.exactTaken === 'first' || textus.exactTaken === 'last';
  const budget = isAskedOften && textus.rateLimitRequests === 1000 ? null : textus.rateLimitRequests;
  return { mobivate, textus: { ...textus, rateLimitRequests: budget } };
}

function drawCanary(random: Random, list: readonly string[], absent: string): Trial['canaries']['textus'] {
  const kind = pick(random, ['none', 'none', 'none', 'listed', 'listed', 'not-listed']);
  if (kind === 'none') return { kind, digits: null };
  const listed = list[Math.floor(random() * list.length)];
  return kind === 'listed' && listed !== undefined ? { kind, digits: listed } : { kind: 'not-listed', digits: absent };
}

/** The trial of a seed, over lists that hold these numbers. `only`: the one country (ISO 3166) that is asked from. */
export function drawTrial(seed: number, truths: Truths, only: string | null = null): Trial {
  const random = createRandom(seed);
  const pool = numberPool(truths);
  const drawn = pick(random, ['US', 'US', 'US', 'GB', 'AU']);
  const country = only ?? drawn;
  const lines = drawInput(random, truths, pool, country);
  const rounds = Array.from({ length: pick(random, [1, 1, 2, 3]) }, (): Round => {
    const faults = { mobivate: drawFault(random, 'mobivate', lines), textus: drawFault(random, 'textus', lines) };
    const endless = VENDOR_IDS.some((id) => ENDLESS.some((kind) => kind === faults[id]?.kind));
    return { faults, cancelAfter: endless || random() < 0.15 ? 1 + Math.floor(random() ** 2 * 40) : null };
  });
  return {
    seed,
    country,
    lines,
    rounds,
    canaries: {
      mobivate: drawCanary(random, pool.mobivate, '12015550000'),
      textus: drawCanary(random, pool.textus, '12015550000'),
    },
    behaviour: drawBehaviour(random),
  };
}
