import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, freshEmail, openForm, password, test } from './app';

const history = path.join(import.meta.dirname, 'fuelly-fuelups-polo.csv');

test('a new person brings a history, logs a fuel-up, and reads its economy on the timeline (phone too)', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/sign-in/);
  await page.getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('Name').fill('Jana Weber');
  await page.getByLabel('E-mail').fill(freshEmail());
  await page.getByLabel('Password').fill(password);
  await page.getByRole('checkbox', { name: 'I have read the terms and accept them' }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('link', { name: 'Skip for now' }).click();

  await expect(page.getByRole('heading', { name: 'Add your vehicle' })).toBeVisible();
  await page.getByLabel('VIN or nickname').fill('Polo');
  await page.getByRole('button', { name: 'Add vehicle' }).click();
  await expect(page.getByRole('heading', { name: 'A clean sheet' })).toBeVisible();

  await page.getByRole('link', { name: 'Import a history' }).click();
  await page.getByLabel('Drop a file here, or choose one').setInputFiles(history);
  await expect(page.getByText(/Fuelly.*12 rows/)).toBeVisible();
  await page.getByRole('button', { name: 'Import 12 entries' }).click();
  await expect(page.getByText('12 entries added to Polo.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the timeline' }).click();

  const newest = page.getByRole('listitem').filter({ hasText: '29.79' });
  await expect(newest).toContainText('46,850 km');
  await expect(newest).toContainText('5.66 L/100 km');

  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('47,350');
  await sheet.getByLabel('Volume').fill('26');
  await sheet.getByLabel('Price').fill('1.700');
  await expect(sheet.getByLabel('Total')).toHaveValue('44.20');
  await expect(sheet.getByText('This fill will give')).toBeVisible();
  await expect(sheet.getByText('5.20', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: 'Save fuel-up, €44.20' }).click();

  const logged = page.getByRole('listitem').filter({ hasText: '47,350 km' });
  await expect(logged).toContainText('5.20 L/100 km');
  await expect(logged).toContainText('€44.20');
});

test('the same file again adds nothing and says so, and an import can be taken back', async ({
  page,
  person,
}) => {
  const vehicle = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Polo' });
  await page.goto(`/import?vehicle=${vehicle.id}`);
  const file = page.getByLabel('Drop a file here, or choose one');
  await file.setInputFiles(history);
  await page.getByRole('button', { name: 'Import 12 entries' }).click();
  await expect(page.getByText('12 entries added to Polo.')).toBeVisible();

  await page.getByRole('button', { name: 'Other file' }).click();
  await file.setInputFiles(history);
  await expect(page.getByText('Nothing in this file is new. 12 are there already.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing new to import' })).toBeDisabled();

  await page
    .getByRole('listitem')
    .filter({ hasText: 'fuelly-fuelups-polo.csv' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByText('The import has been taken back.')).toBeVisible();
  await page.goto(`/vehicles/${vehicle.id}`);
  await expect(page.getByRole('heading', { name: 'A clean sheet' })).toBeVisible();
});

test('in an empty garage the vehicle of a file is made beside it, and what is imported where is said', async ({
  page,
  person: _person,
}) => {
  await page.goto('/import');
  await page.getByLabel('Drop a file here, or choose one').setInputFiles(history);
  const name = page.getByLabel('Whose history is it?');
  await name.clear();
  await page.getByRole('button', { name: 'Add vehicle and check the file' }).click();
  await expect(name).toHaveAccessibleDescription('This is missing.');
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toHaveCount(0);
  await name.fill('Polo');
  await page.getByRole('button', { name: 'Add vehicle and check the file' }).click();
  await expect(page.getByText('12 entries will be added to Polo.')).toBeVisible();
  await expect(page.getByLabel('Vehicle', { exact: true }).locator('option:checked')).toHaveText('Polo');
  await expect(page.getByLabel('Currency')).toHaveValue('EUR');
  await page.getByRole('button', { name: 'Import 12 entries' }).click();
  await expect(page.getByText('12 entries added to Polo.')).toBeVisible();
});

test('a file that is no history says what to do', async ({ page, person }) => {
  await person.api.post('/vehicles', { nickname: 'Polo' });
  await page.goto('/import');
  await page
    .getByLabel('Drop a file here, or choose one')
    .setInputFiles({ name: 'shopping.csv', mimeType: 'text/csv', buffer: Buffer.from('milk,bread\n1,2\n') });
  await expect(page.getByRole('alert').filter({ hasText: 'No known tracker' })).toBeVisible();
  await expect(page.getByText('Cannot be imported')).toBeVisible();
  await expect(page.getByLabel('Distance')).toHaveCount(0);
});

test('a reading that was mistyped in the file is put right before anything is saved', async ({
  page,
  person,
}) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Polo' });
  const mistyped = (await readFile(history, 'utf8')).replace(',45804.0,', ',458040.0,');
  await page.goto(`/import?vehicle=${id}`);
  await page
    .getByLabel('Drop a file here, or choose one')
    .setInputFiles({ name: 'polo.csv', mimeType: 'text/csv', buffer: Buffer.from(mistyped) });
  await expect(page.getByRole('button', { name: 'Import 11 entries' })).toBeVisible();
  await page.getByRole('button', { name: 'Refused 1' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /^Row 3: Use 45,804 km$/ }).click();
  await expect(page.getByRole('button', { name: 'All 12', pressed: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Row 3: As in the file' })).toBeVisible();
  await expect(page.getByRole('row', { name: '45,804 km' })).toContainText('In the file: 458,040 km');
  await page.getByRole('button', { name: 'Import 12 entries' }).click();
  await expect(page.getByText('12 entries added to Polo.')).toBeVisible();
});

test('an import says where the economy of the other tracker is not ours, and opens the entry @thorough', async ({
  page,
  person,
}) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Polo' });
  const written = await readFile(history, 'utf8');
  const [head, ...fills] = written.split('\n');
  const missed = fills.map((fill, index) => (index === 1 ? fill.replace('"","",0,0', '"","",1,0') : fill));
  await page.goto(`/import?vehicle=${id}`);
  const file = { name: 'polo.csv', mimeType: 'text/csv' };
  const choose = page.getByLabel('Drop a file here, or choose one');
  await choose.setInputFiles({ ...file, buffer: Buffer.from(written) });
  await expect(page.getByText('Our economy equals Fuelly’s on all 11 counts.')).toBeVisible();
  await page.getByRole('button', { name: 'Other file' }).click();
  await choose.setInputFiles({ ...file, buffer: Buffer.from([head, ...missed].join('\n')) });
  await expect(page.getByText('Our economy equals Fuelly’s on 10 of 11 counts.')).toBeVisible();
  await page.getByRole('button', { name: 'Show the 1' }).click();
  const differing = page.getByRole('row', { name: '46,324 km' });
  await expect(differing).toContainText('Fuelly: 17.32 km/L. Here: not known.');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Import 12 entries' }).click();
  await page.getByRole('link', { name: 'Open the entry' }).click();
  await expect(page.getByRole('complementary', { name: /Fuel-up of/ })).toBeVisible();
});
