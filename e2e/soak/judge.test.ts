import { expect, test } from 'vitest';

import { toCheckRow } from '../../src/check/check-rows';
import type { ProviderVerdict } from '../../src/check/verdict';
import type { InputRow } from '../../src/lib/number-list';
import { readNumberList } from '../../src/lib/number-list';
import { wrongVerdict, type VendorTruth } from './judge';
import { unlike } from './truth';

const LISTED = '12125550123';
const OTHER = '12125550199';
const truth: VendorTruth = {
  label: 'Mobivate',
  lasting: new Set([LISTED]),
  ever: new Set([LISTED]),
  hidden: new Set(),
  doubted: false,
  mayLackCanary: false,
  lookalikes: false,
  country: 'US',
  untroubled: true,
};
const NOT_FOUND = { kind: 'not-found', answers: [] } as unknown as ProviderVerdict;

async function rowOf(text: string): Promise<InputRow> {
  const { rows } = await readNumberList(text, 'US', { signal: new AbortController().signal });
  const [row] = rows;
  if (row === undefined) throw new Error(`No row of "${text}"`);
  return row;
}

test('a verdict is judged by the number that was drawn, not by what the product read', async () => {
  // A product that misread the drawn number, and then answered rightly for the other.
  const misread = toCheckRow(0, await rowOf(`+${OTHER}`), [NOT_FOUND]);
  expect(wrongVerdict(misread, LISTED, NOT_FOUND, truth, false)).toContain('but it is on the list');
  expect(wrongVerdict(misread, OTHER, NOT_FOUND, truth, false)).toBeNull();
  expect(wrongVerdict(misread, null, NOT_FOUND, truth, false)).toBeNull();
});

test('two truths that differ are told apart, by vendor and number', () => {
  const one = { mobivate: new Set([LISTED]), textus: new Set([OTHER]) };
  const two = { mobivate: new Set([LISTED]), textus: new Set([LISTED]) };
  expect(unlike(one, one)).toEqual([]);
  expect(unlike(one, two).toSorted()).toEqual([`textus ${LISTED}`, `textus ${OTHER}`].toSorted());
});

test('a record is of the number however the country chosen writes it, and of nobody where another one is chosen', async () => {
  const drawn = '447700900123';
  const record = { msisdn: '07700900123', numberAsGiven: '07700900123', keys: ['07700900123'] };
  const own = { msisdn: drawn, numberAsGiven: drawn, keys: [drawn] };
  const verdict = { kind: 'opted-out', records: [own, record], answers: [] } as unknown as ProviderVerdict;
  const row = toCheckRow(0, await rowOf(`+${drawn}`), [verdict]);
  const british = { ...truth, ever: new Set([drawn]), country: 'GB' };
  expect(wrongVerdict(row, drawn, verdict, british, false)).toBeNull();
  expect(wrongVerdict(row, drawn, verdict, { ...british, country: 'AU' }, false)).toContain('somebody else');
});
