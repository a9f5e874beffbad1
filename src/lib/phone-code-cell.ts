import { isNonEmpty } from './non-empty';
import { readPiece } from './phone';
import { callingCodeRules } from './phone-calling-codes';
import { isValidMsisdn, parseInternational } from './phone-plan';
import { merge } from './phone-readings';
import { digitsOf, plainText } from './phone-text';
import type { PieceReading, Reading } from './phone-types';

/** The beginning of a number, in a cell of its own or in a piece of a line. */
export interface CodeCell {
  /** `+44` or `0171`; bare digits such as `171` where no country has them as its code. */
  readonly code: string;
  /** False for a bare `44`, which may be a count as well. */
  readonly certain: boolean;
  /**
   * Other beginnings it may be, believed only where they give a valid number: bare digits as an area code without its zero, and an area
   * code behind the country code of the cell before, `+44 161`.
   */
  readonly perhaps: readonly string[];
}

const LONGEST_CELL = 12;
/** How a file's country code is put before a number that it may belong to: `[+44]` is never a row of its own. */
const SET_BEFORE = /^\s*\[(\+\d{1,3})\]\s*$/;
const COUNTRY_CODE = /^[\s"'(=]*(\+|00)?[\s(]?([1-9]\d{0,2})(?:\.0)?[\s"')]*$/;
const AREA_CODE = /^[\s"'(=]*(0[1-9]\d{0,3})[\s"')]*$/;
const BARE_AREA_CODE = /^[\s"'(=]*([1-9]\d{0,4})(?:\.0)?[\s"')]*$/;
/** A valid number with so many digits behind its country code lacks no area code. */
const DIGITS_OF_WHOLE = 10;
/** Fewer behind an area code are a date, a price or a postcode as well. */
const FEWEST_DIGITS_OF_LOCAL = 6;

/**
 * Reads a cell that holds nothing but a country code (`+44`, `(+44)`, `0044`, `44`) or an area code (`0171`, `171`); else null.
 * `before` is the same of the cell before it.
 */
export function codeCell(text: string, before: CodeCell | null = null): CodeCell | null {
  if (text.length > LONGEST_CELL) return null;
  const plain = plainText(text).text.replace(SET_BEFORE, '$1');
  const behind = (area: string) => (before?.code.startsWith('+') === true ? [`${before.code} ${area}`] : []);
  const area = AREA_CODE.exec(plain)?.[1];
  if (area !== undefined) return { code: area, certain: true, perhaps: behind(area) };
  const [, sign, country] = COUNTRY_CODE.exec(plain) ?? [];
  const isCountry = country !== undefined && callingCodeRules(country)?.callingCode === country;
  if (isCountry && sign !== undefined) return { code: `+${country}`, certain: true, perhaps: [] };
  const bare = BARE_AREA_CODE.exec(plain)?.[1];
  if (bare === undefined) return null;
  return { code: isCountry ? `+${bare}` : bare, certain: false, perhaps: [...behind(bare), bare] };
}

/** True for a piece that is only there for the number right behind it. */
export function isSetBefore(piece: string): boolean {
  return SET_BEFORE.test(piece);
}

/** Such a piece of a country code; any other text as it is. */
export function setBefore(code: string): string {
  const piece = `[${code}]`;
  return isSetBefore(piece) ? piece : code;
}

/**
 * Reads a text that stands right behind such a cell: as the number that both give together, and as what it is by itself. What is
 * meant more likely comes first.
 */
export function readBehindCode(text: string, defaultCountry: string, cell: CodeCell): PieceReading {
  const alone = readPiece(text, defaultCountry);
  const written = text.replace(/^[\s"'=]+/, '');
  if (alone.kind === 'several' || /^(?:\+|00)/.test(plainText(written.slice(0, 2)).text)) return alone;
  const { code, certain } = cell;
  const own = alone.kind === 'number' ? alone.readings : [];
  const areas = own.some(isWholeAtHome) ? [] : areaReadings(written, defaultCountry, cell);
  if (!certain && own.length === 0) return numberOf(areas.map(unsure)) ?? alone;
  const together = /^[+0]/.test(code) ? readPiece(`${code} ${written}`, defaultCountry) : alone;
  const coded = together.kind === 'number' && together.readings[0].possible ? together.readings : [];
  const sure = certain ? [...coded, ...own] : [...own, ...coded];
  // A local part lacks just such an area code.
  const lacksIt = own[0]?.as === 'national' && !own[0].possible;
  // Else nothing is understood only because of digits that may be a count.
  const isUnderstood = lacksIt || sure.some(({ possible }) => possible);
  const behind = isUnderstood ? areas : areas.map(unsure);
  const readings = merge(lacksIt && !certain ? [...behind, ...sure] : [...sure, ...behind]);
  return numberOf(readings) ?? alone;
}

function numberOf(readings: readonly Reading[]): PieceReading | null {
  return isNonEmpty(readings) ? { kind: 'number', readings } : null;
}

function unsure(one: Reading): Reading {
  return { ...one, possible: false };
}

function areaReadings(written: string, defaultCountry: string, { perhaps }: CodeCell): readonly Reading[] {
  if (digitsOf(written).length < FEWEST_DIGITS_OF_LOCAL) return [];
  return perhaps.flatMap((code) => {
    const together = readPiece(`${code} ${written}`, defaultCountry);
    return together.kind === 'number' ? together.readings.filter(isValid) : [];
  });
}

function isValid({ msisdn, possible }: Reading): boolean {
  return possible && isValidMsisdn(msisdn);
}

function isWholeAtHome(one: Reading): boolean {
  const digits = parseInternational(one.msisdn)?.national.length ?? 0;
  return one.as === 'national' && digits >= DIGITS_OF_WHOLE && isValid(one);
}
