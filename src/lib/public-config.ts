import * as v from 'valibot';

/** What the browser may know of one vendor's settings. No secret is among them. */
export interface VendorConfig {
  readonly configured: boolean;
  /** A number known to be on this vendor's list, asked with every Check; null when none is set. */
  readonly canary: string | null;
  /** First day of the history to read, `YYYY-MM-DD`; null for a vendor that is not read by date. */
  readonly since: string | null;
  /** Account slugs; empty for a vendor without accounts. */
  readonly accounts: readonly string[];
}

/** The whole of `GET /api/config`, vendors keyed by their id. */
export interface PublicConfig {
  readonly sandbox: boolean;
  /** ISO 3166 alpha-2 country for numbers written without a country code. */
  readonly defaultCountry: string;
  /** IANA zone, or null for the browser's own. */
  readonly defaultTimeZone: string | null;
  readonly vendors: Readonly<Record<string, VendorConfig>>;
}

const vendorSchema = v.object({
  configured: v.boolean(),
  canary: v.nullish(v.string(), null),
  since: v.nullish(v.string(), null),
  accounts: v.nullish(v.array(v.string()), []),
});

const configSchema = v.object({
  sandbox: v.boolean(),
  defaultCountry: v.string(),
  defaultTimeZone: v.nullable(v.string()),
});

/**
 * Reads the body of `GET /api/config`: three fixed fields, and every member that is an object is a vendor.
 * Throws valibot's `ValiError` when the shape is another.
 */
export function parsePublicConfig(body: unknown): PublicConfig {
  const fixed = v.parse(configSchema, body);
  const vendors: Record<string, VendorConfig> = {};
  for (const [id, member] of Object.entries(v.parse(v.record(v.string(), v.unknown()), body))) {
    if (typeof member === 'object' && member !== null) vendors[id] = v.parse(vendorSchema, member);
  }
  return { ...fixed, vendors };
}
