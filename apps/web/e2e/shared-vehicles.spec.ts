import type { Page } from '@playwright/test';
import { expect, freshEmail, openForm, password, test, vehicleWithFills, waitingForLife } from './app';
import { linkMailedTo } from './outbox';

const guestName = 'Kim Berger';

/** What is offered to whoever manages a vehicle, and to nobody else. */
const managing = (page: Page) => [
  page.getByRole('button', { name: 'More about this vehicle' }),
  page.getByRole('link', { name: 'Details' }),
  page.getByRole('link', { name: 'Import' }),
];

test('one invites, the other joins, logs as a driver, cannot delete, and is gone when removed', async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  // Two people, each with a browser of their own, from the invitation to the end.
  test.slow();
  const vehicle = await vehicleWithFills(person, 'Sprinter');
  await person.api.post(`/vehicles`, { nickname: 'Private car' });

  await page.goto('/settings');
  await page.getByRole('link', { name: 'Members and garages' }).click();
  await page.getByLabel('New garage').fill('North');
  await page.getByRole('button', { name: 'Add garage' }).click();
  const north = page.getByRole('region', { name: 'North' });
  await expect(north).toBeVisible();

  const guestEmail = freshEmail();
  await page.getByLabel('E-mail').fill(guestEmail);
  await page.getByLabel('Role', { exact: true }).first().selectOption('Driver');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByLabel('Link of the invitation')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: guestEmail })).toContainText('open until');

  const guestContext = await browser.newContext({
    baseURL: baseURL!,
    viewport: { width: 1440, height: 900 },
  });
  const guest = waitingForLife(await guestContext.newPage());
  await guest.goto(await linkMailedTo(guestEmail, 'invites you'));
  await expect(guest.getByRole('heading', { name: 'Join Jana Weber' })).toBeVisible();
  await guest.getByRole('button', { name: 'Create account' }).click();
  await guest.getByLabel('Name').fill(guestName);
  await guest.getByLabel('E-mail').fill(guestEmail);
  await guest.getByLabel('Password').fill(password);
  await guest.getByRole('checkbox', { name: 'I have read the terms and accept them' }).check();
  await guest.getByRole('button', { name: 'Create account' }).click();
  await guest.getByRole('button', { name: 'Accept' }).click();
  await expect(guest.getByRole('heading', { name: 'Nothing is shared with you yet' })).toBeVisible();

  await page.reload();
  const row = page
    .getByRole('region', { name: 'People' })
    .getByRole('listitem')
    .filter({ hasText: guestName });
  await row.getByText('Drives no vehicle yet').click();
  await row.getByText('Sprinter').click();
  await expect(row.getByText('Drives 1 vehicle')).toBeVisible();

  await guest.goto('/');
  await expect(guest.getByRole('link', { name: 'Sprinter' }).first()).toBeVisible();
  await expect(guest.getByText('Private car')).toHaveCount(0);
  await guest.goto(`/vehicles/${vehicle.id}`);
  await page.goto(`/vehicles/${vehicle.id}`);
  for (const control of managing(page)) await expect(control.first()).toBeVisible();
  await page.getByRole('button', { name: 'More about this vehicle' }).click();
  await expect(page.getByRole('menuitem', { name: 'Remove vehicle' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('10,500 km').first()).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: '10,500 km' }).click();
  await expect(page.getByRole('button', { name: 'Correct' })).toBeVisible();

  const sheet = await openForm(guest);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume').fill('26');
  await sheet.getByLabel('Price').fill('1.700');
  await sheet.getByRole('button', { name: 'Save fuel-up, €44.20' }).click();
  await expect(guest.getByRole('listitem').filter({ hasText: '11,000 km' })).toBeVisible();

  for (const control of managing(guest)) await expect(control).toHaveCount(0);
  // what others entered is not theirs to correct, what they entered themselves is
  await guest.getByRole('listitem').filter({ hasText: '10,500 km' }).click();
  await expect(guest.getByRole('complementary', { name: 'Fuel-up of 20 Oct' })).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Correct' })).toHaveCount(0);
  await guest.getByRole('button', { name: 'Later entry' }).click();
  await expect(guest.getByRole('button', { name: 'Correct' })).toBeVisible();
  const refused = await guest.evaluate(async (id) => {
    const { token } = (await (await fetch('/api/auth/token')).json()) as { token: string };
    const tenant = document.cookie.match(/odolog-tenant=([^;]+)/)?.[1] ?? '';
    const headers = { authorization: `Bearer ${token}`, 'x-tenant-id': tenant };
    return (await fetch(`/api/v1/vehicles/${id}`, { method: 'DELETE', headers })).status;
  }, vehicle.id);
  expect(refused).toBe(403);

  await page.goto(`/vehicles/${vehicle.id}`);
  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await expect(page.getByRole('complementary').filter({ hasText: guestName })).toBeVisible();

  await page.goto('/settings/members');
  await row.getByRole('button', { name: 'Remove' }).click();
  await row.getByRole('button', { name: `Really remove ${guestName}` }).click();
  await expect(row).toHaveCount(0);

  // the page that is open goes by itself, and says why
  await expect(guest.getByText('no longer shared with you')).toBeVisible();
  await expect(guest.getByText('11,000 km')).toHaveCount(0);
  await expect(guest.getByText('Sprinter')).toHaveCount(0);
  await guest.goto(`/vehicles/${vehicle.id}`);
  await expect(guest.getByText('no longer shared with you')).toBeVisible();
  await guest.goto('/');
  await expect(guest.getByText('Nothing parked here yet.')).toBeVisible();
  await guestContext.close();
});
