import { writeNumber } from '../../src/server/sandbox/data/people';
import { pick, type Random } from '../../src/server/sandbox/data/random';
import type { Truths } from './truth';

/** A line of the pasted text and the number it means; null where it means none that can be said. */
export interface DrawnLine {
  readonly text: string;
  readonly digits: string | null;
}

type Write = (digits: string) => string;

const INTERNATIONAL: readonly [Write, ...Write[]] = [
  (digits) => `+${digits}`,
  (digits) => writeNumber(digits),
  (digits) => `00${digits}`.replace(/^001/u, '0111'),
  (digits) => `tel:+${digits}`,
  (digits) => `Jane Doe; ${writeNumber(digits)}`,
  (digits) => `  +${digits.replaceAll(/(\d{3})(?=\d)/gu, '$1-')}  `,
  (digits) => `+${digits.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))}`,
  (digits) => `"${writeNumber(digits)}"`,
];
/** As Americans write their own numbers, asked with the country US. */
const AMERICAN: readonly [Write, ...Write[]] = [
  (digits) => digits.slice(1),
  (digits) => `(${digits.slice(1, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`,
  (digits) => `${digits.slice(1, 4)}.${digits.slice(4, 7)}.${digits.slice(7)} ext 12`,
  (digits) => `1-${digits.slice(1, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`,
  (digits) => `${digits.slice(1)}.0`,
];
const JUNK = [
  'n/a',
  'hello',
  '12',
  '1.5553E+10',
  '####',
  'call back',
  '12345678901234567890',
  '4400111222',
  '60500',
] as const;

/** A number that the lists do not hold: American, of the same made-up exchange. */
function absent(random: Random, truths: Truths): string {
  for (;;) {
    const digits = `1${200 + Math.floor(random() * 799)}555${String(Math.floor(random() * 10_000)).padStart(4, '0')}`;
    if (!truths.mobivate.has(digits) && !truths.textus.has(digits)) return digits;
  }
}

const isPlain = (digits: string) => /^(?:1[2-9]\d{2}555\d{4}|61491\d{6}|447700900\d{3})$/u.test(digits);

/** Where a number comes from: lists in a fixed order, so that a seed draws the same one again. */
export function numberPool({ mobivate, textus }: Truths) {
  const plain = (list: ReadonlySet<string>) => [...list].filter(isPlain).toSorted();
  const both = plain(mobivate).filter((digits) => textus.has(digits));
  return { both, mobivate: plain(mobivate), textus: plain(textus) };
}

type Pool = ReturnType<typeof numberPool>;

function drawDigits(random: Random, truths: Truths, pool: Pool): string {
  const list = pick(random, [pool.both, pool.mobivate, pool.textus, null, null]);
  return list?.[Math.floor(random() * list.length)] ?? absent(random, truths);
}

/** A number as somebody in this country (ISO 3166) may write it. */
export function writeInSomeWay(random: Random, digits: string, country: string): string {
  const national = country === 'US' && digits.startsWith('1') && random() < 0.5;
  // The dialled prefix of an international number is the country's own.
  const writers = country === 'US' ? INTERNATIONAL : INTERNATIONAL.toSpliced(2, 1);
  const write = national
    ? pick(random, AMERICAN)
    : (writers[Math.floor(random() * writers.length)] ?? INTERNATIONAL[0]);
  return write(digits);
}

/** The text to paste: numbers of all lists and of none in all ways of writing, some of them twice, and junk. `country`: ISO 3166. */
export function drawInput(random: Random, truths: Truths, pool: Pool, country: string): readonly DrawnLine[] {
  // Mostly a handful; now and then more than one request of exact numbers.
  const count = random() < 0.1 ? 60 + Math.floor(random() * 120) : 1 + Math.floor(random() * 12);
  const lines: DrawnLine[] = [];
  const seen: string[] = [];
  while (lines.length < count) {
    if (random() < 0.1) {
      lines.push({ text: pick(random, JUNK), digits: null });
      continue;
    }
    const again = seen.length > 0 && random() < 0.15 ? seen[Math.floor(random() * seen.length)] : undefined;
    const digits = again ?? drawDigits(random, truths, pool);
    seen.push(digits);
    lines.push({ text: writeInSomeWay(random, digits, country), digits });
  }
  return lines;
}
