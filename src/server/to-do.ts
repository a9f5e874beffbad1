import type { VendorProxy } from '../providers/proxy-contract';
import type { ProblemKind } from './problem';

const ONLY_OUR_PAGE = 'Nothing to do, unless our own page asked this: then reload it.';

/** What whoever reads the log can do about a request that was refused before any vendor was asked. */
const REFUSED: Readonly<Partial<Record<ProblemKind, string>>> = {
  'bad-request': ONLY_OUR_PAGE,
  'not-found': ONLY_OUR_PAGE,
  'method-not-allowed': ONLY_OUR_PAGE,
  'not-http': 'Nothing to do, unless it repeats: then look for what else speaks to this port.',
  forbidden: 'Nothing to do, if it was not you: nothing was given out.',
  'request-timeout': 'If it repeats, look at the network between the browser and this server.',
  'request-too-long': 'If it was our own page, clear the cookies of this address: other programs may have set them.',
};

/** What to do about an error of our own. */
export const REPORT_IT = 'A mistake of this program: restart it, and send this line to whoever maintains it.';

/** See `REFUSED`; empty where the reason says it already. */
export function toDoAboutRefusal(kind: ProblemKind): string {
  return REFUSED[kind] ?? '';
}

/** What to do about a problem that we made of a vendor's silence or nonsense. */
export function toDoAboutProblem(kind: ProblemKind, { settings, label }: VendorProxy): string {
  if (kind === 'vendor-timeout') {
    return `Retry in a while; if it stays, check the network of this machine and ask ${label} whether it is slow.`;
  }
  if (kind === 'vendor-redirect') return `Check ${settings.url}: the address may have changed.`;
  if (kind === 'vendor-nonsense') return `Check ${settings.url}: something else may answer there.`;
  return `Check ${settings.url} and the network of this machine.`;
}

/** What to do about a vendor's own answer with this status; null for one that is well. The statuses are those that VENDORS.md lists. */
export function toDoAboutStatus(status: number, { settings, label }: VendorProxy): string | null {
  const { secret } = settings;
  switch (status) {
    case 401:
      return `the vendor did not accept the key: check ${secret}, it may be mistyped, expired or replaced`;
    case 402:
      return `the vendor wants to be paid: top up the ${label} account that ${secret} belongs to`;
    case 403:
      return `the key may not read this list: have ${label} allow it, or set another ${secret}`;
    case 429:
      return `the vendor asks to slow down; the page waits and tries again. If it stays, look for what else uses ${secret}`;
    default:
      if (status >= 500) return `an error of the vendor; if it stays, tell ${label} the time of this line`;
      return status >= 400
        ? `the vendor did not take the question; if it stays, tell ${label} the time of this line`
        : null;
  }
}
