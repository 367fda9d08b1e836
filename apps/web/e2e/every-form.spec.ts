import { expect, openForm, overdueOil, test, vehicleWithFills } from './app';

test.beforeEach(async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await expect(page.getByText('10,500 km').first()).toBeVisible();
  await openForm(page);
});

test('a fuel-up works out whichever of volume, price and total was typed longest ago', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Price')).toHaveValue('1.600');
  await sheet.getByLabel('Volume').fill('20');
  await expect(sheet.getByLabel('Total')).toHaveValue('32.00');
  await sheet.getByLabel('Total').fill('33');
  await expect(sheet.getByLabel('Price')).toHaveValue('1.650');
});

test('a fuel-up without a volume is pointed at, by the rules of the server, before anything is sent', async ({
  page,
}) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Odometer', { exact: true }).fill('11000');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(sheet.getByLabel('Volume')).toHaveAttribute('aria-invalid', 'true');
  await expect(sheet.getByText('This is missing.')).toBeVisible();
});

test('a partial fill says when it will count @thorough', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Odometer', { exact: true }).fill('10900');
  await sheet.getByLabel('Volume').fill('12');
  await sheet.getByRole('radio', { name: 'Partial' }).click();
  await expect(sheet.getByText('A partial fill counts with the next full one.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  const row = page.getByRole('listitem').filter({ hasText: '10,900 km' });
  await expect(row).toContainText('partial');
  await expect(row).toContainText('Counts with the next full fill');
});

test('a fuel-up that is corrected stands beside other counts, where there are any @thorough', async ({
  page,
}) => {
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '25.00 L at €1.60/L' }).click();
  await page.getByRole('button', { name: 'Correct' }).click();
  const scale = page.getByRole('img', { name: 'against a usual' });
  await expect(scale).toContainText('usual');
  await expect(scale).not.toContainText('fill');
});

test('a service takes several works, a workshop and a total', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await sheet.getByRole('button', { name: 'Add work' }).click();
  await sheet.getByLabel('Kind', { exact: true }).nth(1).selectOption('oil-filter');
  await expect(sheet.getByText('This is missing.')).toHaveCount(0);
  await sheet.getByLabel('Kind', { exact: true }).first().selectOption('engine-oil');
  await sheet.getByLabel('Total').fill('129.50');
  await sheet.getByLabel('Workshop').fill('Autohaus Brandl');
  await sheet.getByRole('button', { name: 'Save service, €129.50' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Engine oil, Oil filter' });
  await expect(row).toContainText('Autohaus Brandl');
  await expect(row).toContainText('€129.50');
});

test('an odometer reading stands on the timeline by its number', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Odometer', exact: true }).click();
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,234');
  await sheet.getByRole('button', { name: 'Save odometer' }).click();
  await expect(page.getByRole('link', { name: '11,234 km' })).toBeVisible();
});

test('an expense has a category, and a refund is green', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Expense' }).click();
  await sheet.getByLabel('Category').selectOption('insurance');
  await sheet.getByLabel('Total').fill('-62.40');
  await sheet.getByLabel('Description').fill('No-claims bonus');
  await sheet.getByRole('button', { name: 'Save expense' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'No-claims bonus' });
  await expect(row.locator('.in')).toHaveText('−€62.40');
});

test('a reminder appears in the garage with how far off it is', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Reminder' }).click();
  await sheet.getByLabel('Title').fill('Oil and filter');
  await sheet.getByLabel('Due at', { exact: true }).fill('11000');
  await sheet.getByRole('button', { name: 'Save reminder' }).click();
  await expect(page.getByRole('link', { name: /^Reminder set: Oil and filter/ })).toBeVisible();
  // The row is there before the answer: only what was saved is on another page.
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('at 11,000 km').first()).toBeVisible();
});

test('a note is kept in its own words', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Note' }).click();
  await sheet.getByLabel('Note', { exact: true }).fill('Rattle from the rear left, only cold');
  await sheet.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByRole('link', { name: 'Rattle from the rear left, only cold' })).toBeVisible();
});

