import type { Page } from '@playwright/test';
import { expect, openForm, test, vehicleWithFills } from './app';

test('an entry for a vehicle that was removed meanwhile asks where it belongs', async ({
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

test('a correction says that it needs a connection, and keeps what was typed until there is one', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}?event=${await firstEntry(person, id)}`);
  await page.getByRole('button', { name: 'Correct' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('Needs a connection. Undo for ten seconds.')).toBeVisible();
  await sheet.getByLabel('Volume').fill('26');
  await sheet.getByLabel('Reason for the correction').fill('Misread the pump');
  await context.setOffline(true);
  await sheet.getByRole('button', { name: 'Save correction' }).click();
  await expect(sheet.getByText('No connection to Odolog. Check the network and try again.')).toBeVisible();
  await context.setOffline(false);
  await sheet.getByRole('button', { name: 'Save correction' }).click();
  await expect(page.getByRole('link', { name: /^26\.00 L/ })).toBeVisible();
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('whoever goes to another place of theirs leaves nothing kept of the one before', async ({
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

async function firstEntry({ api }: { api: { get: <A>(path: string) => Promise<A> } }, id: string) {
  const { items } = await api.get<{ items: { id: string }[] }>(`/vehicles/${id}/timeline`);
  return items[0]!.id;
}
