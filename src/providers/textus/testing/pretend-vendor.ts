import { RequestError, type RequestReason } from '../../../http/errors';
import type { FetchPage } from '../list';
import { parseCollection } from '../schema';

/** One opt-out of the pretend vendor. */
export interface PretendRow {
  /** International digits. */
  readonly digits: string;
  readonly account: string;
  /** The id is a plain number, so that only `formattedPhoneNumber` tells the number. */
  readonly plainId?: boolean;
  /** International digits in its id, where they are another number's than the one it is kept and shown under. */
  readonly idDigits?: string;
  /** Shown as ten digits, not as `(555) 222-1234`. */
  readonly bare?: boolean;
}

/** How the pretend vendor answers; what VENDORS leaves open, and what can go wrong. */
export interface PretendBehaviour {
  readonly pageSize: number;
  /** Pages by cursor (a row keeps its place) or by offset (rows move when others come or go). */
  readonly paging: 'cursor' | 'offset';
  /**
   * What `exact[]` finds a North American number by; others are always found by their E.164 form. `as-stored`: the very text it
   * is kept as, which is E.164 for a third of the numbers, ten digits for another and `(555) 222-1234` for the rest, whatever the rows
   * show. `as-shown`: the very text of `formattedPhoneNumber`.
   */
  readonly understands: 'any' | 'e164' | 'national' | 'national-digits' | 'as-stored' | 'as-shown';
  /** Which `exact[]` values are looked at; a number: so many from the start, or from the end when negative. */
  readonly takes: 'all' | 'none' | number;
  /** The order in which it looks at them: as asked, or by their text; or doubles by their national digits are struck out first. */
  readonly order: 'as-asked' | 'by-text' | 'without-doubles';
  /** Values of another country than North America find nothing, and make it forget the other values, or those after them. */
  readonly confusedByForeign: 'never' | 'all' | 'rest';
  /** It reads no more than so many characters of the address, without a word. */
  readonly longestAddress: number;
  readonly ignoresSearch: boolean;
  /** Finds nothing that is asked for by `exact[]`, as if it compared another form. */
  readonly blind: boolean;
  /** Rows that the list asked without any filter does not show, though `exact[]` finds them. */
  readonly unlisted: (row: PretendRow) => boolean;
  /** Most `exact[]` values; more are 422. */
  readonly exactLimit: number;
  readonly totalItems: 'exact' | 'absent' | 'too-many' | 'too-few' | 'unreadable';
  /** These numbers (international digits) make the vendor refuse the whole request. */
  readonly refuses: readonly string[];
  /** The status it refuses with. */
  readonly rejection: number;
  /** What befalls the request with this number, counted from 1. */
  readonly fault: (request: number) => Fault | null;
  /** Called before each request is answered; may change the rows. */
  readonly before: (request: number, rows: PretendRow[], asked: PretendRequest) => void;
}

export type Fault =
  | { readonly kind: 'error'; readonly reason: RequestReason; readonly status: number | null }
  /** The page is the last, whatever should follow. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'next'; readonly link: string }
  /** The answer says that it is another account's list. */
  | { readonly kind: 'of-account'; readonly account: string }
  /** The answer does not say whether more pages follow. */
  | { readonly kind: 'no-next' }
  /** The page's first row comes twice. */
  | { readonly kind: 'duplicate' }
  /** A row that names no number. */
  | { readonly kind: 'broken-row' }
  /** A row of somebody nobody asked for. */
  | { readonly kind: 'stranger' };

const PLAIN: PretendBehaviour = {
  pageSize: 25,
  paging: 'cursor',
  understands: 'any',
  takes: 'all',
  order: 'as-asked',
  confusedByForeign: 'never',
  longestAddress: Infinity,
  ignoresSearch: false,
  blind: false,
  unlisted: () => false,
  exactLimit: 1000,
  totalItems: 'exact',
  refuses: [],
  rejection: 422,
  fault: () => null,
  before: () => undefined,
};

/** A request as the pretend vendor got it. */
export interface PretendRequest {
  readonly account: string;
  readonly exact: readonly string[];
  readonly q: string | null;
  readonly path: string;
}

function national(digits: string): string {
  return digits.startsWith('1') && digits.length === 11 ? digits.slice(1) : digits;
}

function inBrackets(digits: string): string {
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
}

function shown({ digits: all, bare }: PretendRow): string {
  const digits = national(all);
  if (digits === all) return `+${digits}`;
  return bare === true ? digits : inBrackets(digits);
}

function stored({ digits }: PretendRow): string {
  const texts = [`+${digits}`, national(digits), inBrackets(national(digits))];
  return texts[Number(digits) % texts.length] ?? '';
}

function member(row: PretendRow) {
  return {
    '@type': 'OptOut',
    id: `/textus/opt_outs/${row.plainId ? `7${row.digits.slice(-4)}` : `+${row.idDigits ?? row.digits}`}`,
    createdAt: '2022-09-01T16:47:10.028439Z',
    formattedPhoneNumber: shown(row),
    user: null,
    createdVia: 'User',
    originatingAccount: { id: `/accounts/${row.account}`, name: row.account },
  };
}

