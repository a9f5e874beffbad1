import { pageLink, type Cursor, type CursorOwner } from './cursor';
import { newestFirst } from './data';
import type { TextusRow, WireCollection } from './wire';

/** Bounds of the page that a cursor points at. */
function boundsOf(
  rows: readonly TextusRow[],
  cursor: Cursor | null,
  pageSize: number,
): readonly [from: number, to: number] {
  const position = cursor?.position ?? { kind: 'start' };
  if (position.kind === 'start') return [0, pageSize];
  if (position.kind === 'end') return [rows.length, rows.length];
  const isBehind = (row: TextusRow) => newestFirst(row, { ...row, at: position.at, sequence: position.sequence });
  if (position.kind === 'before') {
    const end = rows.findIndex((row) => isBehind(row) >= 0);
    const to = end === -1 ? rows.length : end;
    return [Math.max(0, to - pageSize), to];
  }
  const start = rows.findIndex((row) => isBehind(row) > 0);
  const from = start === -1 ? rows.length : start;
  return [from, from + pageSize];
}

/**
 * One page of the rows given, as the vendor documents a collection. Cursors name a row, not a place, so rows that come
 * or go while a list is read neither repeat nor hide others.
 */
export function makeCollection(
  rows: readonly TextusRow[],
  owner: CursorOwner,
  cursor: Cursor | null,
  pageSize: number,
): WireCollection {
  const [from, to] = boundsOf(rows, cursor, pageSize);
  const page = rows.slice(from, to);
  const lap = cursor?.lap ?? 0;
  const first = page[0];
  const last = page.at(-1);
  const linkTo = (kind: 'after' | 'before', row: TextusRow) =>
    pageLink(owner, { position: { kind, at: row.at, sequence: row.sequence }, lap });
  return {
    '@type': 'hydra:Collection',
    '@context': '/contexts/hydra:Collection.jsonld',
    id: `/${owner.account}/opt_outs`,
    members: page.map(({ wire }) => wire),
    totalItems: rows.length,
    view: {
      '@type': 'hydra:PartialCollectionView',
      '@context': '/contexts/hydra:PartialCollectionView.jsonld',
      id: pageLink(owner, cursor),
      first: pageLink(owner, null),
      next: last !== undefined && to < rows.length ? linkTo('after', last) : null,
      previous: first !== undefined && from > 0 ? linkTo('before', first) : null,
    },
  };
}
