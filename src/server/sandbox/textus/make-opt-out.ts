import { HOSTILE_TEXTS } from '../data/hostile-text';
import { writeNumber } from '../data/people';
import { pick, type Random } from '../data/random';
import { wireAccount } from './accounts';
import type { WireOptOut, WireUser } from './wire';

const NAMES = [
  'Ada Example',
  'Ben Sample',
  'Chloé Muster',
  'Dmitri Specimen',
  'Eve O’Test',
  'Fatima Placeholder',
  'George "Geo" Demo, Jr.',
] as const;
const VIA_WITHOUT_USER = ['Contact', 'Contact', 'Contact', 'Keyword', 'Import', 'API', 'Carrier', 'User'] as const;
const HOSTILE_USERS = 0.01;

function makeUser(random: Random): WireUser {
  if (random() < 0.55) return null;
  const name = random() < HOSTILE_USERS ? pick(random, HOSTILE_TEXTS) : pick(random, NAMES);
  // The id and address are of the name, so that one name is one user.
  const key = Buffer.from(name).toString('base64url').slice(0, 7);
  if (random() < 0.1) return `/users/${key}`;
  return { '@type': 'User', id: `/users/${key}`, name, email: `${key.toLowerCase()}@example.com` };
}

/** `5553031234` or `(555) 303-1234` for an American number; others are written with their country. */
function formatNumber(random: Random, digits: string): string {
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits);
  if (american === null) return writeNumber(digits).startsWith('+') ? writeNumber(digits) : `+${digits}`;
  if (random() < 0.4) return digits.slice(1);
  return `(${american[1] ?? ''}) ${american[2] ?? ''}-${american[3] ?? ''}`;
}

/** An instant in ISO 8601, with milliseconds or, as also seen, with microseconds. */
function writeInstant(random: Random, at: number): string {
  const text = new Date(at).toISOString();
  if (random() < 0.6) return text;
  return text.replace('Z', `${String(Math.floor(random() * 1000)).padStart(3, '0')}Z`);
}

/** Draws an opt-out in one of the shapes that the API is known to answer with. `plainId`: an id without the number in it. */
export function makeOptOut(
  random: Random,
  from: {
    readonly digits: string;
    readonly at: number;
    readonly account: string;
    readonly sequence: number;
    readonly plainId: boolean;
  },
): WireOptOut {
  const user = makeUser(random);
  return {
    '@type': 'OptOut',
    '@context': '/contexts/OptOut.jsonld',
    id: `/textus/opt_outs/${from.plainId ? String(1000 + from.sequence) : `+${from.digits}`}`,
    createdAt: writeInstant(random, from.at),
    formattedPhoneNumber: formatNumber(random, from.digits),
    user,
    createdVia: user === null ? pick(random, VIA_WITHOUT_USER) : 'User',
    originatingAccount: wireAccount(from.account),
  };
}
