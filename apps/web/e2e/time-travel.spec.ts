import { expect, test, vehicleWithFills } from './app';

test('the overview shows a vehicle as it was, holds that in the address, and leads back', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/overview`);
  await page.getByText('Look back').click();
  await page.getByLabel('As it was on').fill('2026-10-10');
  await page.getByRole('button', { name: 'Show' }).click();

  const past = page.getByRole('region', { name: 'Time travel' });
  await expect(past).toContainText('You see the vehicle as it was on 10 Oct 2026.');
  await expect(past.getByText('10,000')).toBeVisible();
  await expect(page).toHaveURL(/asOf=2026-10-10/);
  await expect(page.getByText('A figure appears with the second full tank.')).toBeVisible();

  await page.reload();
  await expect(past).toContainText('10 Oct 2026');
  await past.getByRole('link', { name: 'Back to today' }).click();
  await expect(page.getByRole('figure', { name: 'Economy' })).toBeVisible();
  await expect(page).not.toHaveURL(/asOf/);
});

test('what was not yet recorded on a day is not shown as known on it', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/overview?knownOn=2026-10-25`);
  const past = page.getByRole('region', { name: 'Time travel' });
  await expect(past).toContainText('You see what was known on 25 Oct 2026.');
  await expect(page.getByText('The first reading starts the line.')).toBeVisible();
});
