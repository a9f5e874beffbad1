const LONGEST_PART = 60;

/**
 * A file name such as 'vendor-opt-outs_2026-11-01_2026-11-21_PARTIAL_20261122T120410Z.csv': the parts in lower-case ASCII
 * letters, digits, `-` and `_` only, whatever was in them (no path, dot, control or right-to-left character gets through, and
 * only we can write the capitals of PARTIAL), then the instant `asOf` (ms UTC). Empty parts are left out.
 */
export function csvFileName(
  parts: readonly string[],
  { partial, asOf }: { readonly partial: boolean; readonly asOf: number },
): string {
  const stamp = new Date(asOf)
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z')
    .replaceAll(/[-:]/gu, '');
  const slugs = parts.map(slug).filter((part) => part !== '');
  return `${[...slugs, ...(partial ? ['PARTIAL'] : []), stamp].join('_')}.csv`;
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/gu, '-')
    .slice(0, LONGEST_PART)
    .replaceAll(/^[-_]+|[-_]+$/gu, '');
}
