import type { Server } from 'node:http';
import { expect, test, vehicleWithFills, waitingForLife } from './app';
import { issuerPort, origin } from './config';
import { loginOf, startIssuer } from './issuer';
import { wordsCutOff } from './layout';

test.skip(issuerPort === undefined, 'the product was started without an identity provider elsewhere');

let issuer: Server;
test.beforeAll(async () => {
  issuer = await startIssuer(Number(issuerPort));
});
test.afterAll(() => {
  issuer.closeAllConnections();
  issuer.close();
});

test('somebody comes in through another identity provider, and comes back as themselves', async ({
  page,
}) => {
  const login = `ada-${Date.now()}`;
  // The issuer's page asks for a font of the world outside.
  await page.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => route.fulfill({ body: '' }),
  );
  await page.goto('/reminders');
  // The issuer may have been away when the product first asked; then it is asked again.
  await expect(async () => {
    await page.getByRole('button', { name: 'Continue with Elsewhere' }).click();
    await page.waitForURL(/\/interaction\//, { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in') && address.port !== issuerPort);
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
  await page.locator('html[data-alive]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Accept and go on' }).click();
  await expect(page).toHaveURL('/reminders');
  const token = await page.request.get('/api/auth/token');
  const me = await page.request.get('/api/v1/me', {
    headers: { authorization: `Bearer ${((await token.json()) as { token: string }).token}` },
  });
  expect(await me.json()).toMatchObject({ name: 'Ada Elsewhere', email: `${login}@elsewhere.example` });
});

test('somebody links another identity provider to their account, and parts with it again @thorough', async ({
  page,
  person: _signedIn,
}) => {
  await page.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => route.fulfill({ body: '' }),
  );
  await page.goto('/settings/security');
  const row = page.getByRole('list', { name: 'Other ways to sign in' }).getByRole('listitem');
  await row.getByRole('button', { name: 'Link Elsewhere' }).click();
  await page.getByPlaceholder('Enter any login').fill(`work-${Date.now()}`);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/settings\/security$/);
  await page.locator('html[data-alive]').waitFor({ state: 'attached' });
  await expect(row).toContainText('Linked on');
  await row.getByRole('button', { name: 'Unlink' }).click();
  await row.getByRole('button', { name: 'Really unlink Elsewhere' }).click();
  await expect(row).toContainText('Not linked');
});

test('whom the provider puts into a fleet is one of its people, with a word on where to change it @thorough', async ({
  page,
  person,
  browser,
}) => {
  await vehicleWithFills(person);
  const { tenant } = await person.api.get<{ tenant: { id: string } }>('/me');
  const theirs = await browser.newContext({ baseURL: origin });
  const other = waitingForLife(await theirs.newPage());
  await other.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => route.fulfill({ body: '' }),
  );
  await other.goto('/sign-in');
  await other.getByRole('button', { name: 'Continue with Elsewhere' }).click();
  await other.getByPlaceholder('Enter any login').fill(loginOf(tenant.id));
  await other.getByPlaceholder('and password').fill('anything');
  await other.getByRole('button', { name: 'Sign-in' }).click();
  await other.getByRole('button', { name: 'Continue' }).click();
  await other.getByRole('button', { name: 'Accept and go on' }).click();
  await expect(other.getByRole('heading', { name: 'Nothing is shared with you yet' })).toBeVisible();
  await theirs.close();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/settings/members');
  const row = page.getByRole('region', { name: 'People' }).getByRole('listitem').last();
  await expect(row.getByLabel('Role of Ada Elsewhere')).toHaveValue('driver');
  await expect(row.getByText('change it there.')).toBeVisible();
  expect(await wordsCutOff(page)).toEqual([]);
});

test('a sign-in that does not come off says what to do @thorough', async ({ page }) => {
  await page.goto('/sign-in?error=account_not_linked');
  await expect(page.getByText('Sign in with its password.')).toBeVisible();
  await page.goto('/sign-in?error=something_else');
  await expect(page.getByText('The sign-in did not work. Try again from here.')).toBeVisible();
});
