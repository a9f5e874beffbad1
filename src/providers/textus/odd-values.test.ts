import { expect, test } from 'vitest';

import { BatchTrust } from './batch-trust';
import { NOTHING } from './extent';
import { look, many, n, onList } from './testing/look';
import type { PretendRow } from './testing/pretend-vendor';

const FOREIGN = '+447700900123';
const list = [900, 901, 902, 3, 7].map((index) => onList(index));

/** A session in which a lookup of North American numbers has shown that batches are answered whole. */
async function proven(setup: { readonly rows: PretendRow[]; readonly pageSize: number }): Promise<BatchTrust> {
  const trust = new BatchTrust();
  await look([n(1)], { ...setup, trust });
  return trust;
}

test.each(['all', 'rest'] as const)(
  'a foreign number that silences the others (%s) makes none of them absent',
  async (confusedByForeign) => {
    const setup = { rows: list, pageSize: 2, confusedByForeign };
    for (const trust of [new BatchTrust(), await proven(setup)]) {
      for (const texts of [
        [n(4), FOREIGN, n(3), n(7)],
        [FOREIGN, ...many(150)],
      ]) {
        const { kinds } = await look(texts, { ...setup, trust });
        const found = texts.filter((_, index) => kinds[index] === 'opted-out');
        expect(found).toEqual([n(3), n(7)]);
        expect(new Set(kinds)).toEqual(new Set(['opted-out', 'not-found']));
      }
    }
  },
);

test('that it leaves them alone is shown by the proof of batches that there is anyway, or by one request a session', async () => {
  const setup = { rows: list, pageSize: 3 };
  const trust = new BatchTrust();
  expect((await look([n(4), FOREIGN], { ...setup, trust })).requests).toHaveLength(3);
  expect((await look([n(5), FOREIGN], { ...setup, trust })).requests).toHaveLength(1);
  const later = await proven(setup);
  expect((await look([n(4), FOREIGN], { ...setup, trust: later })).requests).toHaveLength(3);
  expect((await look([n(4), FOREIGN], { ...setup, trust: later })).requests).toHaveLength(1);
});

test('values cut off with the end of a long address make none of them absent', async () => {
  const chinese = Array.from({ length: 40 }, (_, index) => `+86138123450${String(index).padStart(2, '0')}`);
  const rows = [...list, ...[0, 33, 34, 35].map((index) => ({ digits: chinese[index]?.slice(1) ?? '', account: 'a' }))];
  for (let longestAddress = 900; longestAddress < 1300; longestAddress += 37) {
    const { kinds } = await look(chinese.slice(0, 36), { rows, pageSize: 3, longestAddress, trust: new BatchTrust() });
    expect(kinds.flatMap((kind, index) => (kind === 'opted-out' ? [index] : []))).toEqual([0, 33, 34, 35]);
  }
});

test('doubles struck out before a limit, in a session that asked few numbers in many spellings first', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => onList(index * 3));
  const setup = { rows, pageSize: 5, takes: 20, order: 'without-doubles', trust: new BatchTrust() } as const;
  for (const texts of [many(20), many(70, 20)]) {
    const { kinds } = await look(texts, setup);
    const listed = texts.map((text) => rows.some(({ digits }) => text === `+${digits}`));
    expect(kinds).toEqual(listed.map((is) => (is ? 'opted-out' : 'not-found')));
  }
});

test.each([20, -20])('values that are put in order before only some (%i) are looked at', async (takes) => {
  const areas = ['205', '310', '415', '702', '970'];
  const rows = areas.map((area): PretendRow => ({ digits: `1${area}3030007`, account: 'a' }));
  const texts = areas.flatMap((area) =>
    Array.from({ length: 18 }, (_, index) => `+1${area}30300${String(index).padStart(2, '0')}`),
  );
  const { kinds } = await look(texts, { rows, pageSize: 2, takes, order: 'by-text', trust: new BatchTrust() });
  expect(texts.filter((_, index) => kinds[index] === 'opted-out')).toEqual(rows.map(({ digits }) => `+${digits}`));
});

test('records that nobody asked for, of a vendor that looks at the question, are an answer to an earlier one', async () => {
  const trust = new BatchTrust();
  await look([n(3)], { rows: list, trust });
  const { kinds } = await look([n(4)], { rows: list, trust, fault: () => ({ kind: 'stranger' }) });
  expect(kinds).toEqual(['could-not-check']);
});

test('a value that was in doubt when its turn was planned is asked, whatever is learnt before it comes', async () => {
  const rows = [...list, { digits: FOREIGN.slice(1), account: 'a' }];
  for (let learnt = 1; learnt <= 20; learnt += 1) {
    const trust = new BatchTrust();
    const before = (request: number) => {
      if (request === learnt) trust.show({ extent: NOTHING, share: 1, harmless: ['foreign'] });
    };
    const { kinds } = await look([n(4), n(5), FOREIGN, n(6)], { rows, pageSize: 2, takes: 1, trust, before });
    expect(kinds, `learnt at request ${learnt}`).toEqual(['not-found', 'not-found', 'opted-out', 'not-found']);
  }
});

test('numbers of the list are called missing only when no way of writing them finds one', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => onList(index * 3));
  for (const takes of [-1, 1]) {
    const setup = { rows, pageSize: 25, takes, understands: 'as-shown', trust: new BatchTrust() } as const;
    const { kinds } = await look(many(110, 1), setup);
    const listed = many(110, 1).map((text) => rows.some(({ digits }) => text === `+${digits}`));
    expect(kinds).toEqual(listed.map((is) => (is ? 'opted-out' : 'not-found')));
  }
});
