import type { Locator, Page } from '@playwright/test';
import { attach, fileIn, receipt, website } from './attaching';
import {
  expect,
  logFill,
  openForm,
  readingsOf,
  test,
  vehicleWithFills,
  waitingForLife,
  type Person,
} from './app';

const rowOf = (page: Page, words: string) =>
  page.locator('.rows').getByRole('listitem').filter({ hasText: words });

async function openList(page: Page): Promise<Locator> {
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  return page.getByRole('dialog', { name: 'On this device only' });
}

/** Logs a fuel-up with a photo of its receipt at a pump without a connection. */
async function logOffline(page: Page, ...files: (typeof receipt)[]): Promise<void> {
  const sheet = await openForm(page);
  await page.context().setOffline(true);
  await attach(sheet, ...files);
  await logFill(sheet, { km: '11,000', litres: '30' });
  await expect(rowOf(page, '11,000 km')).toContainText('Waiting to be sent');
}

/** The files that the newest entry of a vehicle names. */
async function filesOf({ api }: Person, vehicleId: string) {
  const { items } = await api.get<{ items: { data: { receiptId?: string; fileIds?: string[] } }[] }>(
    `/vehicles/${vehicleId}/timeline`,
  );
  return items[0]!.data;
}

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a receipt that is photographed without a connection waits with its entry, and goes along (phone too)', async ({
    page,
    context,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    await expect.poll(() => isKept(page, `/vehicles/${id}`)).toBe(true);
    await logOffline(page, receipt);
    await page.close();

    const again = waitingForLife(await context.newPage());
    await again.goto(`/vehicles/${id}`);
    await rowOf(again, '11,000 km').click();
    await expect(fileIn(again.getByRole('dialog'), 'receipt.png')).toBeVisible();
    await again.keyboard.press('Escape');
    await context.setOffline(false);
    await expect(rowOf(again, '11,000 km')).toContainText('6.00 L/100 km');
    await rowOf(again, '11,000 km').click();
    await expect(again.getByRole('img', { name: 'Receipt' })).toBeVisible();
    expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
  });
});

test('a file that is not kept tells whose entry needs them, and the entry goes without it', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await logOffline(page, website, receipt);
  await page.context().setOffline(false);
  await expect(rowOf(page, '11,000 km')).toContainText('Needs you');
  const list = await openList(page);
  await expect(list).toContainText('page.html: Files of this kind are not kept. Choose a photo or a PDF.');
  await list.getByRole('button', { name: 'Solve' }).click();
  const sheet = page.getByRole('dialog');
  await expect(fileIn(sheet, 'page.html')).toContainText('Files of this kind are not kept');
  await expect(sheet.getByText('page.html cannot be sent. Remove it to save.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Remove page.html' }).click();
  await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await filesOf(person, id)).toMatchObject({ receiptId: expect.any(String) });
  expect(await filesOf(person, id)).not.toHaveProperty('fileIds');
});

test('a file whose answer was lost is sent again, and is there once', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const kept: { id: string }[] = [];
  await logOffline(page, receipt);
  await page.route('**/api/v1/files', async (route) => {
    const response = await route.fetch();
    kept.push((await response.json()) as { id: string });
    await (kept.length === 1 ? route.abort('internetdisconnected') : route.fulfill({ response }));
  });
  await page.context().setOffline(false);
  await expect.poll(() => kept).toHaveLength(1);
  await expect(rowOf(page, '11,000 km')).toContainText('Waiting to be sent');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
  expect(kept[1]).toEqual(kept[0]);
  expect(await filesOf(person, id)).toMatchObject({ receiptId: kept[0]!.id });
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
});

test('a file is taken out of an entry that waits, and goes with one that is discarded', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await logOffline(page, receipt, { ...receipt, name: 'pump.png' });
  await rowOf(page, '11,000 km').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Remove receipt.png' }).click();
  await expect(fileIn(sheet, 'pump.png')).toContainText('Not sent yet');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(sheet).toBeHidden();
  await rowOf(page, '11,000 km').click();
  await expect(fileIn(sheet, 'pump.png')).toBeVisible();
  await expect(fileIn(sheet, 'receipt.png')).toHaveCount(0);
  expect(await page.evaluate(countKept)).toBe(1);
  await sheet.getByRole('button', { name: 'Discard' }).click();
  await expect(rowOf(page, '11,000 km')).toHaveCount(0);
  expect(await page.evaluate(countKept)).toBe(0);
});

test('a file goes along with a correction', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await rowOf(page, '10,500 km').click();
  await page.getByRole('button', { name: 'Correct' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Reason for the correction').fill('Receipt found');
  await page.context().setOffline(true);
  await attach(sheet, receipt);
  await sheet.getByRole('button', { name: 'Save correction' }).click();
  await expect(rowOf(page, '10,500 km')).toContainText('Waiting to be sent');
  await page.context().setOffline(false);
  await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
  await page.goto(`/vehicles/${id}`);
  await rowOf(page, '10,500 km').click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('where there is no room for it the form says so, and has all of it still', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  });
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await page.context().setOffline(true);
  await attach(sheet, receipt);
  await logFill(sheet, { km: '11,000', litres: '30' });
  await expect(sheet.getByText('this device has no room to keep the entry with its files')).toBeVisible();
  await expect(sheet.getByLabel('Volume')).toHaveValue('30');
  await expect(fileIn(sheet, 'receipt.png')).toContainText('Not sent yet');
  await page.context().setOffline(false);
  await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await filesOf(person, id)).toHaveProperty('receiptId');
});

/** What this device keeps of entries, whoever's they are. */
function countKept(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('odolog');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('entries').objectStore('entries').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

const isKept = (page: Page, path: string) =>
  page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
