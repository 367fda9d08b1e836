import path from 'node:path';
import { expect, freshEmail, openForm, password, signUp, test, vehicleWithFills } from './app';
import { focusIsKept, press, tabTo, write } from './by-keys';

test('the keys are told by a key, and work again when their sheet or a search is left @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByText('Add an entry')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search this timeline' });
  await expect(search).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Pages, vehicles and entries' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).not.toBeFocused();

  await page.setViewportSize({ width: 1280, height: 320 });
  await page.evaluate(() => window.scrollTo(0, 100));
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  const places: string[] = [];
  page.on('request', (request) => places.push(new URL(request.url()).pathname));
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  expect(places).not.toContain('/timeline');
  await page.goto(`${page.url()}?type=note`);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/\/vehicles\/[^?]+$/);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/settings$/);
});

test('without a mouse: from the sign-up over a vehicle and a fuel-up to a service that is done', async ({
  page,
}) => {
  test.slow();
  await page.goto('/');
  await press(page, page.getByRole('link', { name: 'Create account' }));
  await write(page, page.getByLabel('Name'), 'Jana Weber');
  await write(page, page.getByLabel('E-mail'), freshEmail());
  await write(page, page.getByLabel('Password'), password);
  await tabTo(page, page.getByRole('checkbox', { name: 'I have read the terms and accept them' }));
  await page.keyboard.press('Space');
  await press(page, page.getByRole('button', { name: 'Create account' }));
  await press(page, page.getByRole('link', { name: 'Skip for now' }));
  await write(page, page.getByLabel('VIN or nickname'), 'Polo');
  await press(page, page.getByRole('button', { name: 'Add vehicle' }));
  await expect(page.getByRole('heading', { name: 'A clean sheet' })).toBeVisible();

  const search = page.getByRole('button', { name: /Search or jump to/ }).filter({ visible: true });
  await tabTo(page, search);
  const form = await openForm(page);
  await write(page, form.getByLabel('Odometer', { exact: true }), '10000');
  await write(page, form.getByLabel('Volume'), '40');
  await write(page, form.getByLabel('Price'), '1.700');
  await press(page, form.getByRole('button', { name: 'Save fuel-up' }));
  await expect(form).toBeHidden();
  await expect(search).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: '10,000 km' })).toBeVisible();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('r');
  const add = page.getByRole('button', { name: 'New reminder' }).filter({ visible: true });
  await press(page, add);
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('Begin from'));
  await page.keyboard.type('Engine oil');
  await expect(dialog.getByLabel('What')).toHaveValue('Engine oil and filter');
  await tabTo(page, dialog.getByLabel('Due on'));
  await page.keyboard.type('15012026');
  await press(page, dialog.getByRole('button', { name: 'Remind me' }));
  await expect(dialog).toBeHidden();
  await expect(add).toBeFocused();

  const row = page.getByRole('listitem').filter({ hasText: 'Engine oil and filter' });
  await press(page, row.getByRole('button', { name: 'Log it' }));
  await press(page, dialog.getByRole('button', { name: 'Log the service' }));
  await expect(page.getByRole('heading', { name: 'Later 1' })).toBeVisible();
  await focusIsKept(page);
});

test('without a mouse: a history is imported, an entry of it is opened and corrected', async ({
  page,
  person,
}) => {
  test.slow();
  await person.api.post('/vehicles', { nickname: 'Polo' });
  await page.goto('/import');
  const file = page.getByLabel('Drop a file here, or choose one');
  await file.focus();
  await file.setInputFiles(path.join(import.meta.dirname, 'fuelly-fuelups-polo.csv'));
  await press(page, page.getByRole('button', { name: 'Import 12 entries' }));
  await press(page, page.getByRole('link', { name: 'Open the timeline' }));
  await expect(page.getByRole('listitem').filter({ hasText: '46,850 km' })).toBeVisible();

  await page.keyboard.press('j');
  const panel = page.getByRole('complementary', { name: / of / });
  const correct = panel.getByRole('button', { name: 'Correct' });
  await expect(panel).toBeFocused();
  await openForm(page);
  await page.keyboard.press('Escape');
  await expect(panel).toBeFocused();
  await press(page, correct);
  const sheet = page.getByRole('dialog');
  await write(page, sheet.getByLabel('Volume'), '30');
  await write(page, sheet.getByLabel('Reason for the correction'), 'Digits swapped.');
  await press(page, sheet.getByRole('button', { name: 'Save correction' }));
  await expect(sheet).toBeHidden();
  const corrected = page.getByRole('link', { name: /^30\.00 L/ });
  await expect(corrected).toBeVisible();
  await focusIsKept(page);
  await page.keyboard.press('Escape');
  await expect(corrected).toBeFocused();
});

test('without a mouse: somebody is invited, and a link for a buyer is made and closed', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto('/settings/members');
  await write(page, page.getByLabel('E-mail'), freshEmail());
  await tabTo(page, page.getByLabel('Role', { exact: true }).first());
  await page.keyboard.type('Driver');
  await press(page, page.getByRole('button', { name: 'Invite', exact: true }));
  await expect(page.getByLabel('Link of the invitation')).toBeVisible();
  await focusIsKept(page);

  await page.goto(`/vehicles/${id}/proof`);
  await press(page, page.getByRole('button', { name: 'Make a link' }));
  await expect(page.getByLabel('Link for the buyer')).toBeVisible();
  await focusIsKept(page);
  await press(page, page.getByRole('button', { name: 'Close' }));
  await expect(page.getByText(/^Open until/)).toHaveCount(0);
  await focusIsKept(page);
});

test('without a mouse: an invitation is accepted by somebody who has an account', async ({
  page,
  person: { api },
  baseURL,
}) => {
  const { tenant } = await api.get<{ tenant: { id: string } }>('/me');
  const invited = freshEmail();
  const { link } = await api.post<{ link: string }>(`/tenants/${tenant.id}/invitations`, {
    email: invited,
    role: 'driver',
  });
  await page.context().clearCookies();
  await signUp(page.context(), baseURL!, invited);

  await page.goto(link);
  await press(page, page.getByRole('button', { name: 'Accept' }));
  await expect(page.getByRole('heading', { name: 'Nothing is shared with you yet' })).toBeVisible();
});
