import { expect, fill, openForm, test, vehicleWithFills } from './app';

test.beforeEach(async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/events`, fill('2026-11-08', 11_204, 35));
  await page.goto(`/vehicles/${id}`);
  await expect(page.getByText('11,204 km').first()).toBeVisible();
  const sheet = await openForm(page);
  await sheet.getByRole('button', { name: /^Today/ }).click();
  await sheet.getByLabel('Date').fill('2026-11-01');
  await sheet.getByLabel('Time').fill('');
  await sheet.getByLabel('Volume').fill('14');
});

test('a reading between no neighbours is drawn with both, and swapped digits are the first way out', async ({
  page,
}) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Odometer', { exact: true }).fill('18,050');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();

  const problem = sheet.getByRole('alert').filter({ hasText: 'This reading is out of order' });
  await expect(problem).toContainText('18,050 km is 6,846 km past the later one.');
  await expect(problem.getByRole('img')).toHaveAccessibleName(
    'Allowed between 10,500 and 11,204; 18,050 is outside',
  );

  await sheet.getByRole('button', { name: 'Use 10,850 km' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '10,850 km' })).toBeVisible();
});

test('a reading can be kept without counting it', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Odometer', { exact: true }).fill('99000');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await sheet.getByRole('button', { name: 'Save without counting it' }).click();
  const row = page.getByRole('listitem').filter({ hasText: '99,000 km' });
  await expect(row.locator('s')).toHaveText('99,000 km');
});

test('beside another reading of its day, at what time it was is asked for first (phone too, if thorough) @thorough', async ({
  page,
}) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Date').fill('2026-11-08');
  await sheet.getByLabel('Odometer', { exact: true }).fill('11100');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await sheet.getByRole('button', { name: 'Say at what time it was' }).click();
  await expect(sheet.getByLabel('Time')).toBeFocused();
  await expect(sheet.getByText('This reading is out of order')).toHaveCount(0);
  await sheet.getByRole('button', { expanded: true }).click();
  await expect(sheet.getByLabel('Time')).toHaveCount(0);
});

test('the neighbour in the way can be corrected first, and what was typed is still there (phone too)', async ({
  page,
}) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Odometer', { exact: true }).fill('11500');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await sheet.getByRole('button', { name: /Correct 8 Nov( 2026)? instead/ }).click();

  await expect(sheet.getByRole('heading', { name: /Correct the entry of 8 Nov( 2026)?/ })).toBeVisible();
  await sheet.getByLabel('Odometer', { exact: true }).fill('12,204');
  await sheet.getByLabel('Reason for the correction').fill('Misread the dial');
  await sheet.getByRole('button', { name: 'Save correction' }).click();

  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11500');
  await expect(sheet.getByLabel('Volume')).toHaveValue('14');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '11,500 km' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '12,204 km' })).toContainText('edited');
});

test('that the odometer was replaced is said first, and then what was typed fits', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Date').fill('2026-11-20');
  await sheet.getByLabel('Odometer', { exact: true }).fill('120');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await sheet.getByRole('button', { name: 'The odometer was replaced' }).click();

  await expect(sheet.getByLabel('Old one, last')).toHaveValue('11204');
  await sheet.getByLabel('Old one, last').fill('11300');
  await sheet.getByLabel('New one, first').fill('0');
  await sheet.getByRole('button', { name: 'Save odometer replacement' }).click();

  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('120');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(page.getByRole('link', { name: '11,300 km became 0 km' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '120 km' }).first()).toBeVisible();
});
