import type { Clock } from '../../http/clock';
import { createGate, type Gate } from '../../http/gate';
import { getJson } from '../../http/request';
import { serverRun } from '../../http/server-run';
import { readVendorMessage } from './errors';
import type { FetchPage } from './list';
import { readBudget } from './rate-budget';
import { parseCollection } from './schema';

/** TextUs fills its budget every 5 minutes (DESIGN "Traps"): a wait of that length is still worth it. */
const LONGEST_WAIT = 310_000;

/** How fast TextUs is asked: every request to it, from whatever page, goes through one such gate. `clock`: the machine's own. */
export function createTextusGate(clock?: Clock): Gate {
  return createGate({ concurrency: 4, longestWait: LONGEST_WAIT, ...(clock === undefined ? {} : { clock }) });
}

/** The gate of this page load. */
export const gate = createTextusGate();

/**
 * Asks our proxy (at `origin`; left out, the page's own), in the present run of our server, for one page of an account's
 * opt-outs; once that run is over, every question fails. What it makes throws `RequestError`; a body of another shape is "not-understood".
 */
export function createFetchPage({ origin = '', gate: own = gate } = {}): FetchPage {
  const run = serverRun();
  return (path, signal) =>
    getJson({
      url: origin + path,
      vendor: 'TextUs',
      gate: own,
      signal,
      run,
      parse: parseCollection,
      readMessage: readVendorMessage,
      onHeaders: (headers) => {
        const budget = readBudget(headers, own.clock.now());
        if (budget !== null) own.noteBudget(budget);
      },
    });
}
