import type { Page } from '@playwright/test';
import { expect, fill, logFill, openForm, test, vehicleWithFills } from './app';

/** Holds back what the page fetches anew until it is released, and counts it. */
async function holdAnswers(page: Page) {
  const asked: string[] = [];
  const held = Promise.withResolvers<void>();
  await page.route(/_rsc=/, async (route) => {
    asked.push(route.request().url());
    await held.promise;
    await route.continue();
  });
  return { asked, release: held.resolve };
}

const row = (page: Page, km: string) => page.getByRole('listitem').filter({ hasText: km });

test('one opens entry after entry while what was just saved is on its way @thorough', async ({
  page,
  person,
}) => {
  const vehicle = await vehicleWithFills(person);
  await page.goto(`/vehicles/${vehicle.id}`);
  const panel = page.locator('.panel');
  const { asked, release } = await holdAnswers(page);

  await logFill(await openForm(page), { km: '11000', litres: '26' });
  await expect.poll(() => asked).toHaveLength(1);
  await row(page, '10,500 km').getByRole('link').click();
  await expect(panel).toContainText('Tuesday 20 October');
  await row(page, '10,000 km').getByRole('link').click();
  await expect(panel).toContainText('Thursday 1 October');
  await page.goBack();
  await expect(panel).toHaveCount(0);
  await page.goForward();
  await expect(panel).toContainText('Thursday 1 October');

  release();
  await expect(row(page, '11,000 km')).toContainText('5.20 L/100 km');
  await expect(panel).toContainText('Thursday 1 October');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page).toHaveURL(`/vehicles/${vehicle.id}`);
});

test('what others write is asked for once, however one walks through the entries meanwhile @thorough', async ({
  page,
  person,
}) => {
  const vehicle = await vehicleWithFills(person);
  await page.goto(`/vehicles/${vehicle.id}`);
  const panel = page.locator('.panel');
  await row(page, '10,500 km').getByRole('link').click();
  await expect(panel).toContainText('Tuesday 20 October');
  await page.evaluate(() => (document.documentElement.dataset.sameDocument = ''));
  const { asked, release } = await holdAnswers(page);

  await person.api.postElsewhere(`/vehicles/${vehicle.id}/events`, fill('2026-11-01', 11_000, 26));
  await expect.poll(() => asked).toHaveLength(1);
  await page.keyboard.press('j');
  await expect(panel).toContainText('Thursday 1 October');
  await page.keyboard.press('k');
  await expect(panel).toContainText('Tuesday 20 October');

  release();
  await expect(row(page, '11,000 km')).toContainText('5.20 L/100 km');
  await expect(panel).toContainText('Tuesday 20 October');
  await page.keyboard.press('k');
  await expect(panel).toContainText('Sunday 1 November');
  await expect(page.locator('html')).toHaveAttribute('data-same-document');
  expect(asked).toHaveLength(1);

  await page.reload();
  await expect(panel).toContainText('Sunday 1 November');
});

test('a connection lost on the way is waited for, and what is typed meanwhile stays @thorough', async ({
  page,
  person,
}) => {
  const vehicle = await vehicleWithFills(person);
  await page.goto(`/vehicles/${vehicle.id}`);
  let asked = 0;
  await page.route(/_rsc=/, (route) => {
    asked += 1;
    return asked === 1 ? route.abort('internetdisconnected') : route.continue();
  });
  await logFill(await openForm(page), { km: '11000', litres: '26' });
  await expect.poll(() => asked).toBeGreaterThan(0);
  const sheet = await openForm(page);
  await sheet.getByLabel('Volume').fill('20');
  await expect(page.getByText('5.20 L/100 km')).toBeVisible();
  await expect(sheet.getByLabel('Volume')).toHaveValue('20');
});
