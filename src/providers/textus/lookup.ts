import type { Gate } from '../../http/gate';
import { serverRun, type ServerRun } from '../../http/server-run';
import type { Lookup } from '../contract';
import { createFetchPage, gate } from './api';
import { BatchTrust } from './batch-trust';
import { readCanary } from './canary';
import { runLookup, type LookupPorts } from './run-lookup';

/** The real world: our proxy (at `origin`; left out, the page's own), and the clock and waits of a gate. */
export function createPorts(own: Gate, origin = ''): LookupPorts {
  return {
    fetchPage: createFetchPage({ origin, gate: own }),
    trust: new BatchTrust(),
    now: () => own.clock.now(),
    waitingUntil: () => own.waitingUntil(),
    waitReason: () => own.waitReason(),
    onWait: (listener) => own.subscribe(listener),
  };
}

let shared: { readonly ports: LookupPorts; readonly run: ServerRun } | null = null;

/** The world of this page load and this run of our server: what was learnt of batches may be of another TextUs after a restart. */
export function sharedPorts(): LookupPorts {
  const run = serverRun();
  if (shared?.run !== run) shared = { ports: createPorts(gate), run };
  return shared.ports;
}

/** A lookup in all accounts of the settings; the rules are those of `runLookup`. */
export function createLookup(world: LookupPorts): Lookup {
  return ({ numbers, vendor, config, defaultCountry }, context) => {
    const canary = readCanary(vendor.canary, config.defaultCountry);
    return runLookup({ numbers, accounts: vendor.accounts, canary, defaultCountry }, context, world);
  };
}

/** Answers many numbers at TextUs through our proxy. */
export const lookup: Lookup = (question, context) => createLookup(sharedPorts())(question, context);
