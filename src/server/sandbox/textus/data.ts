import { drawInstants } from '../data/instants';
import { createCast, FIRST_EXTRA, numberOfPerson, SHARED_PEOPLE, TEXTUS_PEOPLE } from '../data/people';
import { createRandom, pick, strideFor, type Random } from '../data/random';
import { ACCOUNT_SLUGS, ACCOUNTS } from './accounts';
import { makeOptOut } from './make-opt-out';
import { DOCUMENTED_OPT_OUTS, type TextusRow } from './wire';

/** What the lists are made from; the same options give the same lists. `now` in ms UTC. */
export interface TextusDataOptions {
  readonly now: number;
  readonly seed: number;
  /** How many opt-outs over all accounts, the documented ones among them. */
  readonly rows: number;
}

const PLAIN_IDS = 0.25;
const SEEN_FROM_ALL = 0.2;
const ASKED_TWICE = 0.01;

/** Newest first, as the lists are read. */
export function newestFirst(a: TextusRow, b: TextusRow): number {
  return b.at - a.at || b.sequence - a.sequence;
}

/** Where an opt-out is listed: in its own account, and some also in every other of the company. */
function drawAccounts(random: Random): { readonly account: string; readonly listedIn: readonly string[] } {
  const account = pick(random, ACCOUNTS).slug;
  return { account, listedIn: random() < SEEN_FROM_ALL ? ACCOUNT_SLUGS : [account] };
}

/** The numbers of the lists, in no order: the cast first, then people of both vendors, then people of TextUs only. */
function drawNumbers(random: Random, seed: number, count: number): readonly string[] {
  const numbers = createCast(seed).flatMap(({ digits, on }) => on.filter((id) => id === 'textus').map(() => digits));
  const ofCast = numbers.length;
  for (let extra = 0; numbers.length < count; extra += 1) {
    const person = extra < SHARED_PEOPLE ? FIRST_EXTRA + extra : TEXTUS_PEOPLE + extra;
    const earlier = numbers[ofCast + Math.floor(random() * extra)];
    const again = random() < ASKED_TWICE && earlier !== undefined;
    numbers.push(again ? earlier : String(numberOfPerson(person, seed)));
  }
  return numbers.slice(0, count);
}

/** Makes the TextUs lists, newest first: three accounts, every documented shape, some numbers that Mobivate has too. */
export function createTextusData({ now, seed, rows }: TextusDataOptions): TextusRow[] {
  // A seed of its own, so that the lists do not follow Mobivate's step by step.
  const random = createRandom(seed + 1);
  const numbers = drawNumbers(random, seed, Math.max(0, rows - DOCUMENTED_OPT_OUTS.length));
  const instants = drawInstants(random, now, numbers.length);
  const stride = strideFor(numbers.length);
  const seen = new Set<string>();
  const made: TextusRow[] = numbers.map((digits, index) => {
    const at = instants[(index * stride) % numbers.length] ?? now;
    const { account, listedIn } = drawAccounts(random);
    const sequence = index + DOCUMENTED_OPT_OUTS.length;
    // An id that is the number can stand only once.
    const plainId = random() < PLAIN_IDS || seen.has(digits);
    seen.add(digits);
    return { digits, at, sequence, listedIn, wire: makeOptOut(random, { digits, at, account, sequence, plainId }) };
  });
  for (const [sequence, { digits, wire }] of DOCUMENTED_OPT_OUTS.entries()) {
    made.push({ digits, at: Date.parse(wire.createdAt), sequence, listedIn: ['my_account'], wire });
  }
  return made.toSorted(newestFirst);
}
