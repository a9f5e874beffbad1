import { HOSTILE_TEXTS } from '../data/hostile-text';
import type { Random } from '../data/random';

/** Notes that tell how the number came onto the list, as seen in real exports of accounts; each with its weight. */
const SEEN: readonly (readonly [note: string | null, weight: number])[] = [
  ['MO', 34],
  ['Rule Based Action: 3x UNDELIVERABLE', 26],
  ['API', 10],
  ['Pasted Optout', 8],
  ['File Upload', 6],
  [null, 2],
  ['', 1],
  ['STOP', 1],
  ['Stop please', 0.5],
  ['Customer called, asked not to be texted', 0.5],
  ['Complaint 10482', 0.5],
  ['Imported from old system', 0.5],
];
const LINK_WEIGHT = 9.5;
const LINKS = 400;
const HOSTILE_SHARE = 0.004;
/** In a burst most rows have the same note: a campaign's replies, a vendor's clean-up, somebody's upload. */
const IN_BURSTS = ['MO', 'MO', 'MO', 'Rule Based Action: 3x UNDELIVERABLE', 'File Upload', 'Pasted Optout'] as const;

/** The texts that notes are made of, and a drawer that gives places among them. */
export interface Notes {
  readonly texts: readonly (string | null)[];
  /** Place of the first hostile text; all of them follow one another to the end of `texts`. */
  readonly firstHostile: number;
  /** A place in `texts`, for a row that follows the one before it by `gap` ms. */
  draw(gap: number): number;
}

function linkNote(random: Random): string {
  const code = Math.floor(random() * 36 ** 5)
    .toString(36)
    .padStart(5, '0');
  return `Opted out via ${random() < 0.5 ? 'qwt1.me' : 'qwt5.me'}/${code}`;
}

/** The notes of one list. */
export function createNotes(random: Random): Notes {
  const links = Array.from({ length: LINKS }, () => linkNote(random));
  const texts = [...SEEN.map(([note]) => note), ...links, ...HOSTILE_TEXTS];
  const firstHostile = SEEN.length + LINKS;
  const total = SEEN.reduce((sum, [, weight]) => sum + weight, LINK_WEIGHT);
  let ofBurst = 0;

  const drawSeen = () => {
    let left = random() * total;
    for (let place = 0; place < SEEN.length; place += 1) {
      left -= SEEN[place]?.[1] ?? 0;
      if (left < 0) return place;
    }
    return SEEN.length + Math.floor(random() * LINKS);
  };
  const draw = (gap: number) => {
    if (random() < HOSTILE_SHARE) return firstHostile + Math.floor(random() * HOSTILE_TEXTS.length);
    if (gap > 60_000) ofBurst = texts.indexOf(IN_BURSTS[Math.floor(random() * IN_BURSTS.length)] ?? 'MO');
    return gap < 5_000 && random() < 0.8 ? ofBurst : drawSeen();
  };
  return { texts, firstHostile, draw };
}
