import type { Page } from '@playwright/test';
import { expect, monthsAgo, sampleVehicle, test } from './app';

test('five years scroll to their beginning, and the keys walk through them', async ({ page, person }) => {
  test.slow();
  const { id } = await sampleVehicle(person, 'Octavia');
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('listitem').getByRole('link', { name: /L at/ }).first().click();
  await expect(page.getByRole('complementary', { name: / of / })).toBeVisible();
  const first = page.url();
  await page.keyboard.press('j');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(() => page.url()).toBe(first);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/event=/);

  const end = page.getByText('This is where the log begins.');
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(end).toBeInViewport({ timeout: 300 });
  }).toPass({ timeout: 40_000 });
});

test('a filter that is chosen far down the list shows what it finds, and nothing of the list before @thorough', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  await page.goto(`/vehicles/${id}`);
  const longAgo = page.getByRole('heading', { name: monthsAgo(15) });
  await expect(async () => {
    await page.mouse.wheel(0, 500);
    await expect(longAgo).toBeInViewport({ timeout: 300 });
  }).toPass({ timeout: 40_000 });

  // What is still under way for the list before comes after the one of the filter.
  const below = Promise.withResolvers<void>();
  let asked = 0;
  await page.route(/timeline\?.*cursor=/, async (route) => {
    asked += 1;
    await below.promise;
    await route.continue();
  });
  // Again, where the last step above had asked already.
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect.poll(() => asked, { timeout: 300 }).toBeGreaterThan(0);
  }).toPass();
  const late = page.waitForResponse(/timeline\?.*cursor=/);
  await page.getByRole('button', { name: 'Reminder', exact: true }).click();
  const rows = page.locator('main').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  below.resolve();
  await (await late).finished();
  await page.unrouteAll({ behavior: 'wait' });
  await expect(page.getByText('This is where the log begins.')).toBeVisible();
  await expect(rows).toHaveCount(2);
});

test('other entries that are asked for far down the list are read from the first on @thorough', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  await page.goto(`/vehicles/${id}`);
  const tools = page.getByRole('group', { name: 'Filters' });
  const firstRowIsRead = async () => {
    await expect(page.locator('[data-index="1"]')).toBeInViewport({ ratio: 1 });
    const { y, height } = (await tools.boundingBox())!;
    expect((await page.locator('[data-index="1"]').boundingBox())!.y).toBeGreaterThanOrEqual(y + height);
  };
  await goDown(page);
  await tools.getByRole('button', { name: 'Fuel-up' }).click();
  await expect(page).toHaveURL(/type=fuel/);
  await firstRowIsRead();

  await goDown(page);
  await tools.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page).not.toHaveURL(/type=/);
  await tools.getByRole('button', { name: 'Fuel-up' }).click();
  await expect(page).toHaveURL(/type=fuel/);
  await firstRowIsRead();

  await tools.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page).not.toHaveURL(/type=/);
  await goDown(page);
  await tools.getByRole('searchbox').fill('oil');
  await expect(page).toHaveURL(/q=oil/);
  await firstRowIsRead();
  await tools.getByRole('searchbox').fill('');
  await expect(page).not.toHaveURL(/q=oil/);

  // A month that is not loaded yet.
  const year = new Date().getUTCFullYear() - 4;
  await goDown(page);
  const read = await readRow(page);
  await page
    .getByRole('navigation', { name: 'Jump to a month' })
    .getByRole('link', { name: new RegExp(`${year}`) })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`to=${year}`));
  await firstRowIsRead();

  // The way back leads to where one was, not to the top, and waits for nothing.
  await holdWhatLiesBelow(page);
  await page.goBack();
  await expect(page).not.toHaveURL(/to=/);
  await expect.poll(() => readRow(page)).toBe(read);
});

