import type { NonEmpty } from './non-empty';
import { digitsOf, hasDigit } from './phone-text';
import { piecesOf } from './number-pieces';
import { countries, readPiece, type PieceReading } from './phone';
import { codeCell, readBehindCode, setBefore, type CodeCell } from './phone-code-cell';

/**
 * A column of country or area codes. `certain`: by its heading or their signs; bare digits may be a count or an age as well. `area`: bare
 * area codes by its heading; a spreadsheet has taken their zero away. `country`: names or ISO 3166 codes of countries, which may be the
 * person's and not the number's.
 */
export type CodeColumn = 'none' | 'possible' | 'certain' | 'area' | 'country';

const CODE_NAME =
  /(?:country|calling|dial\w*|phone|tel\w*|mobile|area|international)[\s_-]*(?:code|prefix)|^(?:cc|isd|ddi|ddd|prefix)$|vorwahl|indicatif|prefijo/i;
const AREA_NAME = /area|^ddd$|^(?:orts)?vorwahl$/i;
const COUNTRY_NAME = /(?:^|[\s_-])(?:country|land|pays|pa[ií]s|iso2?)(?:$|[\s_-])/i;

let callingCodes: ReadonlyMap<string, string> | undefined;

/** The calling code, `+44`, of a country by its English name or ISO 3166 code; the text as it is where it is none. */
export function callingCodeOf(text: string): string {
  callingCodes ??= new Map([
    ...countries().flatMap(({ code, name, callingCode }) =>
      [code, name].map((one) => [one.toLowerCase(), `+${callingCode}`] as const),
    ),
    ['uk', '+44'],
    ['usa', '+1'],
  ]);
  return callingCodes.get(text.trim().toLowerCase()) ?? text;
}

/** What a column is by its heading and filled cells: codes only where every one of them is one, countries where most are. */
export function codeColumn(name: string, cells: readonly string[]): CodeColumn {
  const known = cells.filter((cell) => callingCodeOf(cell) !== cell);
  if (COUNTRY_NAME.test(name) && known.length > cells.length / 2) return 'country';
  const codes = cells.map((cell) => codeCell(cell)).filter((code) => code !== null);
  if (codes.length === 0 || codes.length < cells.length) return 'none';
  const isNamed = CODE_NAME.test(name);
  if (isNamed && AREA_NAME.test(name) && codes.some(({ certain }) => !certain)) return 'area';
  if (isNamed || codes.every(({ certain, code }) => certain && code.startsWith('+'))) return 'certain';
  // Without a heading, bare digits that no country has as its code are counts and ids.
  return codes.every(({ code }) => /^[+0]/.test(code)) ? 'possible' : 'none';
}

interface Place {
  readonly index: number;
  readonly codes: CodeColumn;
  readonly mayBePhones: boolean;
}

/** The columns whose codes belong before a number, in their order, and how sure that is. */
export interface CodesBefore<Column> {
  readonly columns: NonEmpty<Column>;
  readonly certain: boolean;
}

/**
 * The column whose codes belong before the numbers of `column`, and how sure that is; null without one. It is the one right before;
 * another only where its heading or signs tell, and surely only where no other phone column stands right behind it. Before area codes
 * the country codes of another column.
 */
export function codesBefore<Column extends Place>(
  columns: readonly Column[],
  column: number,
): CodesBefore<Column> | null {
  const away = ({ index }: Place): number => Math.abs(index - column);
  const named = columns
    .filter(({ codes, index }) => (codes === 'certain' || codes === 'area') && index !== column)
    .toSorted((one, next) => away(one) - away(next));
  const land = columns.find(({ codes }) => codes === 'country');
  const left = columns[column - 1];
  const isCode = left !== undefined && left.codes !== 'none' && left.codes !== 'country';
  const one = isCode ? left : (named[0] ?? land);
  if (one === undefined) return null;
  const certain =
    one === land ? false : one === left ? one.codes !== 'possible' : columns[one.index + 1]?.mayBePhones !== true;
  const country = one.codes === 'area' ? (named.find(({ codes }) => codes === 'certain') ?? land) : undefined;
  return { columns: country === undefined ? [one] : [country, one], certain };
}

/**
 * The text of a phone cell with the codes of its record before it, wherever that makes another number of it. Where both are meant
 * possibly, with and without, codes and cell become pieces of the line, and are looked up both ways.
 */
export function withCode(
  cell: string,
  codes: readonly string[],
  defaultCountry: string,
  { columns, certain }: CodesBefore<Pick<Place, 'codes'>>,
): string {
  const before = codes.reduce<CodeCell | null>((one, code) => codeCell(code, one), null);
  if (before === null) return cell;
  const isArea = columns.at(-1)?.codes === 'area';
  const withCountry = isArea ? before.perhaps.find((code) => code.startsWith('+')) : undefined;
  const sure = !certain
    ? before
    : withCountry === undefined
      ? // Under a heading of country codes a bare one is no area code.
        { ...before, certain, perhaps: isArea ? before.perhaps : [] }
      : { code: withCountry, certain, perhaps: [] };
  const isCountry = columns[0].codes === 'country';
  const put = codes.map((code) => (isCountry ? setBefore(code.trim()) : code.trim()));
  const both = (piece: string): string => [...put, piece].join(';');
  // `(44) 7700900123` may have a count there or a country code, and so is read both ways.
  const inBothWays = (piece: string, wanted: readonly string[]): string | null => {
    const text = `(${before.code.slice(1)}) ${piece}`;
    const read = msisdns(readPiece(text, defaultCountry));
    return isCountry && wanted.every((msisdn) => read.includes(msisdn)) ? text : null;
  };
  const one = (piece: string): string => {
    const written = piece.replace(/^[\s"'=]+/, '');
    // With its zero it has its area code, and lacks its country's alone.
    if (isArea && written.startsWith('0')) {
      const country = codes.length > 1 ? codeCell(codes[0] ?? '')?.code : undefined;
      return country?.startsWith('+') === true ? `${country} ${written}` : piece;
    }
    const own = msisdns(readPiece(piece, defaultCountry));
    const behind = hasDigit(piece) ? msisdns(readBehindCode(piece, defaultCountry, sure)) : own;
    const news = behind.filter((msisdn) => !own.includes(msisdn));
    if (news.length === 0) return piece;
    if (!certain) return inBothWays(piece, behind) ?? both(piece);
    for (const code of [...sure.perhaps, sure.code]) {
      const joined = `${code} ${written}`;
      const read = msisdns(readPiece(joined, defaultCountry));
      if (!news.every((msisdn) => read.includes(msisdn))) continue;
      // Digits that begin with the code may hold it already: `49` and `4917155500041`, `30` and `301234567`.
      const held = [...own, digitsOf(piece)].some((digits) => digits.startsWith(code.replaceAll(/\D/g, '')));
      return held && own.some((msisdn) => !read.includes(msisdn)) ? both(piece) : joined;
    }
    return both(piece);
  };
  return [...piecesOf(cell)].map((piece) => one(piece.trim())).join('; ');
}

/** The international digits of every reading. */
export function msisdns(reading: PieceReading): readonly string[] {
  if (reading.kind === 'not-a-number') return [];
  const parts = reading.kind === 'several' ? reading.parts : [reading];
  return parts.flatMap(({ readings }) => readings.map(({ msisdn }) => msisdn));
}
