import type { Locator } from '@playwright/test';
import { expect, openForm, saveOutOfOrder, test, vehicleWithFills } from './app';

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function attachReceipt(sheet: Locator): Promise<void> {
  const receipt = { name: 'receipt.png', mimeType: 'image/png', buffer: picture };
  return sheet.getByLabel('Add the receipt or a photo').setInputFiles(receipt);
}

test('the receipt of a fuel-up is photographed, kept, and shown with the entry', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume').fill('26');
  await sheet.getByLabel('Price').fill('1.700');
  const chooser = sheet.getByLabel('Add the receipt or a photo');
  await chooser.setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') });
  await expect(sheet.getByText(/Files of this kind are not kept/)).toBeVisible();
  await attachReceipt(sheet);
  await expect(sheet.getByText('receipt.png')).toBeVisible();
  await sheet.getByRole('button', { name: 'Save fuel-up, €44.20' }).click();
  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('a receipt goes along when the entry is said of another vehicle', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const other = await vehicleWithFills(person, 'Other');
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await attachReceipt(sheet);
  await expect(sheet.getByText('receipt.png')).toBeVisible();
  const save = sheet.getByRole('button', { name: /Save fuel-up/ });
  await expect(save).toBeEnabled();
  const held = Promise.withResolvers<void>();
  await page.route('**/api/v1/files', async (route) => {
    await held.promise;
    await route.continue();
  });
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(save).toBeDisabled();
  // The first vehicle has it already.
  await sheet.getByLabel('Add to').selectOption(id);
  await expect(save).toBeEnabled();
  await expect(sheet.getByText('receipt.png')).toBeVisible();
  held.resolve();
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(sheet.getByText('receipt.png')).toBeVisible();
  await sheet.getByLabel('Volume', { exact: true }).fill('26');
  await sheet.getByLabel('Price', { exact: true }).fill('1.700');
  await sheet.getByRole('button', { name: 'Save fuel-up, €44.20' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/vehicles/${other.id}`);
  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('a save waits for a file that is on its way, whichever vehicle it is for', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const other = await vehicleWithFills(person, 'Other');
  const held = Promise.withResolvers<void>();
  await page.route('**/api/v1/files', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await attachReceipt(sheet);
  const save = sheet.getByRole('button', { name: 'Save fuel-up' });
  await expect(save).toBeDisabled();
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(sheet.getByText('receipt.png')).toBeVisible();
  await expect(save).toBeDisabled();
  held.resolve();
  await expect(save).toBeEnabled();
  await expect(sheet.getByText('receipt.png')).toBeVisible();
});

test('so do the ways out of a reading that does not fit', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await saveOutOfOrder(sheet);
  const without = sheet.getByRole('button', { name: 'Save without counting it' });
  await expect(without).toBeEnabled();
  const held = Promise.withResolvers<void>();
  await page.route('**/api/v1/files', async (route) => {
    await held.promise;
    await route.continue();
  });
  await attachReceipt(sheet);
  await expect(without).toBeDisabled();
  await expect(sheet.getByRole('button', { name: 'The odometer was replaced' })).toBeEnabled();
  held.resolve();
  await without.click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('listitem').filter({ hasText: '14.00 L' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test.describe('after a reload', () => {
  test.use({ disturbed: 'What waits on the device makes room for itself.' });

  test('a file that is not at hand any more is said to stay with the vehicle before', async ({
    page,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    const other = await vehicleWithFills(person, 'Other');
    await page.goto(`/vehicles/${id}`);
    const sheet = await openForm(page);
    await attachReceipt(sheet);
    await saveOutOfOrder(sheet);
    await page.reload();
    await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Solve' }).click();
    await expect(sheet.getByText('Kept file')).toBeVisible();
    await sheet.getByLabel('Add to').selectOption(other.id);
    await expect(sheet.getByText('A file stays with the other vehicle.')).toBeVisible();
    await expect(sheet.getByText('Kept file')).toHaveCount(0);
  });
});
