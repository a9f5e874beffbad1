import fc from 'fast-check';
import { expect, test } from 'vitest';

import { soakable } from '../../lib/__fixtures__/soakable';
import { recordKeys } from '../../lib/phone';
import type { LookupAnswer } from '../contract';
import { BatchTrust } from './batch-trust';
import { createPretendVendor, type Fault, type PretendBehaviour, type PretendRow } from './testing/pretend-vendor';
import { runLookup } from './run-lookup';

const ACCOUNTS = ['a', 'b'] as const;

/** The numbers of the little world: North American, foreign, and a pair that reads as each other's national form. */
const WORLD: readonly string[] = [
  ...Array.from({ length: 40 }, (_, index) => String(15_553_000_000 + index * 31)),
  ...Array.from({ length: 8 }, (_, index) => String(447_700_900_100 + index)),
  '15553031234',
  '5553031234',
];

type Presence = 'absent' | 'listed' | 'leaves' | 'joins';

const fault = fc.oneof(
  fc.record({
    kind: fc.constant('error' as const),
    reason: fc.constantFrom('no-answer', 'vendor-error', 'slowed-down', 'not-understood', 'refused'),
    status: fc.constantFrom(null, 400),
  }),
  fc
    .constantFrom('/a/opt_outs', '/b/opt_outs?cursor=0', 'https://evil.example/a/opt_outs', '')
    .map((link): Fault => ({ kind: 'next', link })),
  fc.constantFrom<Fault>({ kind: 'duplicate' }, { kind: 'broken-row' }, { kind: 'stranger' }, { kind: 'no-next' }),
);

const trial = fc.record({
  presence: fc.array(
    fc.tuple(
      fc.constantFrom<Presence>('absent', 'absent', 'listed', 'leaves', 'joins'),
      fc.constantFrom(...ACCOUNTS),
      fc.boolean(),
    ),
    {
      minLength: WORLD.length,
      maxLength: WORLD.length,
    },
  ),
  asked: fc.uniqueArray(fc.nat({ max: WORLD.length - 1 }), { minLength: 1 }),
  pageSize: fc.constantFrom<number>(1, 2, 3, 10, 100),
  paging: fc.constantFrom('cursor' as const, 'offset' as const),
  understands: fc.constantFrom<PretendBehaviour['understands']>(
    'any',
    'e164',
    'national',
    'national-digits',
    'as-stored',
    'as-shown',
  ),
  takes: fc.constantFrom<'all' | 'none' | number>('all', 'all', 'all', 'none', 1, 2, 9, -1, -5),
  confusedByForeign: fc.constantFrom<PretendBehaviour['confusedByForeign'][]>('never', 'never', 'all', 'rest'),
  longestAddress: fc.constantFrom(Infinity, Infinity, 300, 1000),
  exactLimit: fc.constantFrom(7, 20, 1000),
  totalItems: fc.constantFrom('exact' as const, 'absent' as const, 'too-many' as const, 'too-few' as const),
  cut: fc.boolean(),
  faults: fc.dictionary(fc.integer({ min: 1, max: 60 }).map(String), fault, { maxKeys: 4 }),
  changes: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }),
  stopAt: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 10 }),
});

type Trial = typeof trial extends fc.Arbitrary<infer T> ? T : never;

function rowOf(digits: string, [, account, plainId]: Trial['presence'][number]): PretendRow {
  // Only the account's country can be left out, so only its numbers may stand without an id that holds them; and the one that
  // reads as another country's would, rightly, leave that other one neither found nor absent.
  const isPlain = plainId && digits.startsWith('1') && digits !== '15553031234';
  return { digits, account, plainId: isPlain, bare: Number(digits) % 2 === 0 };
}

