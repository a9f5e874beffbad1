/** A text message may come from a name instead of a number: up to eleven characters (3GPP TS 23.040, 9.1.2.5), here letters only. */
const NAME = /^[a-z]{3,11}$/i;
/** One letter again and again stands for digits. */
const MASK = /^(.)\1*$/i;
/** Words that stand where a number has been left out or taken away. */
const STAND_INS = new Set(
  (
    'private unknown withheld hidden restricted unavailable blocked redacted masked removed deleted missing ' +
    'none null undefined nan nil empty blank invalid number mobile phone'
  ).split(' '),
);

/** True for a name such as `SHORTCODE`: whoever is listed so has no number that it could hide. */
export function isSenderName(text: string): boolean {
  return NAME.test(text) && !MASK.test(text) && !STAND_INS.has(text.toLowerCase());
}
