import type { Page } from '@playwright/test';
import { expect, fill, readingsOf, test, vehicleWithFills } from './app';

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

test('what an older version left waiting is sent by this one, once', async ({ page, person }) => {
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
