/** Enough to tell a login page from a gateway's and half a list from another form. */
const LONGEST = 200;

/** Five digits and more, however they are spaced: they can be a phone number, which error details never hold. */
const NUMBERS = /\d(?:[\s().+-]{0,2}\d){4,}/gu;

/** A body that is no data, for "Details": what it says it is, how long it is, and how it begins, without numbers. */
export function glimpse(text: string, contentType: string): string {
  const what = contentType === '' ? 'no content type' : contentType.slice(0, 100);
  if (text.trim() === '') return `${what}, an empty body`;
  const length = text.length.toLocaleString('en-US');
  const start = text.trim().slice(0, LONGEST).replaceAll(NUMBERS, '…');
  return `${what}, ${length} ${text.length === 1 ? 'character' : 'characters'}, begins: ${start}`;
}
