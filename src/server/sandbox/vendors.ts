import { createMobivate } from './mobivate';
import type { SandboxOptions } from './options';
import { createTextus } from './textus';
import type { Vendor, VendorSettings } from './vendor';

/** How to make one embedded vendor, and how many opt-outs it is to hold. */
export interface VendorEntry {
  readonly create: (settings: VendorSettings) => Vendor;
  readonly rows: (options: SandboxOptions) => number;
}

/** The one list of embedded vendors: a third one is a line here. */
export const VENDORS: readonly VendorEntry[] = [
  { create: createMobivate, rows: ({ mobivateRows = 25_000 }) => mobivateRows },
  { create: createTextus, rows: ({ textusRows = 3_000 }) => textusRows },
];
