import { expect, openForm, readingsOf, test, vehicleWithFills } from './app';
import { press, write } from './by-keys';

test('without a mouse: a fuel-up is logged without a connection, and sent when it is back', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const form = await openForm(page);
  await context.setOffline(true);
  await write(page, form.getByLabel('Odometer', { exact: true }), '11000');
  await write(page, form.getByLabel('Volume'), '30');
  await press(page, form.getByRole('button', { name: 'Save fuel-up' }));
  const row = page.getByRole('listitem').filter({ hasText: '11,000 km' });
  await expect(row).toContainText('Waiting to be sent');
  await context.setOffline(false);
  await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
  await expect(row).toContainText('6.00 L/100 km');
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
});
