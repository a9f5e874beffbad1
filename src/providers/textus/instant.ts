const ISO_INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant of a `createdAt` in ms UTC: ISO 8601 with an offset and any number of decimals, of which three are used.
 * Null for anything else, a time without an offset or a day that does not exist among it: better no time than a wrong one.
 */
export function parseInstant(text: string | null): number | null {
  const parts = ISO_INSTANT.exec(text ?? '');
  if (parts === null) return null;
  const [, wall = '', decimals = '', offset = ''] = parts;
  const asUtc = Date.parse(`${wall}Z`);
  // `Date` rolls 31 February over to March: only a wall time that comes back as it was is one.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 19) !== wall) return null;
  const instant = Date.parse(`${wall}${decimals === '' ? '' : decimals.slice(0, 4).padEnd(4, '0')}${offset}`);
  return Number.isNaN(instant) ? null : instant;
}
