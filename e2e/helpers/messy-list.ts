import { numberOfPerson } from '../../src/server/sandbox/data/people';

/** People of nobody's list: the sandbox's own begin at 100 and at 2,000,000. */
const FIRST_STRANGER = 1_500_000;

/** Americans whom no list of the sandbox holds, digits with the country code; put them on lists to have a known truth. */
export function strangers(count: number): readonly string[] {
  const people: string[] = [];
  for (let index = FIRST_STRANGER; people.length < count; index += 1) {
    // Every seventeenth to nineteenth of twenty lives elsewhere.
    if (index % 20 < 17) people.push(String(numberOfPerson(index, 1)));
  }
  return people;
}

const parts = (digits: string) => [digits.slice(1, 4), digits.slice(4, 7), digits.slice(7)] as const;
const shifted = (text: string, zero: number) =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** Ways in which people and their programs write an American number. */
export const WRITINGS: readonly ((digits: string) => string)[] = [
  (digits) => `+${digits}`,
  (digits) => `+1 ${parts(digits).join(' ')}`,
  (digits) => `+1-${parts(digits).join('-')}`,
  (digits) => digits,
  (digits) => digits.slice(1),
  (digits) => parts(digits).join('.'),
  (digits) => `(${digits.slice(1, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`,
  (digits) => `011 1 ${parts(digits).join(' ')}`,
  (digits) => `tel:+1-${parts(digits).join('-')}`,
  (digits) => `+1 ${parts(digits).join('\u00a0')}`,
  (digits) => `1\u2013${parts(digits).join('\u2013')}`,
  (digits) => shifted(`\uff0b${digits}`, 0xff10),
  (digits) => shifted(`+${digits}`, 0x0660),
  (digits) => `'+${digits}`,
  (digits) => `${digits}.0`,
  (digits) => `+1 ${parts(digits).join(' ')} ext. 12`,
  (digits) => `Ann Smith +1 ${parts(digits).join(' ')}`,
  (digits) => `+1 ${parts(digits).join(' ')} (home)`,
];

/** What is no phone number, each with a digit or alone on its line. */
const JUNK = ['nobody home', '1.5553E+10', '12', '2026-11-01', 'n/a', 'see note 4'] as const;

export interface MessyRow {
  readonly line: number;
  /** Digits with the country code; null for what is no number. */
  readonly digits: string | null;
  readonly text: string;
}

/** A list as it comes out of mails and spreadsheets, and the rows it must give. */
export function messyList(people: readonly string[], lines: number): { text: string; rows: readonly MessyRow[] } {
  const written = ['Name; Phone; Note'];
  const rows: MessyRow[] = [];
  const write = (turn: number) => {
    const digits = people[(turn * 7) % people.length] ?? '';
    const text = (WRITINGS[turn % WRITINGS.length] ?? String)(digits);
    return { digits, text };
  };
  for (let line = 2; line <= lines; line += 1) {
    const first = write(line);
    const second = write(line + 11);
    const add = (...found: readonly { readonly digits: string | null; readonly text: string }[]) =>
      rows.push(...found.map(({ digits, text }) => ({ line, digits, text })));
    if (line % 13 === 0) written.push(line % 2 === 0 ? '' : ' \t');
    else if (line % 17 === 0) {
      const text = JUNK[line % JUNK.length] ?? '';
      written.push(text);
      add({ digits: null, text });
    } else if (line % 9 === 0) {
      written.push(`${first.text}; ${second.text}`);
      add(first, second);
    } else if (line % 5 === 0) {
      written.push(`Bob Jones;\t${first.text} ;called twice`);
      add(first);
    } else if (line % 7 === 0) {
      written.push(`Zoë | ${first.text}`);
      add(first);
    } else {
      written.push(`  ${first.text}`);
      add(first);
    }
  }
  return { text: written.join('\r\n'), rows };
}
