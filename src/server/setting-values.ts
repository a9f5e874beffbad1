import { isTimeZone } from '../lib/time-zones';
import { isSupportedCountry } from 'libphonenumber-js/min';

/** A setting that cannot be used. The message is one sentence that names the setting, and never holds a secret. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

function refuse(name: string, text: string, need: string): never {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  throw new SettingError(`${name} is ${JSON.stringify(shown)}, but it must be ${need}.`);
}

/** A TCP port, 1 to 65535. */
export function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) refuse(name, text, 'a port number from 1 to 65535');
  return port;
}

/** A host name or IP address to listen on; `[::1]` and `::1` mean the same. */
export function readHost(name: string, text: string): string {
  const host = text.replace(/^\[(.*)\]$/, '$1');
  if (!/^[A-Za-z0-9.:_-]{1,255}$/.test(host)) refuse(name, text, 'a host name or an IP address, such as 127.0.0.1');
  return host;
}

/**
 * An http(s) origin with an optional path prefix; credentials, query and fragment are refused, the closing slash is dropped.
 * What was typed is not repeated in the error: it may hold credentials.
 */
export function readUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url !== null && url.username === '' && url.password === '' && !/[?#\s\\]/.test(text);
  if (url === null || !plain || !['http:', 'https:'].includes(url.protocol)) {
    throw new SettingError(
      `${name} must be an http or https address without user name, "?" or "#", such as https://api.example.com.`,
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** A key or token: visible ASCII, since anything else could not stand in a header (or would end it: CR, LF). */
export function readSecret(name: string, text: string): string {
  if (!/^[!-~]+$/.test(text)) {
    throw new SettingError(`${name} must be visible ASCII characters without spaces or line breaks.`);
  }
  return text;
}

/** Comma-separated account slugs, at least one, each once. */
export function readAccounts(name: string, text: string): readonly string[] {
  const accounts = text.split(',').map((account) => account.trim());
  if (!accounts.every((account) => /^[A-Za-z0-9_-]+$/.test(account))) {
    refuse(name, text, 'account slugs of letters, digits, "_" and "-", separated by commas');
  }
  return [...new Set(accounts)];
}

/** A day `YYYY-MM-DD` that exists (2026-02-31 does not) and is not after `now` (ms UTC): a later one would hide the history. */
export function readPastDay(name: string, text: string, now: number): string {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const exists = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
  if (!exists || start > now) refuse(name, text, 'a day in the past, written like 2010-01-01');
  return text;
}

/** ISO 3166 alpha-2 country with a telephone plan, in capitals. */
export function readCountry(name: string, text: string): string {
  const country = text.toUpperCase();
  if (!/^[A-Z]{2}$/.test(country) || !isSupportedCountry(country))
    refuse(name, text, 'a two-letter country, such as US');
  return country;
}

/** IANA zone that `Intl` knows; bare offsets (`+05:30`) are not zones. */
export function readZone(name: string, text: string): string {
  if (!isTimeZone(text)) refuse(name, text, 'a time zone of the IANA database, such as Australia/Sydney');
  return text;
}

/** A phone number in any format, kept as typed: it must hold a digit. The number itself is not repeated in the error. */
export function readCanary(name: string, text: string): string {
  if (!/\p{Nd}/u.test(text)) throw new SettingError(`${name} must be a phone number, but it holds no digit.`);
  return text;
}

/** `1` is on; `0` is off. */
export function readSwitch(name: string, text: string): boolean {
  if (text !== '0' && text !== '1') refuse(name, text, '1 or 0, or not set');
  return text === '1';
}
