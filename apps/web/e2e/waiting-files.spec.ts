import type { Locator, Page } from '@playwright/test';
import { attach, fileIn, logOffline, receipt, rowOf, website } from './attaching';
import {
  expect,
  logFill,
  newPerson,
  openForm,
  password,
  readingsOf,
  test,
  vehicleWithFills,
  waitingForLife,
  type Person,
} from './app';

async function openList(page: Page): Promise<Locator> {
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  return page.getByRole('dialog', { name: 'On this device only' });
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

  test('with every window closed, the service worker sends it @thorough', async ({
    page,
    context,
    person,
    baseURL,
  }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    const registered = Promise.withResolvers<string>();
    const devtools = await context.newCDPSession(page);
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) registered.resolve(first.registrationId);
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered.promise;
    await expect.poll(() => isKept(page, `/vehicles/${id}`)).toBe(true);
    await logOffline(page, receipt);
    const elsewhere = await context.newPage();
    await page.close();
    await context.setOffline(false);
    const other = await context.newCDPSession(elsewhere);
    await other.send('ServiceWorker.enable');
    const sync = { origin: baseURL!, registrationId, tag: 'waiting', lastChance: true };
    await other.send('ServiceWorker.dispatchSyncEvent', sync);
    await expect.poll(() => readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
    expect(await filesOf(person, id)).toHaveProperty('receiptId');
  });
});

test('a file that is not kept tells whose entry needs them, and the entry goes without it @thorough', async ({
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

test('a file whose answer was lost is sent again, and is there once @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const kept: { id: string }[] = [];
  const held = Promise.withResolvers<void>();
  await logOffline(page, receipt);
  await page.route('**/api/v1/files', async (route) => {
    if (kept.length > 0) await held.promise;
    const response = await route.fetch();
    kept.push((await response.json()) as { id: string });
    await (kept.length === 1 ? route.abort('internetdisconnected') : route.fulfill({ response }));
  });
  await page.context().setOffline(false);
  await expect.poll(() => kept).toHaveLength(1);
  // Tried again by its own clock or by this, it goes no further until it is let on.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(rowOf(page, '11,000 km')).toContainText('Waiting to be sent');
  held.resolve();
  await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
  expect(kept[1]).toEqual(kept[0]);
  expect(await filesOf(person, id)).toMatchObject({ receiptId: kept[0]!.id });
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
});

test('of two windows one sends a file, once @thorough', async ({ page, context, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const other = waitingForLife(await context.newPage());
  await other.goto(`/vehicles/${id}`);
  await page.bringToFront();
  await logOffline(page, receipt);
  // What was tried without a connection never left the device.
  let sent = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/files')) sent += 1;
  });
  await page.context().setOffline(false);
  for (const window of [page, other]) await expect(rowOf(window, '11,000 km')).toContainText('6.00 L/100 km');
  expect(sent).toBe(1);
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
});

test('a file goes along with a correction @thorough', async ({ page, person }) => {
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

test('where there is no room for it the form says so, and has all of it still @thorough', async ({
  page,
  person,
}) => {
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

test.describe('after a reload', () => {
  test.use({ disturbed: 'What waits on the device makes room for itself.' });

  test('a file that is kept has its name still, also once its entry was changed @thorough', async ({
    page,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    await logOffline(page, receipt);
    await page.route('**/events', (route) => route.abort('internetdisconnected'));
    const tried = page.waitForRequest('**/events');
    await page.context().setOffline(false);
    await tried;
    await page.reload();
    await rowOf(page, '11,000 km').click();
    const sheet = page.getByRole('dialog');
    await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
    await logFill(sheet, { km: '11,000', litres: '31' });
    await expect(rowOf(page, '31.00 L')).toContainText('Waiting to be sent');
    await page.reload();
    await rowOf(page, '31.00 L').click();
    await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  });
});

test.describe('when a session ends', () => {
  test.use({ disturbed: 'What is asked for without a session is refused.' });

  test('a file that waits is sent when its person signs in again, and by nobody else @thorough', async ({
    page,
    context,
    person,
    baseURL,
  }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    await logOffline(page, receipt);
    await context.clearCookies();
    await context.setOffline(false);
    await expect(page.getByText('1 entry waits until you have signed in again')).toBeVisible();

    let sent = 0;
    await page.route('**/api/v1/files', (route) => {
      sent += 1;
      return route.continue();
    });
    const other = await vehicleWithFills(await newPerson(context, baseURL!));
    await page.goto(`/vehicles/${other.id}`);
    // Saving sends all that the person has waiting.
    await logFill(await openForm(page), { km: '11,500', litres: '20' });
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByText('1 entry')).toHaveCount(0);
    expect(sent).toBe(0);

    await context.clearCookies();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
    expect(sent).toBe(1);
    expect(await filesOf(person, id)).toHaveProperty('receiptId');
  });
});

const isKept = (page: Page, path: string) =>
  page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
