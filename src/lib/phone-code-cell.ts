import { isNonEmpty } from './non-empty';
import { readPiece } from './phone';
import { callingCodeRules } from './phone-calling-codes';
import { merge } from './phone-readings';
import { plainText } from './phone-text';
import type { PieceReading } from './phone-types';

/** The beginning of a number, in a cell of its own or in a piece of a line. */
export interface CodeCell {
  /** `+44` or `0171`. */
  readonly code: string;
  /** False for a bare `44`, which may be a count as well. */
  readonly certain: boolean;
}

const LONGEST_CELL = 12;
const COUNTRY_CODE = /^[\s"'(=]*(\+|00)?[\s(]?([1-9]\d{0,2})[\s"')]*$/;
const AREA_CODE = /^[\s"'(=]*(0[1-9]\d{0,3})[\s"')]*$/;

/** Reads a cell that holds nothing but a country code (`+44`, `(+44)`, `0044`, `44`) or an area code (`0171`); else null. */
export function codeCell(text: string): CodeCell | null {
  if (text.length > LONGEST_CELL) return null;
  const plain = plainText(text).text;
  const area = AREA_CODE.exec(plain)?.[1];
  if (area !== undefined) return { code: area, certain: true };
  const [, sign, country] = COUNTRY_CODE.exec(plain) ?? [];
  if (country === undefined || callingCodeRules(country)?.callingCode !== country) return null;
  return { code: `+${country}`, certain: sign !== undefined };
}

/**
 * Reads a text that stands right behind such a cell: as the number that both give together, and as what it is by itself. What is
 * meant more likely comes first.
 */
export function readBehindCode(text: string, defaultCountry: string, { code, certain }: CodeCell): PieceReading {
  const alone = readPiece(text, defaultCountry);
  const written = text.replace(/^[\s"'=]+/, '');
  if (alone.kind === 'several' || /^(?:\+|00)/.test(plainText(written.slice(0, 2)).text)) return alone;
  const coded = readPiece(`${code} ${written}`, defaultCountry);
  if (coded.kind !== 'number' || !coded.readings[0].possible) return alone;
  const own = alone.kind === 'number' ? alone.readings : [];
  if (!certain && own.length === 0) return alone;
  const readings = merge(certain ? [...coded.readings, ...own] : [...own, ...coded.readings]);
  return isNonEmpty(readings) ? { kind: 'number', readings } : alone;
}
