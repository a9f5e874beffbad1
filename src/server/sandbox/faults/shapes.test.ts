import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { startTestSandbox, WHOLE_HISTORY, type TestSandbox } from '../testing';
import type { WireCollection } from '../textus/wire';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.control('DELETE', ''));
afterAll(() => sandbox.close());

const LIST = '/my_account/opt_outs';
const page = async (target: string) => (await (await sandbox.textus(target)).json()) as WireCollection;
const nextOf = async (target: string) => (await page(target)).view.next ?? '';

/** Rows with a given member, for looking into bodies of any shape. */
const rowsOf = async (response: Response) => (await response.json()) as readonly Record<string, unknown>[];

test('Mobivate wraps its rows in the shapes of its newer interfaces', async () => {
  const honest = await rowsOf(await sandbox.mobivate(WHOLE_HISTORY));
  await sandbox.setFault('mobivate', { kind: 'wrong-shape-records' });
  expect(await (await sandbox.mobivate(WHOLE_HISTORY)).json()).toMatchObject({ records: honest, total: 1000 });
  await sandbox.setFault('mobivate', { kind: 'wrong-shape-results' });
  expect(await (await sandbox.mobivate(WHOLE_HISTORY)).json()).toMatchObject({ results: honest, matches: 1000 });
});

test('TextUs wraps its members too', async () => {
  const { members } = await page(LIST);
  await sandbox.setFault('textus', { kind: 'wrong-shape-records' });
  expect(await page(LIST)).toMatchObject({ records: members });
});

test('one row cannot be read, also where there is none', async () => {
  await sandbox.setFault('mobivate', { kind: 'unreadable-row' });
  const rows = await rowsOf(await sandbox.mobivate(WHOLE_HISTORY));
  expect(rows).toHaveLength(1000);
  expect(rows.filter(({ mobile }) => typeof mobile !== 'string')).toHaveLength(1);
  await sandbox.setFault('textus', { kind: 'unreadable-row' });
  const { members } = await page(`${LIST}?exact[]=2125550000`);
  expect(members).toEqual([expect.objectContaining({ id: null, createdAt: 'not a date' })]);
});

test('texts are hostile, one of a megabyte', async () => {
  await sandbox.setFault('mobivate', { kind: 'hostile-text' });
  const notes = (await rowsOf(await sandbox.mobivate(WHOLE_HISTORY))).map(({ note }) => String(note));
  expect(Math.max(...notes.map((note) => note.length))).toBe(1024 * 1024);
  expect(notes).toContain('<script>alert("opted out")</script>');
  expect(notes.some((note) => note.includes('\ud83d '))).toBe(true);
  await sandbox.setFault('textus', { kind: 'hostile-text' });
  expect(JSON.stringify((await page(LIST)).members)).toContain('<script>');
});

test('rows come twice: in one answer of Mobivate, across pages of TextUs', async () => {
  await sandbox.setFault('mobivate', { kind: 'duplicates-across-pages' });
  const rows = await rowsOf(await sandbox.mobivate('/addressbook/optout?startDate=2023-01-01&endDate=2023-02-01'));
  expect(rows.at(-1)).toEqual(rows[0]);
  await sandbox.setFault('textus', { kind: 'duplicates-across-pages' });
  const first = await page(LIST);
  const second = await page(first.view.next ?? '');
  expect(second.members[0]).toEqual(first.members.at(-1));
  expect(second.members).toHaveLength(26);
});

test('next leads in a circle', async () => {
  await sandbox.setFault('textus', { kind: 'looping-next' });
  expect(await nextOf(await nextOf(LIST))).toBe(LIST);
  const single = `${LIST}?exact%5B%5D=5553031234`;
  expect(await nextOf(single)).toBe(single);
});

test('next leads to another host or another account', async () => {
  await sandbox.setFault('textus', { kind: 'foreign-next' });
  expect(await nextOf(LIST)).toMatch(/^https:\/\/evil\.example\/my_account\/opt_outs\?cursor=/);
  await sandbox.setFault('textus', { kind: 'other-account-next' });
  const other = await nextOf(`${LIST}?q=555`);
  expect(other).toBe('/north_branch/opt_outs?q=555');
  expect((await sandbox.textus(other)).status).toBe(200);
});

test('next never ends, and every link is new', async () => {
  await sandbox.setFault('textus', { kind: 'endless-next' });
  const links = new Set<string>();
  let target = `${LIST}?q=303`;
  for (let count = 0; count < 40; count += 1) {
    target = await nextOf(target);
    links.add(target);
  }
  expect(links.size).toBe(40);
  expect(links).not.toContain('');
});

test('an empty page follows the last one', async () => {
  await sandbox.setFault('textus', { kind: 'empty-trailing-page' });
  const last = await page(`${LIST}?exact%5B%5D=5553031234`);
  expect(last.members).toHaveLength(1);
  const trailing = await page(last.view.next ?? '');
  expect([trailing.members, trailing.view.next, trailing.totalItems]).toEqual([[], null, 1]);
});

test('the total is absent or wrong', async () => {
  const { totalItems = 0 } = await page(LIST);
  await sandbox.setFault('textus', { kind: 'total-absent' });
  expect(await page(LIST)).not.toHaveProperty('totalItems');
  await sandbox.setFault('textus', { kind: 'total-wrong' });
  expect((await page(LIST)).totalItems).toBe(totalItems + 17);
});

test('a refusal is never bent into a good answer', async () => {
  await sandbox.setFault('mobivate', { kind: 'unreadable-row' });
  expect((await sandbox.mobivate(WHOLE_HISTORY, { headers: {} })).status).toBe(401);
});
