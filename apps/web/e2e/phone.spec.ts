import { expect, overdueOil, test, vehicleWithFills } from './app';

test.use({ mannered: true });

test('with one hand at the pump: three taps and two numbers make a fuel-up, the rest is habit', async ({
  page,
  person,
}) => {
  await vehicleWithFills(person);
  await page.goto('/');
  await page.getByRole('button', { name: 'Add entry' }).tap();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Odometer', { exact: true })).toBeFocused();
  await page.keyboard.type('11000');
  await sheet.getByLabel('Volume').tap();
  await page.keyboard.type('26');
  await expect(sheet.getByLabel('Price')).toHaveValue('1.600');
  await expect(sheet.getByLabel('Total')).toHaveValue('41.60');
  await expect(sheet.getByText('5.20', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: 'Save fuel-up' }).tap();
  await expect(sheet).toBeHidden();
  await page.getByRole('link', { name: 'Timeline' }).tap();
  await expect(page.getByText('11,000 km').first()).toBeVisible();
});

test('an entry takes the whole screen, and gives it back', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('link', { name: '25.00 L at €1.60/L' }).tap();
  const panel = page.getByRole('complementary', { name: /Fuel-up of/ });
  expect(await panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 });
  await page.goBack();
  await expect(panel).toBeHidden();
});

test('nothing is wider than the phone', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/reminders`, overdueOil);
  for (const address of [
    '/',
    `/vehicles/${id}`,
    '/reminders',
    `/vehicles/${id}/overview`,
    '/fleet',
    '/design',
    `/vehicles/${id}/edit`,
    '/vehicles/new',
    '/import',
    '/settings',
  ]) {
    await page.goto(address);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});
