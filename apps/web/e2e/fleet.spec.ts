import { readFile } from 'node:fs/promises';
import { expect, test, vehicleWithFills } from './app';

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
  await vehicleWithFills(person, '=HYPERLINK("x")');
  await page.goto('/fleet');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const [head, row] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(head).toContain('Vehicle,Licence plate,Driver,"Odometer, km"');
  expect(row).toContain(`"'=HYPERLINK(""x"")",,,10500,0,5,L/100 km`);
});
