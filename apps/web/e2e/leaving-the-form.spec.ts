import { daysAgo, expect, fill, openForm, saveOutOfOrder, test, vehicleWithFills } from './app';

test('what was typed is not lost by a press beside the form, nor by Escape', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  const question = page.getByRole('dialog', { name: 'Discard what you typed?' });
  await page.mouse.click(5, 5);
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(question).toHaveCount(0);
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,000');

  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('receipts of an earlier day are typed one after the other, which is said, with a way back to today @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Cuore', ['2024-05-01', '2024-05-20']);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByRole('button', { name: /^Today/ }).click();
  await sheet.getByLabel('Date').fill('2024-05-22');
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume', { exact: true }).fill('25');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(sheet).toBeHidden();

  await openForm(page);
  await expect(sheet.getByText('As the entry before: 22 May 2024.')).toBeVisible();
  await sheet.getByRole('radio', { name: 'Charge' }).click();
  await expect(sheet.getByLabel('Started')).toHaveValue(/^2024-05-22T/);
  await sheet.getByLabel('Date').fill('2024-05-23');
  await expect(sheet.getByLabel('Started')).toHaveValue(/^2024-05-23T/);
  await expect(sheet.getByText('As the entry before')).toHaveCount(0);
  await sheet.getByLabel('Date').fill('2024-05-22');
  await sheet.getByRole('button', { name: 'Back to today' }).click();
  await expect(sheet.getByLabel('Date')).toHaveValue(daysAgo(0));
  await expect(sheet.getByLabel('Started')).toHaveValue(new RegExp(`^${daysAgo(0)}T`));
});

test('a form in which nothing was typed closes at once @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await openForm(page);
  await page.mouse.click(5, 5);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('another kind of entry keeps when it was, the odometer and the notes, and gives back its own @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume', { exact: true }).fill('23.4');
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await expect(sheet.getByLabel('Total')).toBeVisible();
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,000');
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,001');
  await sheet.getByLabel('Workshop').fill('Hansen');

  await sheet.getByRole('radio', { name: 'Fuel-up' }).click();
  await expect(sheet.getByLabel('Volume', { exact: true })).toHaveValue('23.4');
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,001');
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await expect(sheet.getByLabel('Workshop')).toHaveValue('Hansen');
});

test('another vehicle keeps what was typed, and fills in what is usual for it @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const other = await vehicleWithFills(person, 'Other');
  const { data, ...last } = fill('2026-10-21', 10_600, 5);
  await person.api.post(`/vehicles/${other.id}/events`, {
    ...last,
    data: { ...data, station: { name: 'Elsewhere' } },
  });
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume', { exact: true }).fill('23.4');
  await sheet.getByRole('radio', { name: 'Partial' }).click();
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(sheet.getByText('Elsewhere')).toBeVisible();
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,000');
  await expect(sheet.getByRole('radio', { name: 'Partial' })).toBeChecked();
  await expect(sheet.getByLabel('Volume', { exact: true })).toHaveValue('23.4');
  await expect(sheet.getByText('as usual')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Discard what you typed?' })).toBeVisible();
});

test('what was typed outlasts a vehicle that is chosen before the form of the one before it is there @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const [second, third] = [await vehicleWithFills(person, 'Second'), await vehicleWithFills(person, 'Third')];
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume', { exact: true }).fill('23.4');
  const held = Promise.withResolvers<void>();
  await page.route(`**/vehicles/${second.id}/timeline?type=fuel*`, async (route) => {
    await held.promise;
    await route.continue();
  });
  await sheet.getByLabel('Add to').selectOption(second.id);
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveCount(0);
  await sheet.getByLabel('Add to').selectOption(third.id);
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,000');
  await expect(sheet.getByLabel('Volume', { exact: true })).toHaveValue('23.4');
  held.resolve();
});

test('a total that was typed stays with another vehicle and kind, and the price follows the volume @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const other = await vehicleWithFills(person, 'Other');
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  const volume = sheet.getByLabel('Volume', { exact: true });
  const price = sheet.getByLabel('Price', { exact: true });
  const total = sheet.getByLabel('Total', { exact: true });
  await volume.fill('40');
  await total.fill('70');
  await expect(price).toHaveValue('1.750');
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(price).toHaveValue('1.750');
  await volume.fill('41');
  await expect(price).toHaveValue('1.707');
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await expect(sheet.getByLabel('Workshop')).toBeVisible();
  await sheet.getByRole('radio', { name: 'Fuel-up' }).click();
  await volume.fill('42');
  await expect(price).toHaveValue('1.667');
  await expect(total).toHaveValue('70');
});

test('the kinds that were picked before outlast a replaced odometer, said first of this vehicle @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await vehicleWithFills(person, 'Other');
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await saveOutOfOrder(sheet);
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await sheet.getByLabel('Workshop').fill('Hansen');
  await sheet.getByRole('radio', { name: 'Fuel-up' }).click();
  await expect(sheet.getByLabel('Add to')).toBeVisible();
  await sheet.getByRole('button', { name: 'The odometer was replaced' }).click();
  await sheet.getByLabel('New one, first').fill('0');
  await expect(sheet.getByLabel('Add to')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Save odometer replacement' }).click();

  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('120');
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await expect(sheet.getByLabel('Workshop')).toHaveValue('Hansen');
});

test('the kinds that were picked before outlast an entry that is refused, for another vehicle too @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const other = await vehicleWithFills(person, 'Other');
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await sheet.getByLabel('Workshop').fill('Hansen');
  await sheet.getByRole('radio', { name: 'Fuel-up' }).click();
  await saveOutOfOrder(sheet);
  await page.keyboard.press('Escape');
  await page
    .getByRole('dialog', { name: 'Discard what you typed?' })
    .getByRole('button', { name: 'Keep editing' })
    .click();
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(sheet.getByRole('button', { name: 'Save fuel-up' })).toBeVisible();
  await sheet.getByRole('radio', { name: 'Service' }).click();
  await expect(sheet.getByLabel('Workshop')).toHaveValue('Hansen');
});
