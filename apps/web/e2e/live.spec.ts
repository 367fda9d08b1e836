import type { Page } from '@playwright/test';
import { daysAgo, expect, recordAll, sampleVehicle, test, vehicleWithFills, waitingForLife } from './app';
import { aNote, note } from './as-another-device';

test.use({ disturbed: 'What others write makes room for itself, on a page that nobody has touched.' });

test('an entry of another device appears, and after a drop none is missed and none is there twice', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const resumedAt: string[] = [];
  await page.route('**/feed/stream', async (route) => {
    const from = route.request().headers()['last-event-id'] ?? '';
    resumedAt.push(from);
    if (resumedAt.length > 1) return route.continue();
    // The first connection brings one entry and is cut off.
    await note(person, id, 'Before the drop');
    const { items } = await person.api.get<{ items: { position: number }[] }>(`/feed?after=${from}`);
    await note(person, id, 'While cut off');
    const body = items.map((event) => `id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`).join('');
    await route.fulfill({ contentType: 'text/event-stream', body });
  });
  await page.goto(`/vehicles/${id}`);
  const entry = (words: string) => page.getByRole('link', { name: words });
  await expect(entry('Before the drop')).toBeVisible();
  await expect(entry('While cut off')).toBeVisible();
  await expect.poll(() => Number(resumedAt[1])).toBe(Number(resumedAt[0]) + 1);

  await note(person, id, 'Live again');
  await expect(entry('Live again')).toBeVisible();
  for (const words of ['Before the drop', 'While cut off', 'Live again']) {
    await expect(entry(words)).toHaveCount(1);
  }
});

test('what another window has taken out goes from this one, too @thorough', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const other = waitingForLife(await context.newPage());
  const listening = other.waitForResponse(/\/feed\/stream/);
  await other.goto(`/vehicles/${id}`);
  await listening;
  const entryIn = (window: Page) => window.getByRole('link', { name: '25.00 L at €1.60/L' });
  await expect(entryIn(other)).toBeVisible();
  await page.goto(`/vehicles/${id}`);
  await entryIn(page).click();
  await page.getByRole('button', { name: 'More: take out, copy link' }).click();
  await page.getByRole('menuitem', { name: 'Take out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  for (const window of [page, other]) await expect(entryIn(window)).toHaveCount(0);
});

test('what is new is said again to whoever left the page without looking at it @thorough', async ({
  page,
  person,
}) => {
  const vehicle = await vehicleWithFills(person);
  const days = Array.from({ length: 28 }, (_, day) => aNote(`Day ${day + 1}`));
  await recordAll(person.api, vehicle, days);
  const listening = page.waitForResponse(/\/feed\/stream/);
  await page.goto(`/vehicles/${vehicle.id}`);
  await listening;
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
  const line = page.getByRole('button', { name: 'A new entry: show it' });
  await note(person, vehicle.id, 'Written meanwhile', '2026-10-26');
  await expect(line).toBeVisible();
  await page.getByRole('link', { name: 'Garage' }).first().click();
  await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
  await page.goBack();
  await line.click();
  await expect(page.getByRole('link', { name: 'Written meanwhile' })).toBeVisible();
});

test('what did not arrive after a write is read again, though nothing lies below it @thorough', async ({
  page,
  person,
}) => {
  const vehicle = await vehicleWithFills(person);
  const days = Array.from({ length: 28 }, (_, day) => aNote(`Day ${day + 1}`));
  await recordAll(person.api, vehicle, [...days, aNote('Still the newest')]);
  await page.goto(`/vehicles/${vehicle.id}`);
  const end = page.getByText('This is where the log begins.');
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(end).toBeInViewport({ timeout: 1000 });
  }).toPass();

  await page.route(/timeline\?.*cursor=/, (route) => route.abort('internetdisconnected'));
  await note(person, vehicle.id, 'Written meanwhile');
  await page.getByRole('button', { name: 'A new entry: show it' }).click();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  const read = page.waitForResponse(/timeline\?.*cursor=/);
  await again.click();
  await read;
  await expect(end).toBeVisible();
  await expect(again).toHaveCount(0);
});

test('what comes while the page is asked for anew is shown without loading it again @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const listening = page.waitForResponse(/\/feed\/stream/);
  await page.goto(`/vehicles/${id}`);
  await listening;
  const seen = async () => {
    const cookies = await page.context().cookies();
    return Number(cookies.find(({ name }) => name === 'odolog-position')?.value);
  };
  const answered = Promise.withResolvers<void>();
  await page.route(/_rsc=/, async (route) => {
    await answered.promise;
    await route.continue();
  });
  let loads = 0;
  page.on('request', (request) => (loads += request.isNavigationRequest() ? 1 : 0));

  const asked = page.waitForRequest(/_rsc=/);
  await note(person, id, 'First of two');
  await asked;
  const before = await seen();
  await note(person, id, 'Second of two');
  await expect.poll(seen).toBeGreaterThan(before);
  answered.resolve();
  await expect(page.getByRole('link', { name: 'First of two' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Second of two' })).toBeVisible();
  expect(loads).toBe(0);
});

test('further down nothing jumps: a line says that there is more @thorough', async ({ page, person }) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  const opened = page.waitForResponse(/\/feed\/stream/);
  await page.goto(`/vehicles/${id}`);
  await opened;
  await page.mouse.move(500, 500);
  await turnDown(page);
  const before = await page.evaluate(() => window.scrollY);
  await note(person, id, 'Newest of all', daysAgo(0));
  const more = page.getByRole('button', { name: 'A new entry: show it' });
  await expect(more).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  await more.click();
  await expect(page.getByRole('link', { name: 'Newest of all' })).toBeInViewport();

  await turnDown(page);
  await note(person, id, 'Newer yet', daysAgo(0));
  await expect(more).toBeVisible();
  await page.mouse.wheel(0, -20_000);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await note(person, id, 'Come while the top is looked at', daysAgo(0));
  await expect(page.getByRole('link', { name: 'Come while the top is looked at' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Newer yet' })).toBeVisible();
  await expect(more).toHaveCount(0);

  await turnDown(page);
  await note(person, id, 'Gone up to by keys', daysAgo(0));
  await expect(more).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('link', { name: 'Gone up to by keys' })).toBeInViewport();
  await expect(more).toHaveCount(0);
});

/** As one does who sees that the page came to rest too early: while its list comes to life, a turn of the wheel may be cut short. */
async function turnDown(page: Page): Promise<void> {
  await expect(async () => {
    await page.mouse.wheel(0, 1_500);
    await expect.poll(() => page.evaluate(() => window.scrollY), { timeout: 2_000 }).toBeGreaterThan(1_000);
  }).toPass();
}
