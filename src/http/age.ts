/** An answer younger than this is of now; what is said of it is "as of" a minute. */
const OLD_S = 60;

/**
 * The age of an answer that something between us and the vendor has kept, s (`Age`, RFC 9111 §5.1: since the vendor gave it or last
 * confirmed it); null for one that is of now. Of several ages, which only a cache that breaks that rule tells, the greatest: a
 * number put on the list since then is missing from the answer.
 */
export function oldAge(headers: Headers): number | null {
  const ages = (headers.get('age') ?? '').split(',').map((text) => Number(/^\d+/u.exec(text.trim())?.[0] ?? 0));
  const age = Math.max(...ages);
  return age < OLD_S ? null : age;
}
