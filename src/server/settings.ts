import type { VendorProxy } from '../providers/proxy-contract';
import {
  readAccounts,
  readCanary,
  readCountry,
  readHost,
  readPastDay,
  readPort,
  readSecret,
  readSwitch,
  readUrl,
  readZone,
  SettingError,
} from './setting-values';

/** Names and texts as they come from the process or an `.env` file; an empty text is the same as none. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface VendorSettings {
  readonly proxy: VendorProxy;
  /** Origin and path prefix, without a closing slash. */
  readonly url: URL;
  /** null: the vendor is not configured. */
  readonly secret: string | null;
  readonly accounts: readonly string[];
  readonly since: string | null;
  readonly canary: string | null;
}

/** Every setting of CONTRACT, validated. The secrets in it stay in the server. */
export interface Settings {
  readonly host: string;
  /** null: the command's own default (4173 for start, 5173 for dev). */
  readonly port: number | null;
  readonly sandbox: boolean;
  readonly defaultCountry: string;
  readonly defaultTimeZone: string | null;
  readonly vendors: readonly VendorSettings[];
}

export const DEFAULT_PORT = { start: 4173, dev: 5173 } as const;

/** Text of a setting without surrounding blanks (a token keeps its inner ones, and is then refused for them); null when unset. */
function lookUp(environment: Environment, name: string): string | null {
  const text = environment[name]?.trim() ?? '';
  return text === '' ? null : text;
}

function parseVendor(environment: Environment, proxy: VendorProxy, now: number): VendorSettings {
  const names = proxy.settings;
  const read = <Value>(name: string | null, parse: (name: string, text: string) => Value): Value | null => {
    const text = name === null ? null : lookUp(environment, name);
    return name === null || text === null ? null : parse(name, text);
  };
  const secret = read(names.secret, readSecret);
  const accounts = read(names.accounts, readAccounts) ?? [];
  if (secret !== null && names.accounts !== null && accounts.length === 0) {
    throw new SettingError(`${names.accounts} is not set, but ${names.secret} needs it: name the accounts to look in.`);
  }
  return {
    proxy,
    url: read(names.url, readUrl) ?? readUrl(names.url, proxy.url),
    secret,
    accounts,
    since:
      read(names.since?.name ?? null, (name, text) => readPastDay(name, text, now)) ?? names.since?.fallback ?? null,
    canary: read(names.canary, readCanary),
  };
}

/**
 * Environment into settings. Throws `SettingError`, one sentence naming the first bad value.
 * The sandbox runs when `SANDBOX=1`, else only when no vendor has a key or token (CONTRACT, "Settings").
 */
export function parseSettings(environment: Environment, proxies: readonly VendorProxy[], now: number): Settings {
  const read = <Value>(name: string, parse: (name: string, text: string) => Value): Value | null => {
    const text = lookUp(environment, name);
    return text === null ? null : parse(name, text);
  };
  const vendors = proxies.map((proxy) => parseVendor(environment, proxy, now));
  const forced = read('SANDBOX', readSwitch) === true;
  return {
    host: read('HOST', readHost) ?? '127.0.0.1',
    port: read('PORT', readPort),
    sandbox: forced || vendors.every((vendor) => vendor.secret === null),
    defaultCountry: read('DEFAULT_COUNTRY', readCountry) ?? 'US',
    defaultTimeZone: read('DEFAULT_TIME_ZONE', readZone),
    vendors,
  };
}

/**
 * The same settings with the sandbox's vendors in place of the real ones. Addresses, secrets and accounts of every vendor are
 * dropped first, so that a vendor the sandbox does not play is "not configured" and never mixed in; `since` and canary stay.
 */
export function withSandbox(settings: Settings, sandbox: Environment, now: number): Settings {
  const vendors = settings.vendors.map((vendor) => {
    const played = parseVendor(sandbox, vendor.proxy, now);
    return { ...played, since: vendor.since, canary: vendor.canary };
  });
  return { ...settings, sandbox: true, vendors };
}
