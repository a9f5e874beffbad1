import { createGate } from '../../http/gate';
import { getJson } from '../../http/request';
import { readVendorMessage } from './errors';
import type { FetchPage } from './list';
import { readBudget } from './rate-budget';
import { parseCollection } from './schema';

/** TextUs fills its budget every 5 minutes (DESIGN "Traps"): a wait of that length is still worth it. */
const LONGEST_WAIT = 310_000;

/** Every request to TextUs, from whatever page, goes through this one gate. */
export const gate = createGate({ concurrency: 4, longestWait: LONGEST_WAIT });

/** Asks our proxy for one page of an account's opt-outs. Throws `RequestError`; a body of another shape is "not-understood". */
export const fetchPage: FetchPage = (path, signal) =>
  getJson({
    url: path,
    vendor: 'TextUs',
    gate,
    signal,
    parse: parseCollection,
    readMessage: readVendorMessage,
    onHeaders: (headers) => {
      const budget = readBudget(headers, gate.clock.now());
      if (budget !== null) gate.noteBudget(budget);
    },
  });
