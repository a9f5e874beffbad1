import { check, paste, results, verdictWords } from './helpers/check-page';
import { readCsv } from './helpers/csv';
import { messyList, strangers } from './helpers/messy-list';
import { column } from './helpers/table';
import { expect, test } from './helpers/test';

const LINES = 400;
const LISTS = ['mobivate', 'textus'] as const;
const NAMES = { mobivate: 'Mobivate', textus: 'TextUs' } as const;

/** On both lists, on one, on the other, on none, in turn. */
function isOn(vendor: (typeof LISTS)[number], place: number): boolean {
  return place % 4 === 0 || place % 4 === (vendor === 'mobivate' ? 1 : 2);
}

test('a messy paste of 400 lines: every verdict, line and text is the truth, and the file says the same', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(240_000);
  const people = strangers(120);
  for (const vendor of LISTS) {
    for (const number of people.filter((_, place) => isOn(vendor, place))) await sandbox.addOptOut(vendor, { number });
  }
  const list = messyList(people, LINES);
  const truth = (vendor: (typeof LISTS)[number]) =>
    list.rows.map(({ digits }) =>
      digits === null
        ? 'Could not check: not a phone number'
        : isOn(vendor, people.indexOf(digits))
          ? 'Opted out'
          : 'Not found',
    );
  const truths = { mobivate: truth('mobivate'), textus: truth('textus') };
  const overall = truths.mobivate.map((word, place) => (word === 'Not found' ? (truths.textus[place] ?? '') : word));
  const count = (word: string) => overall.filter((each) => each.startsWith(word)).length;

  await page.goto('/');
  await paste(page, list.text);
  await check(page);
  await expect(page.getByRole('status')).toHaveText(
    `${list.rows.length} numbers: ${count('Opted')} opted out, ${count('Not')} not found, ${count('Could')} could not check`,
    { timeout: 120_000 },
  );
  await expect(page.getByText('was taken for a header')).toContainText('Name; Phone; Note');

  const table = results(page);
  expect(await column(table, 'Input')).toEqual(list.rows.map(({ text }) => text));
  expect(await verdictWords(page, 'Line')).toEqual(list.rows.map(({ line }) => String(line)));
  expect(await verdictWords(page, 'Verdict')).toEqual(overall);
  for (const vendor of LISTS) expect(await verdictWords(page, NAMES[vendor])).toEqual(truths[vendor]);

  // A number given before names the line where it stood first, and only such a number does.
  const firstLines = new Map<string, number>();
  const same = list.rows.map(({ digits, line }) => {
    const first = digits === null ? undefined : firstLines.get(digits);
    if (digits !== null && first === undefined) firstLines.set(digits, line);
    return first === undefined ? String(line) : `${line}\nsame as line ${first}`;
  });
  expect(await column(table, 'Line')).toEqual(same);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readCsv(await downloading);
  const numbers = await column(table, 'Number');
  const guarded = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
  expect(csv.rows.map((row) => [row['line'], row['input'], row['number']])).toEqual(
    list.rows.map(({ line, text }, place) => [
      String(line),
      guarded(text),
      numbers[place] === 'no number' ? '' : numbers[place],
    ]),
  );
  const words = (reason: string | undefined, word: string | undefined) => (reason === '' ? word : `${word}: ${reason}`);
  expect(csv.rows.map((row) => row['verdict'])).toEqual(overall.map((word) => word.split(':')[0]));
  for (const vendor of LISTS) {
    expect(csv.rows.map((row) => words(row[`${vendor}_reason`], row[vendor]))).toEqual(truths[vendor]);
    expect(csv.rows.map((row) => row[`${vendor}_id`] !== '')).toEqual(
      truths[vendor].map((each) => each === 'Opted out'),
    );
  }
});
