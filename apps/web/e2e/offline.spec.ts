import type { Page } from '@playwright/test';
import { expect, password, test, vehicleWithFills } from './app';

test.use({ serviceWorkers: 'allow' });

test('what was looked at opens without a connection, and nothing else pretends to', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto('/');
  await kept(page, '/');
  await page.getByRole('main').getByRole('link', { name: 'Cuore' }).first().click();
  await kept(page, `/vehicles/${id}`);

  await context.setOffline(true);
  await page.goto(`/vehicles/${id}`);
  await expect(page.getByRole('link', { name: '25.00 L at €1.60/L' })).toBeVisible();
  await page.goto('/timeline');
  await expect(page).toHaveURL(`/vehicles/${id}`);
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
  await page.getByRole('link', { name: 'Garage' }).click();
  await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();

  await page.goto('/settings');
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('nothing is kept of a person who has signed out, or of one whose session has ended @thorough', async ({
  page,
  context,
  person,
}) => {
  await vehicleWithFills(person);
  await page.goto('/');
  await kept(page, '/');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).not.toContainEqual(expect.stringMatching(/^pages/));

  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
  await kept(page, '/');
  await context.clearCookies();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .not.toContainEqual(expect.stringMatching(/^pages/));
});

test('it can be installed', async ({ page, person, baseURL }) => {
  expect(person).toBeDefined();
  await page.goto('/');
  const session = await page.context().newCDPSession(page);
  const { url, errors } = await session.send('Page.getAppManifest');
  expect(url).toBe(`${baseURL}/manifest.webmanifest`);
  const icon = await page.request.get('/favicon.ico');
  expect(icon.headers()['content-type']).toBe('image/svg+xml');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A browser of tests keeps nothing beyond its end, so it would not install; that is all that it has against it.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

/** Until the service worker has a page. */
async function kept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path))
    .toBe(true);
}
