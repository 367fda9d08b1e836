import type { BrowserContext, Page } from '@playwright/test';
import { expect, logFill, openForm, readingsOf, test, vehicleWithFills } from './app';

test.use({ serviceWorkers: 'allow' });

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
