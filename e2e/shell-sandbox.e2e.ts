import { ask, EXAMPLES, expectSummary, resultRow } from './helpers/check-page';
import { expectPage, mainLink, openSandboxPanel, PAGES, vendorControls } from './helpers/shell';
import { expect, test } from './helpers/test';

const REFUSES = 'Refuses the key (401)';
const VENDORS = [
  { vendor: 'Mobivate', path: '/mobivate', heading: 'Mobivate opt-outs' },
  { vendor: 'TextUs', path: '/textus?q=303', heading: 'TextUs opt-outs' },
] as const;

test('every page says that its data is invented, an unknown one too', async ({ page }) => {
  for (const path of [...PAGES.map((each) => each.path), '/nowhere']) {
    await page.goto(path);
    await expect(page.getByText('Sandbox data', { exact: true })).toBeVisible();
  }
});

for (const { vendor, path, heading } of VENDORS) {
  test(`${vendor} is made to misbehave by hand, Check says so, and it is undone by hand`, async ({ page }) => {
    await page.goto('/');
    await openSandboxPanel(page);
    await vendorControls(page, vendor).getByLabel('Behaviour').selectOption(REFUSES);
    await page.getByRole('textbox', { name: 'Phone numbers' }).fill(`${EXAMPLES.onNeither}\n${EXAMPLES.onBoth}`);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expectSummary(page, '2 numbers: 1 opted out, 0 not found, 1 could not check');
    await expect(resultRow(page, EXAMPLES.onNeither)).toContainText(`${vendor} refused the key (401).`);
    await expect(vendorControls(page, vendor)).not.toContainText('0 requests');

    await page.getByRole('button', { name: 'All back to normal' }).click();
    await expect(vendorControls(page, vendor).getByLabel('Behaviour')).toHaveValue('none');
    await page.getByRole('button', { name: 'Retry' }).click();
    await expectSummary(page, '2 numbers: 1 opted out, 1 not found, 0 could not check');
  });

  test(`${vendor} is made to misbehave by hand, its page says so, and it is undone by hand`, async ({ page }) => {
    await page.goto('/');
    await openSandboxPanel(page);
    const behaviour = vendorControls(page, vendor).getByLabel('Behaviour');
    await behaviour.selectOption(REFUSES);
    await expect(behaviour.locator('option:checked')).toHaveText(REFUSES);
    await page.goto(path);
    await expectPage(page, heading);
    const alert = page.getByRole('alert').filter({ hasText: 'Incomplete: refused' });
    await expect(alert).toBeVisible();
    await expect(page.getByRole('status')).toHaveText('');

    await openSandboxPanel(page);
    await expect(behaviour.locator('option:checked')).toHaveText(REFUSES);
    await behaviour.selectOption('As documented');
    await expect(behaviour).toHaveValue('none');
    await alert.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByRole('status')).toHaveText(/^Complete: /u);
    await expect(alert).toBeHidden();
  });
}

test('the panel offers every misbehaviour that the vendor knows, and a delay', async ({ page, sandbox }) => {
  const { faults } = (await sandbox.state()) as { faults: readonly { label: string; vendors: readonly string[] }[] };
  await page.goto('/');
  await openSandboxPanel(page);
  for (const [id, label] of [
    ['mobivate', 'Mobivate'],
    ['textus', 'TextUs'],
  ] as const) {
    const known = faults.filter(({ vendors }) => vendors.includes(id));
    const offered = await vendorControls(page, label).getByLabel('Behaviour').locator('option').allInnerTexts();
    expect(offered).toEqual(['As documented', ...known.map((fault) => fault.label)]);
  }
  await vendorControls(page, 'TextUs').getByLabel('Delay of every answer').selectOption('1000 ms');
  await ask(page, EXAMPLES.onBoth);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => sandbox.state()).toMatchObject({ vendors: [{ latencyMs: 0 }, { latencyMs: 1000 }] });
});

test('the panel stays open from page to page, and is hidden again', async ({ page }) => {
  await page.goto('/');
  await openSandboxPanel(page);
  await mainLink(page, 'Mobivate').click();
  await expectPage(page, 'Mobivate opt-outs');
  await expect(vendorControls(page, 'Mobivate')).toBeVisible();
  await page.getByRole('button', { name: 'Hide the controls' }).click();
  await expect(vendorControls(page, 'Mobivate')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Make it misbehave' })).toBeFocused();
});
