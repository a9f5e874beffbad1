/** Digits that fit a key: the longest numbers that are kept as a double. */
const KEY_DIGITS = 15;
const LOWEST_FULL_KEY = 10 ** (KEY_DIGITS - 1);
const AFTER_ALL = 10 ** KEY_DIGITS;

/** Where a number stands in the telephone-book order: by its digits from the left, then the shorter one first. */
export interface NumberKey {
  readonly digits: number;
  readonly length: number;
}

/** The key of a number of 1 to 15 plain digits, given as a number. */
export function plainKey(code: number): NumberKey {
  let digits = code;
  let length = KEY_DIGITS;
  while (digits < LOWEST_FULL_KEY) {
    digits *= 10;
    length -= 1;
  }
  return { digits, length };
}

/** The key of any other text: that of its digits; a text without digits comes after all numbers. */
export function oddKey(text: string): NumberKey {
  const digits = digitsOf(text);
  if (digits === '') return { digits: AFTER_ALL, length: 0 };
  return {
    digits: Number(digits.slice(0, KEY_DIGITS).padEnd(KEY_DIGITS, '0')),
    length: Math.min(digits.length, KEY_DIGITS + 1),
  };
}

/** The ASCII digits of a text, in order, without anything between them. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
