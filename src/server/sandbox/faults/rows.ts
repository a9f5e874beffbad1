/** The rows of a body, whatever the vendor: the body itself, or its member that is a list. */
export function rowsIn(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body).find((member): member is unknown[] => Array.isArray(member)) ?? [];
}

/** The body in a shape that the vendor's newer interface is known to use. */
export function asRecords(body: unknown): unknown {
  const records = rowsIn(body);
  return { success: true, records, offset: 0, limit: 1000, total: records.length };
}

/** The body in a shape once captured from the vendor, though documented nowhere. */
export function asResults(body: unknown): unknown {
  const results = rowsIn(body);
  return { type: 'optouts', results, scanned: results.length, matches: results.length, offset: 0, limit: 1000 };
}

/** Puts `broken` in the place of the middle row, or as the only row where there is none. */
export function withBrokenRow(rows: readonly unknown[], broken: unknown): readonly unknown[] {
  return rows.length === 0 ? [broken] : rows.with(Math.floor(rows.length / 2), broken);
}

/** Repeats the first row at the end, so that it comes twice in one reading. */
export function withRepeatedRow(rows: readonly unknown[]): readonly unknown[] {
  return [...rows, ...rows.slice(0, 1)];
}
