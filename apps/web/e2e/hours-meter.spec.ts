import { expect, openForm, test } from './app';

test('hours that do not fit are drawn with both neighbours; tenths, void and a replaced meter lead out @thorough', async ({
  page,
  person,
}) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', {
    nickname: 'Tractor',
    timeZone: 'Europe/Berlin',
  });
  const hours = (date: string, value: number) =>
    person.api.post(`/vehicles/${id}/events`, { type: 'hours-meter', date, data: { hours: value } });
  await hours('2026-10-01', 1200);
  await hours('2026-11-08', 1210);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByRole('radio', { name: 'Hours meter', exact: true }).click();
  await sheet.getByLabel('Date').fill('2026-11-01');
  const typed = sheet.getByLabel('Hours meter', { exact: true });
  await typed.fill('12,045');
  const save = sheet.getByRole('button', { name: 'Save hours meter' });
  await save.click();

  const problem = sheet.getByRole('alert').filter({ hasText: 'This reading is out of order' });
  await expect(problem).toContainText('12,045 h is 10,835 h past the later one.');
  await expect(problem.getByRole('img')).toHaveAccessibleName(
    'Allowed between 1,200 and 1,210; 12,045 is outside',
  );
  await sheet.getByRole('button', { name: 'Use 1,204.5 h' }).click();
  await expect(page.getByRole('link', { name: '1,204.5 h' })).toBeVisible();

  await openForm(page);
  await sheet.getByRole('radio', { name: 'Hours meter', exact: true }).click();
  await expect(sheet.getByLabel('Date')).toHaveValue('2026-11-01');
  await sheet.getByRole('button', { name: 'Back to today' }).click();
  await typed.fill('7');
  await save.click();
  await sheet.getByRole('button', { name: 'The hours meter was replaced' }).click();
  await expect(sheet.getByLabel('Old meter at last, h')).toHaveValue('1210');
  await sheet.getByLabel('New meter at first, h').fill('0');
  await sheet.getByRole('button', { name: 'Save hours meter replacement' }).click();
  await expect(typed).toHaveValue('7');
  await save.click();
  await expect(page.getByRole('link', { name: '1,210 h became 0 h' })).toBeVisible();
  await expect(page.getByRole('link', { name: '7 h', exact: true })).toBeVisible();
});
