import { createCast, writeNumber } from '../data/people';
import { FAULT_KINDS, FAULTS, isKindOf, SHAPES, type FaultKind } from '../faults/kinds';
import type { VendorServer } from '../serve';
import type { Vendor } from '../vendor';

const WHEN_OPTIONS = ['after', 'times', 'match'] as const;

/** True when a vendor can misbehave like that. */
export function knowsFault(vendor: Vendor, kind: FaultKind): boolean {
  return !isKindOf(SHAPES, kind) || vendor.reshapes[kind] !== undefined;
}

/** One vendor as it is now, as JSON. */
export function vendorState({ vendor, log, fault, latencyMs }: VendorServer) {
  const scheduled = fault();
  return {
    id: vendor.id,
    label: vendor.label,
    requests: log.count(),
    fault: scheduled === null ? null : { ...scheduled.fault, applied: scheduled.applied() },
    latencyMs: latencyMs(),
    behaviour: vendor.behaviour(),
  };
}

/** Everything there is to know and set, as JSON. */
export function sandboxState(servers: readonly VendorServer[], seed: number) {
  const faults = FAULT_KINDS.map((kind) => ({
    kind,
    label: FAULTS[kind].label,
    vendors: servers.filter(({ vendor }) => knowsFault(vendor, kind)).map(({ vendor }) => vendor.id),
    options: [...WHEN_OPTIONS, ...(FAULTS[kind].options ?? [])],
  }));
  const list = [
    ...createCast(seed).map(({ digits, words }) => ({ number: writeNumber(digits), words })),
    ...servers.flatMap(({ vendor }) =>
      vendor.documentedNumbers.map((digits) => ({
        number: writeNumber(digits),
        words: `on ${vendor.label}, from its own documentation`,
      })),
    ),
  ];
  return { vendors: servers.map((server) => vendorState(server)), faults, examples: { list } };
}
