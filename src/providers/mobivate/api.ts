import { createGate, type Gate } from '../../http/gate';
import { getJson } from '../../http/request';
import { serverRun } from '../../http/server-run';
import { queryString } from '../../lib/query-string';
import { readMobivateMessage } from './errors';
import { parseWindow, type ParsedWindow } from './schema';
import { readDate, type VendorClock } from './vendor-clock';

/** Part of the list to ask for: whole seconds as ms UTC. Whether either end is included is the vendor's secret. */
export interface AskedWindow {
  readonly from: number;
  readonly to: number;
  /** From 1; left out, the parameter is not sent. */
  readonly page?: number;
}

export interface MobivateApi {
  /** Reads one window. Rejects with a `RequestError`, after what the retry table allows. */
  fetchWindow(window: AskedWindow, signal: AbortSignal): Promise<ParsedWindow>;
}

/** The most rows the vendor puts into one answer (list opt-outs: `pageSize`, default 10, maximum 1000). */
export const PAGE_SIZE = 1000;

/** One for the whole session: the Mobivate page and Check go through it together, six requests at a time. */
export const mobivateGate: Gate = createGate({ concurrency: 6 });

interface ApiParts {
  readonly baseUrl?: string;
  readonly gate?: Gate;
  /** Learns from every answer what time it is at the vendor. */
  readonly clock?: Pick<VendorClock, 'learn'>;
}

/** Mobivate's list as our proxy offers it in the present run of our server; once that is over, every question fails. */
export function createMobivateApi({
  baseUrl = '/api/mobivate',
  gate = mobivateGate,
  clock,
}: ApiParts = {}): MobivateApi {
  const run = serverRun();
  return {
    fetchWindow: async (window, signal) =>
      getJson({
        url: `${baseUrl}/addressbook/optout${queryString(pairsOf(window))}`,
        vendor: 'Mobivate',
        gate,
        signal,
        run,
        // Not by `onHeaders`, which also sees the errors that our own proxy makes: their time is not the vendor's.
        parse: (body, headers) => {
          const date = readDate(headers);
          if (date !== null) clock?.learn(date);
          return parseWindow(body);
        },
        readMessage: readMobivateMessage,
      }),
  };
}

function pairsOf({ from, to, page }: AskedWindow): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [
    ['startDate', vendorTime(from)],
    ['endDate', vendorTime(to)],
    ['pageSize', String(PAGE_SIZE)],
  ];
  return page === undefined ? pairs : [...pairs, ['page', String(page)]];
}

/** `2023-01-01T00:00:00+0000`: the vendor wants no fraction and no colon in the offset. Throws a RangeError off the second. */
function vendorTime(time: number): string {
  if (time % 1000 !== 0) throw new RangeError(`Not a whole second: ${time}`);
  return `${new Date(time).toISOString().slice(0, 19)}+0000`;
}
