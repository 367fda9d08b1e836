import { daysAgo, expect, overdueOil, test, vehicleWithFills } from './app';

test('a link that is followed asks for its page, once', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto('/');
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has('_rsc')) asked.push(pathname);
  });
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Fleet/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Fleet' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Vehicles' })
    .getByRole('link', { name: /^Cuore/ })
    .click();
  await expect(page.getByText('10,500 km').first()).toBeVisible();
  expect(asked).toEqual(['/fleet', `/vehicles/${id}`]);
});

test('a vehicle has a page of its reminders, and of its details those that are reached through them @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/reminders`, overdueOil);
  await page.goto(`/vehicles/${id}`);
  const tabs = page.locator('.tabs');
  const current = tabs.locator('[aria-current]');
  await tabs.getByRole('link', { name: 'Reminders' }).click();
  await expect(page.getByRole('heading', { name: 'Oil and filter' })).toBeVisible();
  await expect(current).toHaveText('Reminders');
  await page.getByRole('button', { name: 'New reminder' }).click();
  const dialog = page.getByRole('dialog', { name: 'New reminder' });
  await dialog.getByLabel('What').fill('Coolant');
  await dialog.getByLabel('Due on').fill(daysAgo(-100));
  await dialog.getByRole('button', { name: 'Remind me' }).click();
  await expect(page.getByRole('heading', { name: 'Coolant' })).toBeVisible();

  await tabs.getByRole('link', { name: 'Details' }).click();
  await page.getByRole('link', { name: 'Hand over' }).click();
  await expect(page.getByRole('heading', { name: 'Hand over to somebody else' })).toBeVisible();
  await expect(current).toHaveText('Details');
  await expect(current).toHaveAttribute('aria-current', 'true');
});

test('where one goes is marked at once, however long its page takes @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  let letThrough: () => void = () => undefined;
  const wait = new Promise<void>((done) => (letThrough = done));
  await page.route(/_rsc=/, async (route) => {
    await wait;
    await route.continue();
  });
  const tab = page.locator('.tabs').getByRole('link', { name: 'Overview' });
  await tab.click();
  await expect(tab.locator('.coming')).toBeAttached();
  letThrough();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(tab.locator('.coming')).toHaveCount(0);
});
