import Papa from 'papaparse';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_UNITS = 64 * 1024;
const SAMPLE_ROWS = 200;

interface Candidate {
  readonly delimiter: string;
  /** Part of the filled records that have the usual number of cells. */
  readonly even: number;
  /** Part of its places that a space follows, as in running text: `Doe, Ann`. */
  readonly spaced: number;
}

/**
 * What separates the cells of a table: what cuts most of its first records into the same number of cells, two or more. Of equals
 * the one that is not followed by a space, then the first of comma, semicolon, tab and bar; a comma where none does.
 */
export function delimiterOf(text: string, newline: '\n' | '\r' | '\r\n'): string {
  const sample = text.slice(0, SAMPLE_UNITS);
  const candidates = DELIMITERS.flatMap((delimiter) => candidateOf(sample, newline, delimiter));
  const [best] = candidates.toSorted((one, other) => other.even - one.even || one.spaced - other.spaced);
  return best?.delimiter ?? ',';
}

function candidateOf(sample: string, newline: '\n' | '\r' | '\r\n', delimiter: string): readonly Candidate[] {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline, preview: SAMPLE_ROWS });
  const filled = data.filter((record) => record.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].toSorted(([, one], [, other]) => other - one)[0] ?? [0, 0];
  if (width < 2) return [];
  const places = sample.split(delimiter).slice(1);
  const spaced = places.filter((rest) => rest.startsWith(' ')).length / places.length;
  return [{ delimiter, even: count / filled.length, spaced }];
}
