import { readFile } from 'node:fs/promises';
import { expect, fill, lately, recordAll, sampleVehicle, test, toldDay, vehicleWithFills } from './app';

/** Of a month so many months ago. */
function dayOfMonth(ago: number, day: number): string {
  const today = new Date();
  const found = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago, day));
  return found.toISOString().slice(0, 10);
}

test('a year of economy, cost and distance is drawn, and each picture has its table', async ({
  page,
  person,
}) => {
  const [first, second] = [dayOfMonth(2, 1), dayOfMonth(2, 20)];
  const [added, last] = [dayOfMonth(1, 10), dayOfMonth(1, 15)];
  const { id } = await vehicleWithFills(person, 'Cuore', [first, second]);
  await person.api.post(`/vehicles/${id}/events`, { ...fill(added, 11_000, 0), ...partial });
  await person.api.post(`/vehicles/${id}/events`, fill(last, 11_300, 32));
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('link', { name: 'Overview' }).click();

  const economy = page.getByRole('figure', { name: 'Economy' });
  await expect(economy.getByRole('img')).toHaveAccessibleName(
    /^Petrol between .* L\/100 km, latest 5\.25\.$/,
  );
  await economy.getByText('Show as table').click();
  await expect(economy.getByRole('row', { name: `${toldDay(last)}, with a partial` })).toContainText('5.25');
  await expect(economy.getByRole('row', { name: toldDay(second) })).toContainText('5.00');

  const costs = page.getByRole('figure', { name: 'Cost by month' });
  await costs.getByText('Show as table').click();
  await expect(costs.getByRole('row', { name: toldDay(second).replace(/^\d+ /, '') })).toContainText(
    '€88.00',
  );

  const odometer = page.getByRole('figure', { name: 'Odometer' });
  await expect(odometer.getByText(/a day; about/)).toBeVisible();
});

test('a drawing is as wide as the page of a phone on its side @thorough', async ({ page, person }) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  const drawings = page.getByRole('figure').getByRole('img');
  for (const width of [568, 660]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/vehicles/${id}/overview`);
    await expect(drawings).toHaveCount(3);
    for (const drawing of await drawings.all()) {
      expect((await drawing.boundingBox())!.width).toBeGreaterThan(width - 40);
    }
  }
});

test('a chart is saved as a file that a spreadsheet reads, and as a picture', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person, 'Cuore', lately);
  await page.goto(`/vehicles/${id}/overview`);
  const economy = page.getByRole('figure', { name: 'Economy' });

  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    economy.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/^Cuore Economy \d{4}-\d\d-\d\d\.csv$/);
  expect(await readFile(await csv.path(), 'utf8')).toBe(
    `\uFEFFEnergy,Until,"Distance, km",Amount,L/100 km\r\nPetrol,${lately[1]},500,25,5\r\n`,
  );

  const [png] = await Promise.all([
    page.waitForEvent('download'),
    economy.getByRole('button', { name: 'PNG' }).click(),
  ]);
  const picture = await readFile(await png.path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBeGreaterThan(1000);
});

test('pictures go back three years, or to the beginning, with their tables, and look back as far @thorough', async ({
  page,
  person,
}) => {
  const [oldest, old] = [dayOfMonth(62, 3), dayOfMonth(61, 3)];
  const { id } = await vehicleWithFills(person, 'Cuore', [oldest, old]);
  await recordAll(person.api, { id }, [fill(lately[0], 40_000, 30), fill(lately[1], 40_500, 25)]);
  await page.goto(`/vehicles/${id}/overview`);
  const spans = page.getByRole('navigation', { name: 'Span of the pictures' });
  const costs = page.getByRole('figure', { name: 'Cost by month' });
  const readings = page.getByRole('figure', { name: 'Odometer' }).locator('tbody tr');
  await expect(costs).toContainText('in 12 months');
  await expect(readings).toHaveCount(2);

  await spans.getByRole('link', { name: 'Everything' }).click();
  await expect(page).toHaveURL(/overview\?span=all$/);
  await expect(costs).toContainText('in 63 months');
  await expect(costs.locator('tbody tr')).toHaveCount(63);
  await expect(readings).toHaveCount(4);
  await expect(spans.getByRole('link', { name: 'Everything' })).toHaveAttribute('aria-current', 'page');
  const economy = page.getByRole('figure', { name: 'Economy' });
  await expect(economy.locator('tbody')).toContainText(toldDay(old));

  await page.goto(`/vehicles/${id}/overview?span=all&asOf=${lately[0]}`);
  await expect(readings).toHaveCount(3);
  await spans.getByRole('link', { name: '3 years' }).click();
  await expect(page).toHaveURL(new RegExp(`asOf=${lately[0]}&span=3y$`));
  await expect(costs).toContainText('in 36 months');
});

test('without entries the overview says what brings the first figure', async ({ page, person }) => {
  const vehicle = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Polo' });
  await page.goto(`/vehicles/${vehicle.id}/overview`);
  await expect(page.getByText('A figure appears with the second full tank.')).toBeVisible();
  await expect(page.getByText('The first reading starts the line.')).toBeVisible();
});

const partial = {
  data: {
    volume: { value: 10, unit: 'L' },
    total: { amount: '16.00', currency: 'EUR' },
    energy: 'petrol',
    fill: 'partial',
  },
};
