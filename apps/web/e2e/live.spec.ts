import { expect, test, vehicleWithFills } from './app';

test('an entry of another device appears, and the line goes on where it was cut', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const opened = page.waitForResponse(/\/feed\/stream/);
  await page.goto(`/vehicles/${id}`);
  await opened;
  await recordElsewhere('Seen at once');
  await expect(page.getByRole('link', { name: 'Seen at once' })).toBeVisible();

  await context.setOffline(true);
  await recordElsewhere('While away');
  await context.setOffline(false);
  await expect(page.getByRole('link', { name: 'While away' })).toBeVisible({ timeout: 15_000 });

  /** By the API and without the cookie that this browser's own writes leave. */
  async function recordElsewhere(text: string) {
    await person.api.post(`/vehicles/${id}/events`, { type: 'note', date: '2026-10-25', data: { text } });
    await context.clearCookies({ name: 'odolog-position' });
  }
});

test('further down nothing jumps: a line says that there is more', async ({ page, context, person }) => {
  const { items } = await person.api.post<{ items: { id: string }[] }>('/sample-garage');
  const id = items[0]!.id;
  const opened = page.waitForResponse(/\/feed\/stream/);
  await page.goto(`/vehicles/${id}`);
  await opened;
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, 1_500);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1_000);
  await person.api.post(`/vehicles/${id}/events`, {
    type: 'note',
    date: '2026-11-21',
    data: { text: 'Newest of all' },
  });
  await context.clearCookies({ name: 'odolog-position' });
  await page.getByRole('button', { name: 'A new entry: show it' }).click();
  await expect(page.getByRole('link', { name: 'Newest of all' })).toBeInViewport();
});
