import type { BrowserContext, Page } from '@playwright/test';
import { expect, logFill, openForm, readingsOf, test, vehicleWithFills, waitingForLife } from './app';
import { releaseOfItsOwn } from './newer-version';

test.use({ serviceWorkers: 'allow', mannered: true });

const workerOf = (page: Page, which: 'active' | 'waiting') =>
  page.evaluate(
    async (state) => (await navigator.serviceWorker.getRegistration())?.[state]?.state ?? 'none',
    which,
  );

test('what waits is sent by the browser itself when every window is closed', async ({
  page,
  context,
  person,
  baseURL,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await expect.poll(() => workerOf(page, 'active')).toBe('activated');
  const sheet = await openForm(page);
  await context.setOffline(true);
  await logFill(sheet, { km: '11,000', litres: '30' });
  await expect(page.getByText('Waiting to be sent', { exact: true })).toBeVisible();

  const browser = await browserItself(context);
  await page.close();
  await context.setOffline(false);
  await browser.synchronise(baseURL!);
  await expect.poll(() => readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
});

test('a newer version begins when a page is loaded alone, and not under the form of another window', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const release = await releaseOfItsOwn();
  const address = `${release.origin}/vehicles/${id}`;
  await page.goto(address);
  await expect.poll(() => workerOf(page, 'active')).toBe('activated');
  const sheet = await openForm(page);
  await sheet.getByLabel('Volume').fill('30');

  release.publish();
  const other = waitingForLife(await context.newPage());
  await other.goto(address);
  await other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(() => workerOf(other, 'waiting')).toBe('installed');
  await other.reload();
  await expect.poll(() => isKept(other, `/vehicles/${id}`)).toBe(true);
  expect(await workerOf(page, 'waiting')).toBe('installed');
  await expect(sheet.getByLabel('Volume')).toHaveValue('30');
  await page.close();

  await other.reload();
  await expect.poll(() => workerOf(other, 'waiting')).toBe('none');
  await expect.poll(() => workerOf(other, 'active')).toBe('activated');
  await expect.poll(() => isKept(other, `/vehicles/${id}`)).toBe(true);
  await context.setOffline(true);
  await other.reload();
  await expect(other.getByRole('link', { name: '25.00 L at €1.60/L' })).toBeVisible();
  release.close();
});

const isKept = (page: Page, path: string) =>
  page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);

/** The browser's own hand, which rules over service workers of windows that are closed. */
async function browserItself(context: BrowserContext) {
  const devtools = await context.newCDPSession(await context.newPage());
  const registrationIds = new Set<string>();
  devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    for (const { registrationId } of registrations) registrationIds.add(registrationId);
  });
  await devtools.send('ServiceWorker.enable');
  return {
    synchronise: async (origin: string) => {
      await expect.poll(() => registrationIds.size).toBeGreaterThan(0);
      for (const registrationId of registrationIds) {
        const event = { origin, registrationId, tag: 'waiting', lastChance: false };
        await devtools.send('ServiceWorker.dispatchSyncEvent', event);
      }
    },
  };
}
