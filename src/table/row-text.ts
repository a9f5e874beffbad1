import { cellText } from '../lib/csv';

/**
 * Cells as one line for a spreadsheet or a ticket, tabs in between: the lines of a cell joined by "; ", and nothing that a
 * spreadsheet would take for a formula.
 */
export function rowText(cells: readonly string[]): string {
  return cells
    .map((cell) => {
      const lines = cell.split(/[\r\n]+/u).map((line) => line.replaceAll(/\s+/gu, ' ').trim());
      return cellText('ours', lines.filter((line) => line !== '').join('; '));
    })
    .join('\t');
}
