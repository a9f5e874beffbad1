import type { Settings } from './settings';

/** The body of `GET /api/config`: all the browser may know of the settings, members in the order of CONTRACT. No secret is read here. */
export function publicConfigBody({ vendors, sandbox, defaultCountry, defaultTimeZone }: Settings): string {
  const perVendor = vendors.map(({ proxy, secret, since, accounts, canary }) => [
    proxy.id,
    {
      configured: secret !== null,
      ...(proxy.settings.since === null ? {} : { since }),
      ...(proxy.settings.accounts === null ? {} : { accounts }),
      canary,
    },
  ]);
  return JSON.stringify({ sandbox, ...Object.fromEntries(perVendor), defaultCountry, defaultTimeZone });
}
