import type { Page } from '@playwright/test';
import { expect, openForm, test, vehicleWithFills } from './app';

test('an entry for a vehicle that was removed meanwhile asks where it belongs @thorough', async ({
  page,
  context,
  person,
}) => {
  // Two pages, and a way from one to the other.
  test.slow();
  const { id } = await vehicleWithFills(person, 'Cuore');
  await person.api.post('/vehicles', { nickname: 'Polo', currency: 'EUR', timeZone: 'Europe/Berlin' });
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume').fill('30');
  await context.setOffline(true);
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(page.getByText('Waiting to be sent', { exact: true })).toBeVisible();
  await person.api.delete(`/vehicles/${id}`);

  await context.setOffline(false);
  await expect(page.getByText('1 entry needs you')).toBeVisible();
  await page.goto('/');
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Solve' }).click();
  await expect(page.getByText(/^Cuore is not there any more/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Polo' }).click();
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('whoever goes to another place of theirs leaves nothing kept of the one before @thorough', async ({
    page,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    await person.api.post('/tenants', { name: 'Lechtal Pflegedienst' });
    await page.goto(`/vehicles/${id}`);
    await expect.poll(() => keptOf(page, `/vehicles/${id}`)).toBe(true);
    await page
      .getByRole('button', { name: /Jana Weber/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Lechtal Pflegedienst' }).click();
    await expect(page.getByText('Nothing parked here yet.')).toBeVisible();
    expect(await keptOf(page, `/vehicles/${id}`)).toBe(false);
  });
});

const keptOf = (page: Page, path: string) =>
  page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
