import { expect, type Locator } from '@playwright/test';

/** Texts of the column headers, in order. */
export async function headers(table: Locator): Promise<readonly string[]> {
  const texts = await table.getByRole('columnheader').allInnerTexts();
  return texts.map((text) => text.trim());
}

/** All rows of the page are drawn: they come in steps, and the table is busy until then. */
export async function expectDrawn(table: Locator): Promise<void> {
  await expect(table).not.toHaveAttribute('aria-busy');
}

/** The texts of one column, found by its header, for the body rows now in the table. */
export async function column(table: Locator, header: string): Promise<readonly string[]> {
  await expectDrawn(table);
  const names = await headers(table);
  const index = names.findIndex((name) => name.toLowerCase().startsWith(header.toLowerCase()));
  if (index < 0) throw new Error(`No column ${header} among ${names.join(', ')}`);
  return table.locator('tbody tr').evaluateAll(
    (rows, at) =>
      rows.flatMap((row) => {
        const cell = (row as HTMLTableRowElement).cells[at];
        return cell === undefined ? [] : [cell.innerText.trim()];
      }),
    index,
  );
}
