import type { QueryRule } from '../providers/proxy-contract';

/** Takes one finished line. */
export type Log = (line: string) => void;

const DATE_OR_SMALL_NUMBER = /^(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(%2B|-)\d{4})?|\d{1,4})$/i;

/** Three digits in a row, also percent-encoded ones. */
const NUMBER = /(?:\d|%3\d){3,}/i;

/**
 * A query string for the log: the names, and of the values only dates and small numbers of parameters that never hold a
 * phone number. Every other value is `*`, so that neither a number nor a cursor made of one is kept.
 */
export function maskQuery(query: string, rule: QueryRule): string {
  if (query.length < 2) return query;
  const pairs = query
    .slice(1)
    .split('&')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      const value = rest.join('=');
      const plain = value === '' || (rule.logged.includes(name) && DATE_OR_SMALL_NUMBER.test(value));
      const shown = NUMBER.test(name) ? '*' : maskPath(name);
      return rest.length === 0 ? shown : `${shown}=${plain ? value : '*'}`;
    });
  return `?${pairs.join('&')}`;
}

/** A path for the log: visible ASCII, at most 120 characters, runs of three and more digits masked, also percent-encoded ones. */
export function maskPath(path: string): string {
  const visible = path.slice(0, 120).replaceAll(/[^!-~]/g, '?');
  return visible.replaceAll(new RegExp(NUMBER, 'gi'), '*');
}

/** One proxied request. `ms` from its arrival to its end; `bytes` of the body as sent down. */
export interface LoggedRequest {
  readonly vendor: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
  /** How it ended when not well, and what to do; null otherwise. */
  readonly note: string | null;
}

/** `2026-11-22T12:00:00.000Z mobivate /addressbook/optout?page=1 200 52 ms 1024 B` */
export function requestLine(now: number, { vendor, path, status, ms, bytes, note }: LoggedRequest): string {
  const line = `${new Date(now).toISOString()} ${vendor} ${path} ${status} ${Math.round(ms)} ms ${bytes} B`;
  return note === null ? line : `${line}: ${note}`;
}
