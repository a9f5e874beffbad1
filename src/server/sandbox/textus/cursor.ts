import { createHash } from 'node:crypto';

import * as v from 'valibot';

import type { Filter } from './filter';

const positionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('start') }),
  v.strictObject({ kind: v.literal('end') }),
  v.strictObject({ kind: v.picklist(['after', 'before']), at: v.number(), sequence: v.number() }),
]);

const cursorSchema = v.strictObject({ position: positionSchema, lap: v.number() });

/** Where a page begins (`after` a row) or ends (`before` one); a `lap` tells rounds of an endless list apart. */
export type Cursor = Readonly<v.InferOutput<typeof cursorSchema>>;

/** A cursor belongs to one account and filter, and to no other. */
export interface CursorOwner {
  readonly account: string;
  readonly filter: Filter;
}

function sealOf(text: string, { account, filter }: CursorOwner): string {
  const parts = [text, account, filter.q, ...filter.exact];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

/** A cursor as it travels: opaque, safe in a URL, of no use for another account or filter. */
export function writeCursor(cursor: Cursor, owner: CursorOwner): string {
  const text = JSON.stringify(cursor);
  return Buffer.from(sealOf(text, owner) + text).toString('base64url');
}

/** Reads what `writeCursor` wrote for the same owner; null for anything else. */
export function readCursor(text: string, owner: CursorOwner): Cursor | null {
  const opened = Buffer.from(text, 'base64url').toString();
  const body = opened.slice(12);
  if (opened.slice(0, 12) !== sealOf(body, owner)) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), cursorSchema), body);
  return parsed.success ? parsed.output : null;
}

/** The link to a page: an IRI relative to the API's origin, with the filters; null stands for the first page. */
export function pageLink(owner: CursorOwner, cursor: Cursor | null): string {
  const { account, filter } = owner;
  const parameters = [
    ...(cursor === null ? [] : [`cursor=${writeCursor(cursor, owner)}`]),
    ...(filter.q === null ? [] : [`q=${encodeURIComponent(filter.q)}`]),
    ...filter.exact.map((value) => `exact%5B%5D=${encodeURIComponent(value)}`),
  ];
  const path = `/${account}/opt_outs`;
  return parameters.length === 0 ? path : `${path}?${parameters.join('&')}`;
}
