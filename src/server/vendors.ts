import type { VendorProxy } from '../providers/proxy-contract';

/**
 * The one table of proxy rules: every `providers/<vendor>/proxy.ts`, found by Vite's glob, in the order of their folders.
 * (This module is loaded through Vite's own module runner, also in vite.config.ts, so the glob is expanded there too.)
 */
export const VENDORS: readonly VendorProxy[] = Object.values(
  import.meta.glob<VendorProxy>('../providers/*/proxy.ts', { eager: true, import: 'proxy' }),
);
