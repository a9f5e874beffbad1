/** An answer younger than this is of now; what is said of it is "as of" a minute. */
const OLD_S = 60;

/**
 * The age of an answer that something between us and the vendor has kept, s (`Age`, RFC 9111 §5.1: since the vendor gave it or last
 * confirmed it); null for one that is of now. A number put on the list since then is missing from it.
 */
export function oldAge(headers: Headers): number | null {
  const text = headers.get('age')?.trim() ?? '';
  const age = /^\d+/u.exec(text)?.[0];
  return age === undefined || Number(age) < OLD_S ? null : Number(age);
}
