import { readFile } from 'node:fs/promises';
import { daysAgo, expect, lately, recordAll, test, vehicleWithFills } from './app';

test('the fleet sorts, filters and keeps both in its address', async ({ page, person }) => {
  await vehicleWithFills(person, 'Cuore');
  await person.api.post('/vehicles', { nickname: 'Anton', licensePlate: 'M-AN 1' });
  await page.goto('/fleet');
  const vehicles = page.getByRole('row').locator('td:first-child b');
  await expect(vehicles).toHaveText(['Cuore', 'Anton']); // silent since October

  await page.getByRole('button', { name: 'Vehicle', exact: true }).click();
  await expect(vehicles).toHaveText(['Anton', 'Cuore']);
  await expect(page).toHaveURL(/sort=vehicle/);
  await page.reload();
  await expect(vehicles).toHaveText(['Anton', 'Cuore']);

  await page.getByRole('button', { name: 'No entry, 14 days 1' }).click();
  await expect(vehicles).toHaveText(['Cuore']);
  await page.getByRole('button', { name: 'All 2' }).click();
  await page.getByRole('searchbox', { name: 'Search vehicles, plates and drivers' }).fill('m-an');
  await expect(vehicles).toHaveText(['Anton']);
  await page.getByRole('link', { name: 'Anton' }).last().click();
  await expect(page.getByRole('heading', { name: 'A clean sheet' })).toBeVisible();
});

test('what is shown of the fleet is exported, with names that no spreadsheet runs', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, '=HYPERLINK("x")', lately);
  await person.api.post(`/vehicles/${id}/events`, {
    type: 'expense',
    date: daysAgo(0),
    data: { category: 'toll', total: { amount: '40.00', currency: 'CHF' } },
  });
  await page.goto('/fleet');
  await expect(page.getByRole('cell', { name: 'CHF 40.00' })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const [head, row] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(head).toContain('Vehicle,Licence plate,Driver,"Odometer, km"');
  expect(head).toContain(',Currency 2,Cost this month 2,');
  expect(row).toContain(',CHF,40,40,');
  expect(row).toContain(`"'=HYPERLINK(""x"")",,,10500,0,5,L/100 km`);
});

test('columns are chosen by keys, stay chosen, and travel with the link and into the file @thorough', async ({
  page,
  person,
}) => {
  await vehicleWithFills(person, 'Cuore');
  await page.goto('/fleet?sort=month');
  const head = (name: string) => page.getByRole('columnheader', { name });
  await expect(head('Cost this month')).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  const box = page.getByRole('menuitemcheckbox', { name: 'Cost this month' });
  await expect(box).toBeChecked();
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await expect(box).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
  await expect(head('Cost this month')).toHaveCount(0);
  await expect(head('Anomaly')).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/\/fleet\?without=month$/);

  await page.goto('/fleet');
  await expect(head('Odometer')).toBeVisible();
  await expect(head('Cost this month')).toHaveCount(0);
  await expect(page).toHaveURL(/without=month/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const [titles] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(titles).toContain('Cost per km');
  expect(titles).not.toContain('Cost this month');

  await page.goto('/fleet?without=due');
  await expect(head('Cost this month')).toBeVisible();
  await expect(head('Next due')).toHaveCount(0);
});

test('of a plug-in hybrid the economy of each energy is shown, and has columns of its own in the file @thorough', async ({
  page,
  person,
}) => {
  const vehicle = await vehicleWithFills(person, 'Kuga', lately);
  const charge = (date: string, km: number, kWh: number) => ({
    type: 'charge',
    date,
    odometer: { value: km, unit: 'km' },
    data: {
      added: { value: kWh, unit: 'kWh' },
      endPercent: 100,
      startedAt: `${date}T20:00:00Z`,
      charger: 'home',
    },
  });
  await recordAll(person.api, vehicle, [charge(daysAgo(30), 10_520, 9), charge(daysAgo(23), 10_570, 10)]);
  await page.goto('/fleet');
  const economies = page.getByRole('row').locator('.fleet__economy');
  await expect(economies).toContainText(['20.0 kWh/100 km', '5.00 L/100 km']);
  await expect(economies).toContainText(['Electric', 'Petrol']);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const [head, row] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(head).toContain('Economy,Economy unit,"Above usual, %",Energy,Economy 2,Economy unit 2');
  expect(row).toContain('20,kWh/100 km,0,Electric,5,L/100 km,0,Petrol');
});
