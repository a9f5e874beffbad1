import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** The places a message may stand in. TextUs documents no error body: these are the usual ones of JSON and Hydra APIs. */
const PLACES = ['message', 'error', 'detail', 'hydra:description', 'description', 'title'] as const;

/**
 * The vendor's own words in the body of an error answer, or null when none are found. Takes a bare text, the usual
 * members, `errors[0]`, and an object inside any of these; at most four levels deep.
 */
export function readVendorMessage(body: unknown, depth = 0): string | null {
  if (v.is(words, body)) return body.trim();
  if (typeof body !== 'object' || body === null || depth === 4) return null;
  if (Array.isArray(body)) return readVendorMessage(body[0], depth + 1);
  const members = new Map<string, unknown>(Object.entries(body));
  for (const place of [...PLACES, 'errors']) {
    const message = readVendorMessage(members.get(place), depth + 1);
    if (message !== null) return message;
  }
  return null;
}
