import { expect, openForm, test, vehicleWithFills } from './app';

test('what was typed is not lost by a press beside the form, nor by Escape', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  const question = page.getByRole('dialog', { name: 'Discard what you typed?' });
  await page.mouse.click(5, 5);
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(question).toHaveCount(0);
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,000');

  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a form in which nothing was typed closes at once', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await openForm(page);
  await page.mouse.click(5, 5);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('another kind of entry keeps when it was, the odometer and the notes', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await expect(sheet.getByLabel('Total')).toBeVisible();
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,000');
});