async function run(trial: Trial): Promise<LookupAnswer> {
  const { presence, faults, changes, stopAt, cut, ...how } = trial;
  const rowsThat = (wanted: Presence) =>
    WORLD.flatMap((digits, index) => {
      const one = presence[index];
      return one?.[0] === wanted ? [rowOf(digits, one)] : [];
    });
  const leaving = rowsThat('leaves');
  const joining = rowsThat('joins');
  const stop = new AbortController();
  const vendor = createPretendVendor([...rowsThat('listed'), ...leaving], {
    ...how,
    // Cut off at both ends, all that can be seen of a batch would be its middle.
    ...(how.takes === 'all' ? {} : { longestAddress: Infinity, confusedByForeign: 'never' as const }),
    // A cut chain can only be told by a total that is right.
    fault: (request) =>
      faults[request] ?? (cut && how.totalItems === 'exact' && request % 5 === 0 ? { kind: 'cut' } : null),
    before: (request, rows) => {
      if (request === stopAt) stop.abort();
      for (const _ of changes.filter((at) => at === request)) {
        const gone = leaving.shift();
        const come = joining.pop();
        if (gone !== undefined) rows.splice(rows.indexOf(gone), 1);
        if (come !== undefined) rows.push(come);
      }
    },
  });
  return runLookup(
    {
      numbers: trial.asked.map((index) => ({ keys: [WORLD[index] ?? '', ...recordKeys(WORLD[index] ?? '').slice(1)] })),
      accounts: ACCOUNTS,
      canary: { kind: 'none' },
      defaultCountry: 'US',
    },
    { signal: stop.signal, onFound: () => undefined, onProgress: () => undefined },
    {
      fetchPage: vendor.fetchPage,
      trust: new BatchTrust(),
      now: () => 5,
      waitingUntil: () => null,
      onWait: () => () => undefined,
    },
  );
}

/** What is wrong with an answer, in words; null when it is the truth, or says that and why it could not be checked. */
function faultOf(trial: Trial, answer: LookupAnswer): string | null {
  for (const [position, index] of trial.asked.entries()) {
    const digits = WORLD[index] ?? '';
    const [presence, home] = trial.presence[index] ?? ['absent', 'a'];
    for (const scope of answer.answers[position] ?? []) {
      const { account } = scope.scope;
      const here = account === home ? presence : 'absent';
      const told = `${digits} (${here}) in ${account ?? ''} is said to be ${scope.kind}`;
      if (scope.kind === 'not-found' && here === 'listed') return told;
      if (scope.kind === 'opted-out' && here === 'absent') return told;
      if (scope.kind === 'opted-out' && scope.records.some(({ msisdn }) => msisdn !== digits))
        return `${told} with another's record`;
      if (scope.kind === 'could-not-check' && scope.failure.message === '') return `${told} without a reason`;
    }
  }
  return null;
}

test('whatever TextUs does, no verdict is wrong and none lacks its reason', async () => {
  await fc.assert(
    fc.asyncProperty(trial, async (trial) => {
      expect(faultOf(trial, await run(trial))).toBeNull();
    }),
    soakable(300),
  );
});

test('rows that go between the pages of an answer hide no other', async () => {
  const everyone = WORLD.map((_, index) => index);
  const crowd = fc.array(
    fc.tuple(fc.constantFrom<Presence>('listed', 'leaves'), fc.constantFrom(...ACCOUNTS), fc.boolean()),
    {
      minLength: WORLD.length,
      maxLength: WORLD.length,
    },
  );
  await fc.assert(
    fc.asyncProperty(trial, crowd, fc.integer({ min: 2, max: 12 }), async (drawn, presence, pageSize) => {
      const where = { presence, pageSize, asked: everyone, changes: everyone };
      const moving: Trial = { ...drawn, ...where, paging: 'offset', totalItems: 'absent', faults: {}, stopAt: null };
      expect(faultOf(moving, await run(moving))).toBeNull();
    }),
    soakable(300),
  );
});

test('without faults every number gets its answer, whatever VENDORS leaves open', async () => {
  await fc.assert(
    fc.asyncProperty(trial, async (drawn) => {
      const totalItems = drawn.totalItems === 'too-many' ? 'exact' : drawn.totalItems;
      // A vendor that returns its whole list, page after page, is left after a while.
      const takes = drawn.takes === 'none' ? 'all' : drawn.takes;
      const calm: Trial = { ...drawn, totalItems, takes, faults: {}, cut: false, changes: [], stopAt: null };
      const answer = await run(calm);
      expect(faultOf(calm, answer)).toBeNull();
      expect(answer.answers.flat().filter(({ kind }) => kind === 'could-not-check')).toEqual([]);
      expect(answer.coverage.map(({ kind }) => kind)).toEqual(['whole', 'whole']);
    }),
    soakable(150),
  );
});
