import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** On every answer. https://owasp.org/www-project-secure-headers/ */
const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
} as const;

const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The one style element that is written at run time, by react-aria for whatever can be pressed: allowed by its hash, to the letter. */
export const PRESSABLE_STYLE = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`;

const STYLES = `'self' 'sha256-${createHash('sha256').update(PRESSABLE_STYLE).digest('base64')}'`;
const FILES = "img-src 'self' data:; font-src 'self'; manifest-src 'self'; connect-src 'self'";

/** Pages as built: no inline script or style, no eval, and no text can become script by way of the DOM (Trusted Types). */
const BUILT_POLICY = `${NOTHING}; script-src 'self'; style-src ${STYLES}; ${FILES}; require-trusted-types-for 'script'`;

/** Pages under Vite's dev server: its reload client is an inline script, styles arrive inline, and it opens a WebSocket. */
const DEV_SOURCES = "'self' 'unsafe-inline'";
const DEV_POLICY = `${NOTHING}; script-src ${DEV_SOURCES}; style-src ${DEV_SOURCES}; ${FILES} ws:; worker-src 'self' blob:`;

/** Answers of `/api` are data: opened as a page, even a vendor's HTML can do nothing. */
const DATA_POLICY = `${NOTHING}; sandbox`;

/** What an answer that is data carries, a malformed request's too: it is stored nowhere. */
export const SECURITY_HEADERS_OF_DATA: Readonly<Record<string, string>> = {
  ...COMMON,
  'content-security-policy': DATA_POLICY,
  'cache-control': 'no-store',
};

/** `built` under start, `dev` under the dev server; both answer `/api` alike. */
export type Serving = 'built' | 'dev';

/** Sets the security headers, to be kept by whoever answers. `api`: the answer is data and is stored nowhere. */
export function setSecurityHeaders(response: ServerResponse, serving: Serving, api: boolean): void {
  const page = { ...COMMON, 'content-security-policy': serving === 'built' ? BUILT_POLICY : DEV_POLICY };
  for (const [name, value] of Object.entries(api ? SECURITY_HEADERS_OF_DATA : page)) response.setHeader(name, value);
}
