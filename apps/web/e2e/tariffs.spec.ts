import { expect, openForm, test } from './app';

test('a price by the hours is entered, and a charge shows what it costs by it before it is saved @thorough', async ({
  page,
  person,
}) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', {
    nickname: 'ID.3',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    energies: ['electricity'],
  });
  await page.goto(`/vehicles/${id}/tariffs`);
  await page.getByLabel('Price per kWh').fill('0.35');
  await page.getByLabel('From', { exact: true }).fill('2026-01-01');
  await page.getByRole('button', { name: 'Add hours' }).click();
  await page.getByRole('group').getByLabel('Price per kWh').fill('0.20');
  await page.getByRole('button', { name: 'Save the price' }).click();
  await expect(page.getByText('Every day, 22:00 to 06:00')).toBeVisible();
  await expect(page.getByText('€0.20/kWh')).toBeVisible();

  const sheet = await openForm(page);
  await sheet.getByRole('radio', { name: 'Charge' }).click();
  await sheet.getByLabel('Into the battery').fill('13');
  await sheet.getByLabel('Started').fill('2026-10-24T20:00');
  await expect(sheet.getByLabel('Date', { exact: true })).toHaveValue('2026-10-24');
  await expect(sheet.getByLabel('Time', { exact: true })).toHaveValue('20:00');
  await sheet.getByLabel('Ended').fill('2026-10-25T08:00');
  await sheet.getByLabel('Charger').selectOption('home');
  await expect(sheet.getByText('€3.20')).toBeVisible();
  await expect(sheet.getByText('9.0 kWh at €0.20')).toBeVisible();
});
