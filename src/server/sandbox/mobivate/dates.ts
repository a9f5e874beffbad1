const PATTERN = '####-##-##T##:##:##±####';
const DAY_ONLY = '####-##-##'.length;

/** A date parameter as read: the instant in ms UTC, or the part at which it stops making sense. */
export type DateReading =
  { readonly ok: true; readonly instant: number } | { readonly ok: false; readonly malformedAt: string };

function fits(character: string, place: string): boolean {
  if (place === '#') return character >= '0' && character <= '9';
  if (place === '±') return character === '+' || character === '-';
  return character === place;
}

/** Where the text leaves the pattern; its length when it never does. */
function mismatchOf(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    if (!fits(text.charAt(index), PATTERN.charAt(index))) return index;
  }
  return text.length === DAY_ONLY || text.length === PATTERN.length ? -1 : text.length;
}

/**
 * Reads `YYYY-MM-DD` (midnight UTC) or `YYYY-MM-DDTHH:MM:SS±HHMM`, as strictly as the vendor's page on listing opt-outs
 * has it: no colon in the offset, no space where a `+` was, no day that the month does not have.
 */
export function readDate(text: string): DateReading {
  const malformed = (at: number): DateReading => ({ ok: false, malformedAt: text.slice(at) });
  const mismatch = mismatchOf(text);
  if (mismatch !== -1) return malformed(mismatch);

  const number = (from: number, to: number) => Number(text.slice(from, to) || '0');
  const year = number(0, 4);
  const month = number(5, 7);
  const day = number(8, 10);
  if (month < 1 || month > 12) return malformed(5);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return malformed(8);

  const hour = number(11, 13);
  const minute = number(14, 16);
  const second = number(17, 19);
  const offsetHour = number(20, 22);
  const offsetMinute = number(22, 24);
  if (hour > 23) return malformed(11);
  if (minute > 59) return malformed(14);
  if (second > 59) return malformed(17);
  if (offsetHour > 18 || offsetMinute > 59) return malformed(19);
  const offset = (offsetHour * 60 + offsetMinute) * (text.charAt(19) === '-' ? -1 : 1);
  return { ok: true, instant: date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 };
}