function taken(asked: readonly string[], { takes, order, confusedByForeign }: PretendBehaviour): readonly string[] {
  const isForeign = (value: string) => value.startsWith('+') && national(value.slice(1)) === value.slice(1);
  const foreign = confusedByForeign === 'never' ? -1 : asked.findIndex(isForeign);
  if (foreign >= 0 && asked.length > 1 && confusedByForeign === 'all') return ['nothing'];
  const left = foreign < 0 ? asked : asked.slice(0, Math.max(1, foreign));
  const byNumber = new Map(left.map((value) => [national(value.replaceAll(/\D/gu, '')), value]));
  const exact = order === 'as-asked' ? left : order === 'by-text' ? left.toSorted() : [...byNumber.values()];
  if (takes === 'all') return exact;
  if (takes === 'none') return [];
  return takes < 0 ? exact.slice(takes) : exact.slice(0, takes);
}

/** As the transport does it: a body of another form is a `RequestError`. */
function parsed(body: unknown) {
  try {
    return parseCollection(body);
  } catch (error) {
    throw new RequestError('not-understood', 'Not the documented form.', { status: 200, cause: error });
  }
}

/** The TextUs API in process: a `FetchPage` over the rows given, with the requests it got. */
export function createPretendVendor(rows: PretendRow[], behaviour: Partial<PretendBehaviour> = {}) {
  const how = { ...PLAIN, ...behaviour };
  const requests: PretendRequest[] = [];

  const matches = (row: PretendRow, value: string): boolean => {
    const digits = value.replaceAll(/\D/gu, '');
    const isE164 = value.startsWith('+');
    if (national(row.digits) === row.digits) return isE164 && digits === row.digits;
    switch (how.understands) {
      case 'e164':
        return isE164 && digits === row.digits;
      case 'national':
        return !isE164 && digits === national(row.digits);
      case 'as-stored':
        return value === stored(row);
      case 'as-shown':
        return value === shown(row);
      case 'national-digits':
        return digits === national(row.digits);
      case 'any':
        return digits === row.digits || (!isE164 && digits === national(row.digits));
    }
  };

  const answer = (request: PretendRequest, after: string | null, fault: Fault | null): unknown => {
    const { account, q } = request;
    const exact = taken(request.exact, how);
    const filtered = rows.filter(
      (row) =>
        row.account === account &&
        (request.exact.length > 0 || q !== null || !how.unlisted(row)) &&
        (exact.length === 0 || (!how.blind && exact.some((value) => matches(row, value)))) &&
        (q === null || how.ignoresSearch || row.digits.includes(q)),
    );
    const ordered = filtered.toSorted((one, other) => (one.digits < other.digits ? -1 : 1));
    const start =
      how.paging === 'offset'
        ? Number(after ?? 0)
        : ordered.filter((row) => after !== null && row.digits <= after).length;
    const page = ordered.slice(start, start + how.pageSize);
    const members: unknown[] = page.map(member);
    if (fault?.kind === 'duplicate' && page[0] !== undefined) members.push(member(page[0]));
    if (fault?.kind === 'broken-row')
      members.push({ '@type': 'OptOut', id: '/textus/opt_outs/9', formattedPhoneNumber: null });
    if (fault?.kind === 'stranger') members.push(member({ digits: '19995550000', account, plainId: true }));
    const more = start + how.pageSize < ordered.length && fault?.kind !== 'cut';
    const cursor = how.paging === 'offset' ? String(start + how.pageSize) : (page.at(-1)?.digits ?? '');
    const filter = [
      ...request.exact.map((value) => `&exact[]=${encodeURIComponent(value)}`),
      q === null ? '' : `&q=${q}`,
    ];
    const off = { exact: 0, absent: 0, unreadable: NaN, 'too-many': 17, 'too-few': -ordered.length }[how.totalItems];
    const total = Number.isNaN(off) ? 'unknown' : off + ordered.length;
    const link = more ? `/${account}/opt_outs?cursor=${cursor}${filter.join('')}` : null;
    return {
      '@type': 'hydra:Collection',
      id: `/${fault?.kind === 'of-account' ? fault.account : account}/opt_outs`,
      members,
      ...(how.totalItems === 'absent' ? {} : { totalItems: total }),
      view: fault?.kind === 'no-next' ? {} : { next: fault?.kind === 'next' ? fault.link : link, previous: null },
    };
  };

  const fetchPage: FetchPage = async (path, signal) => {
    const url = new URL(path.slice(0, how.longestAddress).replace(/%.?$/u, ''), 'http://proxy.test');
    const account = /^\/api\/textus\/([^/]+)\/opt_outs$/.exec(url.pathname)?.[1] ?? '';
    const request = { account, exact: url.searchParams.getAll('exact[]'), q: url.searchParams.get('q'), path };
    const number = requests.push(request);
    await Promise.resolve();
    if (signal.aborted) throw new RequestError('cancelled', 'Cancelled.');
    how.before(number, rows, request);
    const fault = how.fault(number);
    if (fault?.kind === 'error')
      throw new RequestError(fault.reason, `Pretend ${fault.reason}.`, { status: fault.status });
    const refused = how.refuses.some((digits) => request.exact.some((value) => matches({ digits, account }, value)));
    if (refused || request.exact.length > how.exactLimit) {
      throw new RequestError('not-understood', 'Pretend rejection.', { status: how.rejection });
    }
    return parsed(JSON.parse(JSON.stringify(answer(request, url.searchParams.get('cursor'), fault))));
  };
  return { fetchPage, requests, rows };
}
