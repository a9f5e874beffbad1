import type { Lookup } from '../contract';
import { fetchPage, gate } from './api';
import { readCanary } from './canary';
import { runLookup, type LookupPorts } from './run-lookup';

/** The real world: our proxy, the clock and the waits of TextUs's one gate. */
export const ports: LookupPorts = {
  fetchPage,
  now: () => gate.clock.now(),
  waitingUntil: () => gate.waitingUntil(),
  onWait: (listener) => gate.subscribe(listener),
};

/** Answers many numbers at TextUs through our proxy, in all accounts of the settings; the rules are those of `runLookup`. */
export const lookup: Lookup = ({ numbers, vendor, config, defaultCountry }, context) => {
  const canary = readCanary(vendor.canary, config.defaultCountry);
  return runLookup({ numbers, accounts: vendor.accounts, canary, defaultCountry }, context, ports);
};
