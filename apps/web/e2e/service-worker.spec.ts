import type { BrowserContext, Page } from '@playwright/test';
import { expect, logFill, openForm, readingsOf, test, vehicleWithFills, waitingForLife } from './app';
import { releaseOfItsOwn, type Release } from './newer-version';

test.use({ serviceWorkers: 'allow' });

const workerOf = (page: Page, which: 'active' | 'waiting') =>
  page.evaluate(
    async (state) => (await navigator.serviceWorker.getRegistration())?.[state]?.state ?? 'none',
    which,
  );

test('what waits is sent by the browser itself when every window is closed @thorough', async ({
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

test.describe('of a newer version', () => {
  let release: Release;
  test.beforeAll(async () => {
    release = await releaseOfItsOwn();
  });
  test.afterAll(() => release.close());

  test('the service worker begins when a page is loaded alone, not under the form of another window @thorough', async ({
    page,
    context,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    const address = `${release.origin}/vehicles/${id}`;
    await page.goto(address);
    await expect.poll(() => workerOf(page, 'active')).toBe('activated');
    const volume = (await openForm(page)).getByLabel('Volume');
    await volume.fill('30');

    release.publish();
    const other = waitingForLife(await context.newPage());
    await other.goto(address);
    await other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => workerOf(other, 'waiting')).toBe('installed');
    await loadToRest(other);
    expect(await workerOf(page, 'waiting')).toBe('installed');
    await expect(volume).toHaveValue('30');

    await page.close();
    // A window that is closed counts for a moment longer: whoever is refused asks again with the next page.
    await expect(async () => {
      await loadToRest(other);
      expect(await workerOf(other, 'waiting')).toBe('none');
    }).toPass();
    await expect.poll(() => workerOf(other, 'active')).toBe('activated');
    await context.setOffline(true);
    await other.reload();
    await expect(other.getByRole('link', { name: '25.00 L at €1.60/L' })).toBeVisible();
  });
});

/** Loads the page, and waits until it is at rest: it has asked to be taken over when it has asked to be kept. */
async function loadToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name.startsWith('pages ')) await caches.delete(name);
  });
  await page.reload();
  const isKept = () =>
    page.evaluate(async () => (await caches.match(window.location.pathname)) !== undefined);
  await expect.poll(isKept).toBe(true);
}

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
