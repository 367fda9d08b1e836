import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { openForm, test, waitingForLife } from './app';
import { origin } from './config';

const folder = path.join(import.meta.dirname, 'screenshots');
const history = path.join(import.meta.dirname, 'fuelly-fuelups-polo.csv');
const sizes = [
  { device: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { device: 'desktop', viewport: { width: 1440, height: 900 } },
] as const;

interface Scene {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
}

test('every page, in both themes, on a phone and a desktop', async ({ browser, page, person }) => {
  await page.goto('/');
  await page.getByText('Nothing parked here yet.').waitFor();
  const signedIn = await page.context().storageState();
  await shoot(browser, signedIn, [{ name: 'garage-empty', open: (at) => at.goto('/') }]);
  const { items } = await person.api.post<{ items: { id: string }[] }>('/sample-garage');
  const polo = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Polo' });
  await shoot(browser, signedIn, scenesOf(items[0]!.id, polo.id));
  await shoot(browser, undefined, [
    { name: 'sign-in', open: (at) => at.goto('/sign-in') },
    { name: 'sign-up', open: (at) => at.goto('/sign-up') },
    { name: 'not-found', open: (at) => at.goto('/nowhere') },
  ]);
});

function scenesOf(vehicleId: string, poloId: string): Scene[] {
  const timeline = `/vehicles/${vehicleId}`;
  const form = async (page: Page, type: string) => {
    await page.goto(timeline);
    await openForm(page);
    await page.getByRole('radio', { name: type }).click();
  };
  return [
    { name: 'garage', open: (page) => page.goto('/') },
    { name: 'timeline', open: (page) => page.goto(timeline) },
    {
      name: 'entry',
      open: async (page) => {
        await page.goto(timeline);
        await page.locator('.row .mark--full').first().locator('..').getByRole('link').click();
        await page.getByText('comes about').waitFor();
      },
    },
    {
      name: 'quick-add-fuel',
      open: async (page) => {
        await form(page, 'Fuel-up');
        await page.getByLabel('Volume').fill('14.21');
      },
    },
    {
      name: 'odometer-problem',
      open: async (page) => {
        await form(page, 'Fuel-up');
        await page.getByRole('dialog').getByLabel('Odometer', { exact: true }).fill('120');
        await page.getByLabel('Volume').fill('14.21');
        await page.getByRole('button', { name: /^Save fuel-up/ }).click();
        await page.getByText('This reading is out of order').waitFor();
      },
    },
    ...['Service', 'Odometer', 'Expense', 'Reminder', 'Note'].map((type) => ({
      name: `quick-add-${type.toLowerCase()}`,
      open: (page: Page) => form(page, type),
    })),
    { name: 'import', open: (page) => page.goto('/import') },
    {
      name: 'import-dry-run',
      open: async (page) => {
        await page.goto(`/import?vehicle=${poloId}`);
        await page.getByLabel('Drop a file here, or choose one').setInputFiles(history);
        await page.getByText(/Fuelly.*12 rows/).waitFor();
      },
    },
    { name: 'overview', open: (page) => page.goto(`${timeline}/overview`) },
    { name: 'design', open: (page) => page.goto('/design') },
    { name: 'fleet', open: (page) => page.goto('/fleet') },
    { name: 'vehicle-new', open: (page) => page.goto('/vehicles/new') },
    { name: 'vehicle-edit', open: (page) => page.goto(`${timeline}/edit`) },
    { name: 'settings', open: (page) => page.goto('/settings') },
  ];
}

type State = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

async function shoot(
  browser: Browser,
  storageState: State | undefined,
  scenes: readonly Scene[],
): Promise<void> {
  for (const { device, ...size } of sizes) {
    for (const theme of ['light', 'dark']) {
      const context = await browser.newContext({
        ...size,
        ...(storageState && { storageState }),
        baseURL: origin,
        locale: 'en-IE',
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      });
      await context.addCookies([{ name: 'odolog-theme', value: theme, url: origin }]);
      for (const { name, open } of scenes) {
        const page = waitingForLife(await context.newPage());
        await open(page);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: path.join(folder, `${name}-${device}-${theme}.png`) });
        await page.close();
      }
      await context.close();
    }
  }
}
