import type { MobivateBehaviour } from './behaviour';
import type { MobivateData, MobivateRow } from './columns';
import { readDate } from './dates';
import { selectRows, type MobivateQuery } from './select';

/** An error as the vendor documents it. */
export interface MobivateError {
  readonly code: number;
  readonly message: string;
}

/** What a question is answered with: status and JSON body. */
export type MobivateAnswer =
  | { readonly status: 200; readonly body: readonly MobivateRow[] }
  | { readonly status: 400; readonly body: MobivateError };

const LARGEST_PAGE = 1000;
const DEFAULT_PAGE = 10;

class BadParameter extends Error {}

/** The value of a parameter; one given twice is joined by a comma, as the vendor's kind of server does. */
function valueOf(search: URLSearchParams, name: string): string | null {
  const values = search.getAll(name);
  return values.length === 0 ? null : values.join(',');
}

function dateOf(search: URLSearchParams, name: string): number {
  const text = valueOf(search, name);
  if (text === null) throw new BadParameter(`${name}: Missing required parameter`);
  const reading = readDate(text);
  if (!reading.ok)
    throw new BadParameter(`${name}: Invalid format: "${text}" is malformed at "${reading.malformedAt}"`);
  return reading.instant;
}

function countOf(search: URLSearchParams, name: string, fallback: number, largest: number): number {
  const text = valueOf(search, name);
  if (text === null) return fallback;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > largest) throw new BadParameter(`${name}: "${text}" is not a number from 1 to ${largest}`);
  return count;
}

function queryOf(search: URLSearchParams, behaviour: MobivateBehaviour): MobivateQuery {
  const start = dateOf(search, 'startDate');
  const end = dateOf(search, 'endDate');
  if (start > end) throw new BadParameter('startDate: must not be after endDate');
  const pageSize = countOf(search, 'pageSize', DEFAULT_PAGE, LARGEST_PAGE);
  if (behaviour.page === 'rejected' && search.has('page')) throw new BadParameter('page: Unknown parameter');
  const page = behaviour.page === 'ignored' ? 1 : countOf(search, 'page', 1, 1_000_000);
  return { start, end, pageSize, page };
}

/**
 * Answers `GET /addressbook/optout` for a query string (with or without `?`): parameters and their limits as the
 * vendor's page on listing opt-outs has them, what it leaves open as `behaviour` says.
 */
export function answerMobivate(
  data: MobivateData,
  behaviour: MobivateBehaviour,
  query: string | URLSearchParams,
): MobivateAnswer {
  try {
    const search = typeof query === 'string' ? new URLSearchParams(query) : query;
    return { status: 200, body: selectRows(data, behaviour, queryOf(search, behaviour)) };
  } catch (error) {
    if (!(error instanceof BadParameter)) throw error;
    return { status: 400, body: { code: 400, message: error.message } };
  }
}
