import { expect, fill, openForm, readingsOf, test, vehicleWithFills } from './app';
import { focusIsKept, press, write } from './by-keys';

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

test('without a mouse: a receipt of last month does not fit, and the entry in its way is corrected first', async ({
  page,
  person,
}) => {
  test.slow();
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/events`, fill('2026-11-12', 11_204, 35));
  await page.goto(`/vehicles/${id}`);
  const form = await openForm(page);
  await press(page, form.getByRole('button', { name: /^Today/ }));
  await form.getByLabel('Date').focus();
  // The same in whichever order a browser asks for day and month.
  await page.keyboard.type('11112026');
  await write(page, form.getByLabel('Odometer', { exact: true }), '11500');
  await write(page, form.getByLabel('Volume'), '40');
  await press(page, form.getByRole('button', { name: 'Save fuel-up' }));
  await press(page, form.getByRole('button', { name: /Correct 12 Nov( 2026)? instead/ }));
  await expect(form.getByRole('heading', { name: /Correct the entry of 12 Nov( 2026)?/ })).toBeVisible();
  await write(page, form.getByLabel('Odometer', { exact: true }), '12204');
  await write(page, form.getByLabel('Reason for the correction'), 'A digit was off.');
  await press(page, form.getByRole('button', { name: 'Save correction' }));
  await expect(form.getByLabel('Odometer', { exact: true })).toHaveValue('11500');
  await press(page, form.getByRole('button', { name: 'Save fuel-up' }));
  await expect(form).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: '11,500 km' })).toBeVisible();
  await focusIsKept(page);
  await expect.poll(() => readingsOf(person, id)).toEqual([12_204, 11_500, 10_500, 10_000]);
});
