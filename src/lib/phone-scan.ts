/** A run of digit groups that could be one number, found in a plain text. */
export interface Candidate {
  /** True when a `+` stands before the first digit. */
  readonly plus: boolean;
  readonly groups: readonly string[];
  /** What stands between the groups: `gaps[0]` between the first two. */
  readonly gaps: readonly string[];
  /** Which group is a trunk zero written as `(0)`; -1 when none is. */
  readonly zeroGroup: number;
  /** Where the groups begin and end in the plain text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where it begins with its `+` and bracket. */
  readonly from: number;
  /** True behind `#`, `No.`, `Line` and their like. */
  readonly labelled: boolean;
  /** True when the last group stands in brackets, alone or with a word: `(2)`, `[2 messages]`. */
  readonly bracketed: boolean;
}

export interface Scan {
  readonly candidates: readonly Candidate[];
  /** The plain text with everything blanked that is known not to be part of a number; same length. */
  readonly text: string;
  /** A number in scientific notation, or the `####` of a column too narrow. */
  readonly spreadsheet: boolean;
  /** A date or time was blanked. */
  readonly date: boolean;
}

const SCIENTIFIC = /\d[.,]\d+e\+?\d|\de\+\d|^\W*#{3,}\W*$/i;
/** `x12`, `ext. 12`, `;ext=12`, `#12`, a dialled pause `,,12`; never when more digits follow, for those may be a number. */
const EXTENSION =
  /(?<=\d[\s).\]]{0,4}[,;]?\s{0,4})(?:;?\s?ext(?:ension|n)?|x|#|доб|anexo|ramal|int|poste|[pw](?=\d)|,{2,})[\s.:=]{0,3}\d{1,7}#?(?![\s.-]?\d)/giu;
/** `5553031234.0`: a number kept as a decimal. */
const DECIMALS = /(?<=\d{7})[.,]0{1,2}(?![\d.,-])/g;
const ALONE = '(?<![\\d+]|[\\d+][-./\\s(])';
const DATES = [
  String.raw`(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?)?`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d`,
  String.raw`\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]m\b)?`,
];
/** Behind a whole number, the country code not counted: there it is no part of it. */
const BEHIND_NUMBER = String.raw`(?<=(?:\d[ ().-]{0,3}){9}\d\)? ?(?: |\(|- )\(?)`;
const date = (before: string): RegExp => new RegExp(`(?:${before})(?:${DATES.join('|')})(?!\\d|[-./:]\\d)`, 'gi');
const DATE_ALONE = date(ALONE);
const DATE_ANYWHERE = date(`${ALONE}|${BEHIND_NUMBER}`);
/** Between the digits of a number, behind a gap that the date itself does not have. */
const DATE_WITHIN = new RegExp(String.raw`[\s(/](?:${DATES.slice(0, 2).join('|')})(?!\d)`);

const blank = (part: string): string => '|'.repeat(part.length);

/**
 * Finds what could be numbers: blanks extensions, decimals and dates, then gathers groups of digits with only gaps between.
 * `datesBehind`: a date behind a whole number is one too (a person's list), and not odd digits (a vendor's stored number).
 */
export function scan(plain: string, datesBehind: boolean): Scan {
  const undated =
    plain.includes('20') || plain.includes('19') || plain.includes(':')
      ? plain.replace(datesBehind ? DATE_ANYWHERE : DATE_ALONE, blank)
      : plain;
  const text = undated.replace(DECIMALS, blank).replace(EXTENSION, blank);
  return { candidates: gather(text), text, spreadsheet: SCIENTIFIC.test(plain), date: undated !== plain };
}

/** True for `+49 30 2024-05-01`: digits that may be a date behind the beginning of a number, or the rest of that number. */
export function holdsDate({ groups, gaps }: Candidate): boolean {
  if (groups.length < 4 || !groups.some((group) => /^(?:19|20)\d\d$/.test(group))) return false;
  return DATE_WITHIN.test(groups.map((group, index) => group + (gaps[index] ?? '')).join(''));
}

/** True for `5/1/24 9123455138` and `5/1 512345678`: what may be a short date, or the beginning of a number. */
export function beginsLikeDate({ groups, gaps }: Candidate): boolean {
  const [sign = '', again = '', border = ''] = gaps;
  if (sign === '/' && /^\s/.test(again)) return /^\d{1,2} \d{1,2}$/.test(groups.slice(0, 2).join(' '));
  if (!/^[-./]$/.test(sign) || sign !== again || !/^[)\]]?\s+$/.test(border)) return false;
  return /^\d{1,2} \d{1,2} \d\d$/.test(groups.slice(0, 3).join(' '));
}

/** A sign that may stand inside one number. Everything else, letters among it, ends a number. */
const GAP = /^[\s.()[\]{}/'~-]*$/;
const GROUP = /\d+/g;
const LABEL = /(?:#|№|(?<!\p{L})(?:no|nr|num|line|row|item|id|n[°º])\.?)[\s:]{0,3}$/iu;
const CLOSING = /^\s?\p{L}{0,10}\.?\s?[)\]]/u;

function gather(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  let open: { groups: string[]; gaps: string[]; starts: number[]; ends: number[]; from: number; plus: boolean } | null =
    null;
  let end = 0;
  const close = (): void => {
    if (open === null) return;
    const bracketed = /[([]\s*$/.test(open.gaps.at(-1) ?? '') && CLOSING.test(text.slice(end, end + 16));
    const labelled = LABEL.test(text.slice(Math.max(0, open.from - 9), open.from));
    candidates.push({ ...open, zeroGroup: zeroGroup(text, open.groups, open.starts), labelled, bracketed });
  };
  for (const match of text.matchAll(GROUP)) {
    const gap = text.slice(end, match.index);
    if (open !== null && GAP.test(gap)) {
      open.gaps.push(gap);
    } else {
      close();
      const lead = /(?:\+[\s().+[\]-]*|\()?$/.exec(gap)?.[0] ?? '';
      const from = match.index - lead.length;
      open = { groups: [], gaps: [], starts: [], ends: [], from, plus: lead.startsWith('+') };
    }
    open.groups.push(match[0]);
    open.starts.push(match.index);
    end = match.index + match[0].length;
    open.ends.push(end);
  }
  close();
  return candidates;
}

function zeroGroup(text: string, groups: readonly string[], starts: readonly number[]): number {
  return groups.findIndex((group, index) => {
    const start = starts[index] ?? 0;
    return (
      group === '0' &&
      /[([]$/.test(text.slice(0, start).trimEnd()) &&
      /^\s*[)\]]/.test(text.slice(start + 1, start + 4))
    );
  });
}
