import { expect, test } from './app';

test('from a template to a completed service, and back again', async ({ page, person }) => {
  const vehicle = await person.api.post<{ id: string }>('/vehicles', {
    nickname: 'Octavia',
    timeZone: 'Europe/Berlin',
  });
  await page.goto('/reminders');
  await page.getByRole('button', { name: 'New reminder' }).filter({ visible: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Remind me' }).click();
  await expect(dialog.getByLabel('What')).toHaveAccessibleDescription('This is missing.');
  await dialog.getByLabel('Begin from').selectOption('Engine oil and filter');
  await expect(dialog.getByLabel('What')).toHaveValue('Engine oil and filter');
  await dialog.getByLabel('Due on').fill('2026-01-15');
  const months = dialog.getByLabel('Every', { exact: true });
  await months.fill('1.5');
  await dialog.getByRole('button', { name: 'Remind me' }).click();
  await expect(months).toHaveAccessibleDescription(/Write a whole number/);
  await months.fill('12');
  await dialog.getByRole('button', { name: 'Remind me' }).click();

  const row = page.getByRole('listitem').filter({ hasText: 'Engine oil and filter' });
  await expect(row).toContainText('every 15,000 km or 12 months');
  await expect(page.getByRole('heading', { name: 'Due 1' })).toBeVisible();
  await page.goto('/');
  await expect(row.last()).toContainText('Octavia, every 15,000 km or 12 months');
  await page.goto('/reminders');
  await row.getByRole('button', { name: 'Log it' }).click();
  await dialog.getByLabel('Odometer').fill('84210');
  const total = dialog.getByLabel('Total');
  await total.fill('89.905');
  await dialog.getByRole('button', { name: 'Log the service' }).click();
  await expect(total).toHaveAccessibleDescription(/at most 2 digits after the point/);
  await total.fill('89.90');
  const day = dialog.getByLabel('Date', { exact: true });
  await expect(day).toHaveAttribute('aria-describedby', 'done-date-hint');
  const today = await day.inputValue();
  await day.clear();
  await expect(day).not.toHaveAttribute('aria-describedby');
  await day.fill(today);
  await dialog.getByRole('button', { name: 'Log the service' }).click();

  await expect(page.getByRole('heading', { name: 'Later 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Due 1' })).toBeVisible();
  await row.getByRole('button', { name: 'Log it' }).click();
  await dialog.getByLabel('Odometer').fill('84210');
  await dialog.getByRole('button', { name: 'Log the service' }).click();
  await expect(page.getByRole('heading', { name: 'Later 1' })).toBeVisible();
  await page.goto(`/vehicles/${vehicle.id}`);
  await expect(page.getByText('Engine oil', { exact: true }).first()).toBeVisible();
});

test('by the hours meter and a kind of work, with the keys alone', async ({ page, person }) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', {
    nickname: 'Tractor',
    timeZone: 'Europe/Berlin',
  });
  const date = '2026-11-01';
  await person.api.post(`/vehicles/${id}/events`, { type: 'hours-meter', date, data: { hours: 1490 } });
  await page.goto('/reminders');
  await page.getByRole('button', { name: 'New reminder' }).filter({ visible: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What').focus();
  await page.keyboard.type('Grease the loader');
  await page.keyboard.press('Tab');
  await dialog.getByLabel('Due at hours').focus();
  await page.keyboard.type('1500');
  await page.keyboard.press('Tab');
  await expect(dialog.getByLabel('Every', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('50');
  await page.keyboard.press('Tab');
  await expect(dialog.getByLabel('Kind of work')).toBeFocused();
  await page.keyboard.type('General');
  await expect(dialog.getByLabel('Kind of work')).toHaveValue('general-service');
  await dialog.getByLabel('What').focus();
  await page.keyboard.press('Enter');

  const row = page.getByRole('listitem').filter({ hasText: 'Grease the loader' });
  await expect(row).toContainText('every 50 h');
  await expect(row).toContainText('at 1,500 h');
  await row.getByRole('button', { name: 'Log it' }).press('Enter');
  await dialog.getByLabel('Hours meter').fill('1502');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('at 1,552 h');
});

test('put off, and dismissed @thorough', async ({ page, person }) => {
  const vehicle = await person.api.post<{ id: string }>('/vehicles', {
    nickname: 'Octavia',
    timeZone: 'Europe/Berlin',
  });
  await person.api.post(`/vehicles/${vehicle.id}/reminders`, { title: 'Vehicle tax', dueDate: '2026-01-15' });
  await page.goto('/');
  await expect(page.getByText(/^Octavia, by 15 Jan/)).toBeVisible();
  await page.getByRole('link', { name: 'All reminders' }).click();
  await page.getByRole('button', { name: 'Snooze: Vehicle tax' }).click();
  await page.getByRole('menuitem', { name: 'for two weeks' }).click();
  await expect(page.getByRole('heading', { name: 'Snoozed 1' })).toBeVisible();
  await page.getByRole('button', { name: 'More: edit, dismiss Vehicle tax' }).click();
  await page.getByRole('menuitem', { name: 'Dismiss' }).click();
  await expect(page.getByText('Nothing to remember yet')).toBeVisible();
});

test('a row whose step is over is left alone by the step of another @thorough', async ({ page, person }) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Octavia' });
  for (const title of ['Vehicle tax', 'Coolant'])
    await person.api.post(`/vehicles/${id}/reminders`, { title, dueDate: '2026-01-15' });
  await page.goto('/reminders');
  const row = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  const snooze = async (title: string, days: string) => {
    await page.getByRole('button', { name: `Snooze: ${title}` }).click();
    await page.getByRole('menuitem', { name: days }).click();
  };
  await snooze('Vehicle tax', 'for a week');
  await expect(page.getByRole('heading', { name: 'Snoozed 1' })).toBeVisible();
  const before = await row('Vehicle tax').innerText();
  await snooze('Vehicle tax', 'for two weeks');
  await expect(row('Vehicle tax')).not.toHaveText(before, { useInnerText: true });

  const held = Promise.withResolvers<void>();
  await page.route(/_rsc=/, async (route) => {
    await held.promise;
    await route.continue();
  });
  const asked = page.waitForRequest(/_rsc=/);
  await snooze('Coolant', 'for a week');
  await asked;
  await expect(row('Coolant')).toHaveAttribute('aria-busy', 'true');
  await expect(row('Vehicle tax')).toHaveAttribute('aria-busy', 'false');
  held.resolve();
  await expect(page.getByRole('heading', { name: 'Snoozed 2' })).toBeVisible();
});

test('told by mail once a day, with a calendar to subscribe to', async ({ page, person }) => {
  await person.api.post('/vehicles', { nickname: 'Octavia', timeZone: 'Europe/Berlin' });
  await page.goto('/reminders');
  await page.getByLabel('By mail').selectOption('once a day');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await page.reload();
  await expect(page.getByLabel('By mail')).toHaveValue('daily');
  await page.getByRole('button', { name: 'Make an address' }).click();
  const address = page.getByLabel('Shown this once: copy it into your calendar');
  await expect(address).toHaveValue(/\/api\/v1\/calendars\/.*\.ics$/);
  const url = new URL(await address.inputValue());
  expect((await page.request.get(url.pathname)).status()).toBe(200);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await expect(address).toBeHidden();
  expect((await page.request.get(url.pathname)).status()).toBe(404);
});