test('the way back to a timeline leads to where it was left, with what was written there meanwhile (phone too, if thorough) @thorough', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  await page.goto(`/vehicles/${id}`);
  await page
    .getByRole('button', { name: /charges/ })
    .first()
    .click();
  await goDown(page);
  const goAway = async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reminders' }).click();
    await expect(page).toHaveURL(/\/reminders$/);
    await expect(page.locator('[data-index]')).toHaveCount(0);
  };
  // An open entry is an entry of the browser's history, too.
  await page.locator(`[data-index] a[href$="${new URL(await readRow(page)).search}"]`).click();
  await expect(page).toHaveURL(/event=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/event=/);
  const read = await readRow(page);
  await goAway();
  await holdWhatLiesBelow(page);
  await page.goBack();
  await expect.poll(() => readRow(page)).toBe(read);

  await goAway();
  await page.unrouteAll();
  const entry = new URL(read).searchParams.get('event');
  const { date } = await person.api.get<{ date: string }>(`/vehicles/${id}/events/${entry}`);
  await person.api.post(`/vehicles/${id}/events`, { type: 'note', date, data: { text: 'Rattles' } });
  await page.goBack();
  await expect(page.getByText('Rattles')).toBeVisible();

  // By a link one comes to the newest entries.
  await goAway();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Garage' }).click();
  await page.getByRole('main').locator(`a[href="/vehicles/${id}"]`).first().click();
  await expect(page.locator('[data-index="1"]')).toBeInViewport({ ratio: 1 });
});

test('a link to an entry brings its row into the window, however far down it is', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'V-Strom');
  const entry = async (query: string, at: number) => {
    const path = `/vehicles/${id}/timeline?type=fuel&limit=100${query}`;
    return (await person.api.get<{ items: { id: string }[] }>(path)).items[at]!.id;
  };
  const row = page
    .locator('main')
    .getByRole('listitem')
    .filter({ has: page.locator('[aria-current]') });

  await page.goto(`/vehicles/${id}?event=${await entry('', 8)}`);
  await expect(row).toBeInViewport({ ratio: 1 });
  await expect(page).not.toHaveURL(/to=/);

  await page.goto(`/vehicles/${id}?event=${await entry(`&to=${new Date().getUTCFullYear() - 3}-06-30`, 0)}`);
  await expect(page.getByRole('complementary', { name: /Fuel-up of/ })).toBeVisible();
  await expect(row).toBeInViewport({ ratio: 1 });
  await page.getByRole('link', { name: 'Back to the newest entries' }).click();
  await expect(page).not.toHaveURL(/to=/);
});

test('a turn of the wheel goes on while the list comes to life @thorough', async ({ page, person }) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  await page.addInitScript(() => {
    const scrollTo = window.scrollTo.bind(window);
    window.scrollTo = (...to: unknown[]) => {
      document.documentElement.dataset.scrolledTo = JSON.stringify(to);
      scrollTo(...(to as [ScrollToOptions]));
    };
  });
  await page.goto(`/vehicles/${id}`, { waitUntil: 'commit' });
  await page.locator('.tl__rows .row').first().waitFor();
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 700);
  // Rows further down stand there only when the list is alive.
  await expect.poll(() => page.locator('[data-index="24"]').count()).toBe(1);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  expect(await page.locator('html').getAttribute('data-scrolled-to')).toBeNull();
});

async function goDown(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 1000);
      return page.evaluate(() => window.scrollY);
    })
    .toBeGreaterThan(2500);
}

/** Where the first entry in the lower half of the window leads to, once a turn of the wheel has come to its end. */
const readRow = (page: Page) =>
  page.evaluate(async () => {
    for (let stood = -1; stood !== window.scrollY;) {
      stood = window.scrollY;
      await new Promise((rested) => setTimeout(rested, 200));
    }
    const entries = [...document.querySelectorAll<HTMLAnchorElement>('[data-index] a')];
    const read = entries.find((entry) => entry.getBoundingClientRect().top > window.innerHeight / 2);
    return read?.href ?? 'none';
  });

const holdWhatLiesBelow = (page: Page) =>
  page.route(/timeline\?.*cursor=/, () => new Promise(() => undefined));
