import type { Source } from '../contract';

type Known = Pick<Source, 'actor' | 'words'>;

const REPLY: Known = { actor: 'person', words: 'the person replied STOP' };
const CONTACT: Known = { actor: 'person', words: 'by the person' };
const USER: Known = { actor: 'staff', words: 'by a user of the account' };
const UPLOAD: Known = { actor: 'staff', words: 'uploaded to the account' };
const API: Known = { actor: 'integration', words: 'through the API' };

/**
 * Our words for the vendor's `createdVia`. Only `User` is documented (apidocs.next.textus.com, "Opt Outs"); the others are
 * the plain meaning of words such a field would hold, matched whole, and everything else stays "unknown source".
 */
const WORDS: ReadonlyMap<string, Known> = new Map([
  ['user', USER],
  // What TextUs calls the people one texts with, as against its users.
  ['contact', CONTACT],
  ['keyword', REPLY],
  ['stop', REPLY],
  ['reply', REPLY],
  ['import', UPLOAD],
  ['upload', UPLOAD],
  ['api', API],
  ['integration', API],
]);

/** Who put the number on the list, as far as `createdVia` tells, with the raw word kept beside. */
export function sourceOf(createdVia: string | null): Source {
  const known = WORDS.get((createdVia ?? '').trim().toLowerCase());
  return { ...(known ?? { actor: 'unknown', words: 'unknown source' }), raw: createdVia };
}
