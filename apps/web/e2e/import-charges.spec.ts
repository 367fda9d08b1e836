import { readFile } from 'node:fs/promises';
import { expect, test, vehicleWithFills } from './app';

const sample = new URL('../../../libs/imports/samples/fuelio.csv', import.meta.url);

test('charges of a file come in once it is said what they are counted in, by the clock that is said @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Kuga');
  const text = (await readFile(sample, 'utf8')).replace('"211"', '"601"');
  await page.goto(`/import?vehicle=${id}`);
  const file = { name: 'kuga.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  const unsaid = page.getByRole('table').getByText('A charge. Say above what it is counted in.');
  await expect(unsaid).toBeVisible();
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin');
  await page.getByLabel('Charges').selectOption('Kilowatt-hours');
  await expect(unsaid).toHaveCount(0);
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await expect(page.getByRole('table').getByText('41.2 kWh to 100 %, Allguth')).toBeVisible();
});
