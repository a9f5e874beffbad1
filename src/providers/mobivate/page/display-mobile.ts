import { displayMsisdn } from '../../../lib/phone';

/**
 * A stored number as people compare it: international digits, with or without a `+`, as `+1 555 303 1234`. Anything else
 * (a leading zero, letters, spaces) stands as the vendor has it, because grouping it would be a guess.
 */
export function displayMobile(mobile: string): string {
  return /^\+?[1-9]\d*$/u.test(mobile) ? displayMsisdn(mobile.replace('+', '')) : mobile;
}