test('a charge tells what the battery took and where', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Charge' }).click();
  await sheet.getByLabel('Into the battery').fill('38.2');
  const [before, after] = [sheet.getByLabel('Charge before, %'), sheet.getByLabel('Charge after, %')];
  expect((await before.boundingBox())!.y).toBe((await after.boundingBox())!.y);
  await before.fill('22');
  await after.fill('80');
  await sheet.getByLabel('Charger').selectOption('home');
  await sheet.getByLabel('Total').fill('11.79');
  await sheet.getByRole('button', { name: 'Save charge, €11.79' }).click();
  const row = page.getByRole('listitem').filter({ hasText: '38.2 kWh, 22 to 80 %, at home' });
  await expect(row).toContainText('€11.79');
});

test('new tyres have a size, a place and a warranty @thorough', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await sheet.getByLabel('Kind', { exact: true }).selectOption('tyres');
  await sheet.getByText('More details').first().click();
  await sheet.getByLabel('Brand').fill('Nokian');
  await sheet.getByLabel('Size').fill('205/55 R16 94V');
  await sheet.getByLabel('Position').selectOption('front');
  await sheet.getByLabel('Warranty until').fill('2029-11-21');
  await sheet.getByRole('button', { name: 'Save service' }).click();
  await page.getByRole('link', { name: 'Tyres' }).click();
  await expect(page.getByText('205/55 R16 94V', { exact: true })).toBeVisible();
});

test('an inspection, a document and the purchase have their forms @thorough', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Inspection' }).click();
  await sheet.getByLabel('Result').selectOption('passed');
  await sheet.getByLabel('Valid until').fill('2028-11-30');
  await sheet.getByRole('button', { name: 'Save inspection' }).click();
  await expect(page.getByRole('link', { name: /^Passed, valid until/ })).toBeVisible();
  await openForm(page);
  await sheet.getByRole('radio', { name: 'Document' }).click();
  await sheet.getByLabel('Kind', { exact: true }).selectOption('insurance');
  await sheet.getByLabel('Title').fill('Green card');
  await sheet.getByRole('button', { name: 'Save document' }).click();
  await expect(page.getByRole('link', { name: 'Green card' })).toBeVisible();
  await openForm(page);
  await sheet.getByRole('radio', { name: 'Acquired' }).click();
  await sheet.getByLabel('Total').fill('8900');
  await sheet.getByRole('button', { name: 'Save purchase, €8,900.00' }).click();
  await expect(page.getByRole('link', { name: 'Acquired', exact: true })).toBeVisible();
});

test('what was taken out comes back as it was @thorough', async ({ page }) => {
  await page.keyboard.press('Escape');
  await page.getByRole('listitem').filter({ hasText: '10,500 km' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'More: take out, copy link' }).click();
  await page.getByRole('menuitem', { name: 'Take out' }).click();
  await page.getByRole('button', { name: 'Take out' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('10,500 km').first()).toBeVisible();
});

test('what was just saved can be undone', async ({ page }) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Note' }).click();
  await sheet.getByLabel('Note', { exact: true }).fill('A slip');
  await sheet.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByRole('link', { name: 'A slip' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'A slip' })).toBeHidden();
});

test('beside the form stands the last of its kind, and what the work settles @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Octavia');
  const brakes = { items: [{ kind: 'brake-pads' }], total: { amount: '152.00', currency: 'EUR' } };
  await person.api.post(`/vehicles/${id}/events`, { type: 'maintenance', date: '2026-10-02', data: brakes });
  await person.api.post(`/vehicles/${id}/reminders`, overdueOil);
  await page.goto(`/vehicles/${id}`);
  await expect(page.getByText('Brake pads')).toBeVisible();
  const sheet = await openForm(page);
  await sheet.getByRole('radio', { name: 'Service' }).click();
  const beside = sheet.locator('.beside');
  await expect(beside.filter({ hasText: 'Last time' })).toContainText('2 Oct 2026');
  await expect(beside.filter({ hasText: 'Oil and filter' })).toContainText('days over');
  await sheet.getByLabel('Kind', { exact: true }).selectOption('engine-oil');
  await expect(beside.filter({ hasText: 'Oil and filter' })).toContainText('settled by this');
  await expect(sheet.getByText('Nothing like it was entered here before.')).toBeVisible();
  await sheet.getByRole('radio', { name: 'Sold' }).click();
  await expect(sheet.getByText('It leaves the garage', { exact: false })).toBeVisible();
});
