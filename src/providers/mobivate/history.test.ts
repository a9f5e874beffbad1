import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { History, type ViewQuery } from './history';
import type { MobivateRow } from './schema';

const { signal } = new AbortController();

/** Stands in for the parsed form: a zero after 44 or 1 is dropped. */
function keysOf(mobile: string): readonly string[] {
  return [...new Set([mobile, mobile.replace(/^(44|1)0(?=\d)/, '$1')])];
}

/** What a history should do, done plainly. */
class Model {
  rows: { row: MobivateRow; index: number; reading: number }[] = [];
  #reading = 0;
  #appended = 0;

  beginReading() {
    this.#reading += 1;
  }

  add(rows: readonly MobivateRow[]): number {
    let firstSeen = 0;
    for (const row of rows) {
      const known = this.rows.find((held) => held.row.id === row.id && held.row.mobile === row.mobile);
      if (known?.reading !== this.#reading) firstSeen += 1;
      if (known !== undefined && known.row.note === row.note && known.row.created === row.created) {
        known.reading = this.#reading;
        continue;
      }
      this.rows = this.rows.filter((held) => held !== known);
      this.rows.push({ row, index: this.#appended, reading: this.#reading });
      this.#appended += 1;
    }
    return firstSeen;
  }

  retireUnseen({ from, to }: { from: number; to: number }) {
    this.rows = this.rows.filter(
      ({ row, reading }) => reading === this.#reading || row.created < from || row.created >= to,
    );
  }

  find(keys: readonly string[]): MobivateRow[] {
    return this.rows
      .filter(({ row }) => keysOf(row.mobile).some((key) => keys.includes(key)))
      .toSorted((a, b) => b.row.created - a.row.created || a.index - b.index)
      .map(({ row }) => row);
  }

  view({ from, to, digits, sort }: ViewQuery): MobivateRow[] {
    const asked = digitsOf(digits);
    const shown = this.rows.filter(({ row }) => {
      const contains = digits.trim() === '' || (asked !== '' && digitsOf(row.mobile).includes(asked));
      return contains && row.created >= from && row.created < to;
    });
    shown.sort((a, b) => a.row.created - b.row.created || a.index - b.index);
    if (sort.startsWith('number')) shown.sort((a, b) => byNumber(a.row.mobile, b.row.mobile));
    return (sort.endsWith('desc') ? shown.toReversed() : shown).map(({ row }) => row);
  }
}

function digitsOf(text: string): string {
  return Array.from(text)
    .filter((character) => '0123456789'.includes(character))
    .join('');
}

function rank(text: string): string[] {
  return [digitsOf(text) === '' ? '1' : '0', digitsOf(text), /^[1-9]\d{0,14}$/.test(text) ? '0' : `1${text}`];
}

function byNumber(a: string, b: string): number {
  const rankOfB = rank(b);
  const part = rank(a).findIndex((own, index) => own !== rankOfB[index]);
  return part === -1 ? 0 : byText(rank(a)[part] ?? '', rankOfB[part] ?? '');
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const digitRun = (max: number) =>
  fc.string({ unit: fc.constantFrom('0', '1', '4', '5', '9'), minLength: 1, maxLength: max });
const mobiles = fc.oneof(
  { weight: 4, arbitrary: digitRun(6) },
  digitRun(24),
  fc.constantFrom(
    '4400111222',
    '440111222',
    '10',
    '999999999999999',
    '1000000000000000',
    '+44 0111',
    '0044',
    '',
    'STOP',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const created = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: -3, max: 2_000_000_000_000 }),
  fc.constantFrom(1672704203000, 1672704203000.5, -0.5),
);
const rows = fc.record<MobivateRow>({
  id: fc.oneof(
    fc.nat({ max: 9 }).map(String),
    fc.constantFrom('1354505990', '9007199254740993', '007', '1e3', '-1', '', 'a'),
  ),
  mobile: mobiles,
  note: fc.option(fc.constantFrom('MO', 'API', '', '=1+1', 'null')),
  created,
});
const queries = fc.record<ViewQuery>({
  from: fc.oneof(fc.constant(-Infinity), created),
  to: fc.oneof(fc.constant(Infinity), created),
  digits: fc.oneof(fc.constantFrom('', '44', '+4 4', '(4)-4', 'x', ' '), digitRun(3), digitRun(18)),
  sort: fc.constantFrom('time-asc', 'time-desc', 'number-asc', 'number-desc'),
});

const steps = fc.oneof(
  { weight: 5, arbitrary: fc.record({ add: fc.array(rows, { maxLength: 12 }) }) },
  fc.constant('begin' as const),
  fc.record({ look: queries }),
  fc.record({ retire: fc.record({ from: created, to: created }) }),
);
async function viewed(history: History, query: ViewQuery): Promise<MobivateRow[]> {
  return Array.from(await history.view(query, { signal }), (index) => history.row(index));
}

type Step = typeof steps extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Does the same to both; returns what each answered. */
async function take(step: Step, history: History, model: Model): Promise<[unknown, unknown]> {
  if (step === 'begin') return [history.beginReading(0), model.beginReading()];
  if ('add' in step) return [history.add(step.add), model.add(step.add)];
  if ('look' in step) return [await viewed(history, step.look), model.view(step.look)];
  return [history.retireUnseen(step.retire), model.retireUnseen(step.retire)];
}

function found(history: History, keys: readonly string[]): MobivateRow[] {
  return history.find(keys).map((index) => history.row(index));
}

async function compareWithModel(taken: readonly Step[]): Promise<void> {
  const history = new History(keysOf);
  const model = new Model();
  for (const step of taken) {
    const [got, expected] = await take(step, history, model);
    expect(got).toEqual(expected);
  }
  expect(history.size).toBe(model.rows.length);
  const keys = model.rows.flatMap(({ row }) => keysOf(row.mobile));
  for (const key of [...keys, '44', 'nobody']) expect(found(history, [key])).toEqual(model.find([key]));
  expect(found(history, keys)).toEqual(model.find(keys));
}

/** The same 50,000 rows each time, in no order, each number on two or three of them. */
function scatteredRow(_: unknown, index: number): MobivateRow {
  const scattered = (index * 7919) % 50_021;
  return { id: String(scattered), mobile: `44${scattered % 20_000}`, note: null, created: (scattered % 10_007) - 50 };
}

describe('History', () => {
  it('holds, finds, shows and retires as a plain list does', async () => {
    await fc.assert(fc.asyncProperty(fc.array(steps, { maxLength: 12 }), compareWithModel), { numRuns: 400 });
  });

  it('stays right when it has grown over many blocks', async () => {
    const history = new History(keysOf);
    const many = Array.from({ length: 50_000 }, scatteredRow);
    for (let start = 0; start < many.length; start += 1000) history.add(many.slice(start, start + 1000));
    const expected = many.toSorted((a, b) => a.created - b.created);
    const whole = { from: -Infinity, to: Infinity, digits: '' };
    expect(await viewed(history, { ...whole, sort: 'time-asc' })).toEqual(expected);
    expect(await viewed(history, { ...whole, digits: '4419999', sort: 'time-asc' })).toEqual(
      expected.filter(({ mobile }) => mobile.includes('4419999')),
    );
    const numbers = (await viewed(history, { ...whole, sort: 'number-asc' })).map(({ mobile }) => mobile);
    expect(numbers).toEqual(many.map(({ mobile }) => mobile).toSorted(byText));
    for (const { mobile } of many.slice(0, 300)) {
      const records = many.filter((row) => keysOf(row.mobile).includes(mobile));
      expect(new Set(found(history, [mobile]))).toEqual(new Set(records));
    }
  });

  it('shows, while rows come, each view with every row there was when it was asked for', async () => {
    const history = new History(keysOf);
    const many = Array.from({ length: 50_000 }, scatteredRow);
    const { signal } = new AbortController();
    const query = { from: -Infinity, to: Infinity, digits: '' };
    const views: Promise<[asked: number, shown: number]>[] = [];
    for (let start = 0; start < many.length; start += 10_000) {
      history.add(many.slice(start, start + 10_000));
      const asked = history.size;
      for (const sort of ['number-asc', 'time-desc'] as const)
        views.push(history.view({ ...query, sort }, { signal }).then((view) => [asked, new Set(view).size]));
      // One turn of the event loop: the orders are half made when the next rows come.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    for (const [asked, shown] of await Promise.all(views)) expect(shown).toBeGreaterThanOrEqual(asked);
    const numbers = (await viewed(history, { ...query, sort: 'number-asc' })).map(({ mobile }) => mobile);
    expect(numbers).toEqual(many.map(({ mobile }) => mobile).toSorted(byText));
  });

  it('never lets a repeated id hide another number', () => {
    const history = new History(keysOf);
    const row = { id: '7', mobile: '15553031234', note: 'MO', created: 1 };
    history.add([row, { ...row, mobile: '4400111222' }, { ...row, note: 'API' }]);
    expect(found(history, ['15553031234'])).toEqual([{ ...row, note: 'API' }]);
    expect(found(history, ['440111222'])).toHaveLength(1);
  });

  it('stops a view when asked to, and answers it when asked again', async () => {
    const history = new History(keysOf);
    history.add([{ id: '1', mobile: '44', note: null, created: 0 }]);
    const query: ViewQuery = { from: 0, to: 1, digits: '', sort: 'number-asc' };
    await expect(history.view(query, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left');
    expect(await viewed(history, query)).toHaveLength(1);
  });
});
