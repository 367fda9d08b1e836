import type { Page } from '@playwright/test';
import { expect, fill, logFill, openForm, readingsOf, test, vehicleWithFills } from './app';

interface StoreLeft {
  readonly version: number;
  readonly entries: readonly object[];
}

/** Leaves a store as another version of the app made it, before this one opens it. */
async function leaveStore(page: Page, { version, entries }: StoreLeft): Promise<void> {
  await page.goto('/api/openapi.json');
  await page.evaluate(
    ({ wanted, left }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('odolog', wanted);
        opening.onerror = () => reject(opening.error!);
        opening.onupgradeneeded = () => {
          const store = opening.result.createObjectStore('entries', { keyPath: 'id' });
          store.createIndex('personId', 'personId');
          for (const entry of left) store.put(entry);
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    { wanted: version, left: [...entries] },
  );
}

test.describe('an entry that waits', () => {
  test.use({ disturbed: 'The page finds an entry on the device, shows it and sends it by itself.' });

  test('of an older version is sent by this one, once @thorough', async ({ page, person }) => {
    const { id: vehicleId } = await vehicleWithFills(person);
    const me = await person.api.get<{ id: string; tenant: { id: string } }>('/me');
    const { items } = await person.api.get<{ items: object[] }>(`/vehicles/${vehicleId}/timeline`);
    const id = crypto.randomUUID();
    const draft = fill('2026-11-20', 11_000, 30);
    const waits = { id, personId: me.id, tenantId: me.tenant.id, vehicleId, vehicleName: 'Cuore', draft };
    const item = { ...items[0], ...draft, id };
    await leaveStore(page, {
      version: 1,
      entries: [{ ...waits, item, madeAt: '2026-11-20T10:00:00Z', problem: null }],
    });

    await page.goto(`/vehicles/${vehicleId}`);
    await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
    expect(await readingsOf(person, vehicleId)).toEqual([11_000, 10_500, 10_000]);
    await page.reload();
    await expect(page.getByRole('listitem').filter({ hasText: '11,000 km' })).toHaveCount(1);
  });
});

test('where a newer version has been, entries are made as long as there is a connection, and none is lost @thorough', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const { id: another } = await vehicleWithFills(person, 'Polo');
  await leaveStore(page, { version: 99, entries: [] });
  await page.goto(`/vehicles/${id}`);
  await logFill(await openForm(page), { km: '11,000', litres: '30' });
  await expect(page.getByRole('listitem').filter({ hasText: '11,000 km' })).toContainText('6.00 L/100 km');

  const sheet = await openForm(page);
  await context.setOffline(true);
  await logFill(sheet, { km: '11,400', litres: '20' });
  await expect(sheet.getByText('No connection, and this device could not keep the entry.')).toBeVisible();
  // What this browser cannot keep is in the form, and nowhere else.
  await page.mouse.click(5, 5);
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(sheet.getByLabel('Volume')).toHaveValue('20');
  await sheet.getByLabel('Add to').selectOption(another);
  await page.mouse.click(5, 5);
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await sheet.getByLabel('Add to').selectOption(id);
  await expect(sheet.getByLabel('Volume')).toHaveValue('20');
  await context.setOffline(false);
  // The browser drops what is on its way in the moment in which it notices.
  await page.waitForFunction(() => fetch('/api/health').then(Boolean, () => false));
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '11,400 km' })).toContainText('€32.00');
  await expect.poll(() => readingsOf(person, id)).toEqual([11_400, 11_000, 10_500, 10_000]);
});
