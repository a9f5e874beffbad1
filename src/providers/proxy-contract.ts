/** Which query parameters may travel to the vendor. Names are compared after percent-decoding; values are never looked at. */
export interface QueryRule {
  readonly names: readonly string[];
  /** Shape of further names that may travel; null when `names` is the whole list. */
  readonly otherNames: RegExp | null;
  /** Names whose values may stand in the log when they look like a date or a small number. No phone number goes here. */
  readonly logged: readonly string[];
}

/**
 * What the server knows of one vendor: plain data, no secret, no code. Each vendor folder exports one as `proxy` from its
 * `proxy.ts`; the server finds them by folder, so a new vendor changes no line of the server.
 */
export interface VendorProxy {
  /** Lower-case id: the folder's name, the key in `/api/config`, the first segment under `/api`. */
  readonly id: string;
  readonly label: string;
  /** Names of the settings this vendor is configured with. */
  readonly settings: {
    readonly url: string;
    /** The key or token: what makes the vendor "configured". */
    readonly secret: string;
    /** Comma-separated account slugs, required with the secret; null for a vendor without accounts. */
    readonly accounts: string | null;
    /** First day of the history to read; null for a vendor that is not read by date. */
    readonly since: { readonly name: string; readonly fallback: string } | null;
    readonly canary: string;
  };
  /** Where the vendor's API lives unless the URL setting says otherwise: an origin, a path prefix is allowed. */
  readonly url: string;
  /** The one path that may be asked, the same under `/api/<id>` and at the vendor. `{account}` is one of the configured accounts. */
  readonly path: `/${string}`;
  readonly query: QueryRule;
  /** Headers added on the way up; `{secret}` stands for the key or token. Nothing of the browser's own is passed on. */
  readonly headers: Readonly<Record<string, string>>;
}
