import type { BrowserContext, Page } from '@playwright/test';
import { expect, fill, test, vehicleWithFills, type Person } from './app';

/** Opens a page whose scripts stay on their way until `arrive` is called. */
async function goWithoutScripts(page: Page, address: string): Promise<() => Promise<void>> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.evaluate((to) => window.location.assign(to), address);
  await page.waitForURL(`**${address}`, { waitUntil: 'commit' });
  return async () => {
    await expect(page.locator('html[data-alive]')).toHaveCount(0);
    arrive();
    await expect(page.locator('html[data-alive]')).toHaveCount(1);
  };
}

/** Opens a page that comes to life while the code of one piece, known by a word in it, stays on its way until `arrive` is called. */
async function goWithoutPiece(page: Page, address: string, word: string): Promise<() => Promise<void>> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(word)) await arrived;
    await route.fulfill({ response });
  });
  await page.goto(address, { waitUntil: 'commit' });
  return async () => {
    arrive();
    // What was held is answered, and nothing more is: none is to be under way when the journey ends.
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test('what is typed while the page comes to life is searched for @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/events`, {
    type: 'note',
    date: '2026-10-25',
    data: { text: 'Rattle when cold' },
  });
  await page.goto('/settings');
  const arrive = await goWithoutScripts(page, `/vehicles/${id}`);
  await page.getByRole('searchbox', { name: 'Search this timeline' }).fill('rattle');
  await arrive();
  await expect(page).toHaveURL(/q=rattle/);
  await expect(page.getByRole('searchbox', { name: 'Search this timeline' })).toHaveValue('rattle');
  await expect(page.getByRole('link', { name: /L at/ })).toHaveCount(0);
});

test('a button pressed by its icon while the page comes to life does its work, once @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto('/settings');
  const arrive = await goWithoutScripts(page, `/vehicles/${id}`);
  await page.getByRole('button', { name: 'Fuel-up' }).locator('svg').click();
  await arrive();
  await expect(page).toHaveURL(/type=fuel/);
  await expect(page.getByRole('button', { name: 'Fuel-up' })).toHaveAttribute('aria-pressed', 'true');
});

test('a key pressed while the page comes to life opens the entry form @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto('/settings');
  const arrive = await goWithoutScripts(page, `/vehicles/${id}`);
  await page.getByRole('heading', { name: 'Cuore' }).waitFor();
  await page.keyboard.press('n');
  await arrive();
  await expect(page.getByRole('dialog').getByLabel('Volume')).toBeVisible();
});

test('a form sent while the page comes to life is sent, and never to the address bar', async ({
  page,
  person: _signedIn,
}) => {
  await page.goto('/settings');
  const arrive = await goWithoutScripts(page, '/');
  await page.getByLabel('VIN or nickname').fill('Polo');
  await page.getByRole('button', { name: 'Add vehicle' }).last().click();
  await arrive();
  await expect(page.getByRole('heading', { name: 'A clean sheet' })).toBeVisible();
});

test('a button of an open entry counts also before the code of its panel is there, however late @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Cuore', ['2026-09-20', '2026-10-20']);
  const { items } = await person.api.get<{ items: { id: string }[] }>(`/vehicles/${id}/timeline`);
  const arrive = await goWithoutPiece(page, `/vehicles/${id}?event=${items[0]!.id}`, 'panel__when');
  await page.getByRole('button', { name: 'Correct' }).click();
  // The list around it is watched by then, and has been drawn once more.
  await expect(page.getByRole('navigation', { name: 'Jump to a month' })).toBeVisible();
  await arrive();
  await expect(page.getByRole('dialog').getByLabel('Volume')).toBeVisible();
});

test.describe('a key after a press on an open entry whose code is late', () => {
  /** "Correct" is pressed on the later of two entries; nothing answers it yet. */
  async function pressedTooEarly(page: Page, person: Person) {
    const { id } = await vehicleWithFills(person, 'Cuore', ['2026-09-20', '2026-10-20']);
    const { items } = await person.api.get<{ items: { id: string }[] }>(`/vehicles/${id}/timeline`);
    const arrive = await goWithoutPiece(page, `/vehicles/${id}?event=${items[0]!.id}`, 'panel__when');
    await page.getByRole('button', { name: 'Correct' }).click();
    return { items, arrive };
  }

  test('begins an entry, which nothing takes away @thorough', async ({ page, person }) => {
    const { arrive } = await pressedTooEarly(page, person);
    await page.keyboard.press('n');
    const sheet = page.getByRole('dialog', { name: 'Add to Cuore' });
    await sheet.getByLabel('Volume').fill('33');
    await arrive();
    await expect(page.locator('.panel__when')).toHaveCount(1);
    await expect(sheet.getByLabel('Volume')).toHaveValue('33');
  });

  test('goes to the next entry, which nobody asked to correct @thorough', async ({ page, person }) => {
    const { items, arrive } = await pressedTooEarly(page, person);
    await page.keyboard.press('j');
    await expect(page).toHaveURL(new RegExp(`event=${items[1]!.id}`));
    await arrive();
    await expect(page.locator('.panel__when')).toHaveCount(1);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('closes it, and the press is forgotten @thorough', async ({ page, person }) => {
    const { arrive } = await pressedTooEarly(page, person);
    await page.keyboard.press('Escape');
    await expect(page.locator('.panel')).toHaveCount(0);
    await arrive();
    await expect(page).not.toHaveURL(/event=/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('while somebody else writes', () => {
  test.use({ disturbed: 'What others write makes room for itself, on a page that nobody has touched.' });
  const heardUpTo = async (context: BrowserContext) =>
    (await context.cookies()).find(({ name }) => name === 'odolog-position')?.value;

  for (const order of ['before', 'after'])
    test(`a press on an open entry counts also ${order} the page hears of another one @thorough`, async ({
      page,
      context,
      person,
    }) => {
      const { id } = await vehicleWithFills(person, 'Cuore', ['2026-09-20', '2026-10-20']);
      const { items } = await person.api.get<{ items: { id: string }[] }>(`/vehicles/${id}/timeline`);
      const arrive = await goWithoutPiece(page, `/vehicles/${id}?event=${items[0]!.id}`, 'panel__when');
      const before = await heardUpTo(context);
      const correct = page.getByRole('button', { name: 'Correct' });
      if (order === 'before') await correct.click();
      await person.api.postElsewhere(`/vehicles/${id}/events`, fill('2026-10-10', 10_200, 12));
      await expect.poll(() => heardUpTo(context)).not.toBe(before);
      // Long enough for the page to be drawn again, if it were.
      await page.waitForTimeout(2_000);
      if (order === 'after') await correct.click();
      await arrive();
      await expect(page.getByRole('dialog').getByLabel('Volume')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('link', { name: /12\.00 L/ })).toBeVisible();
    });

  test('what they write is shown at last where the code of a panel does not come @thorough', async ({
    page,
    context,
    person,
  }) => {
    const { id } = await vehicleWithFills(person, 'Cuore', ['2026-09-20', '2026-10-20']);
    const { items } = await person.api.get<{ items: { id: string }[] }>(`/vehicles/${id}/timeline`);
    await page.clock.install();
    const arrive = await goWithoutPiece(page, `/vehicles/${id}?event=${items[0]!.id}`, 'panel__when');
    const before = await heardUpTo(context);
    await person.api.postElsewhere(`/vehicles/${id}/events`, fill('2026-10-10', 10_200, 12));
    await expect.poll(() => heardUpTo(context)).not.toBe(before);
    const written = page.getByRole('link', { name: /12\.00 L/ });
    await expect(written).toBeHidden();
    await page.clock.fastForward(10_000);
    await expect(written).toBeVisible();
    await arrive();
  });
});

test('the first entry is begun also before the code of an empty timeline is there @thorough', async ({
  page,
  person,
}) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', {
    nickname: 'Cuore',
    kind: 'car',
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
    timeZone: 'Europe/Berlin',
  });
  const arrive = await goWithoutPiece(page, `/vehicles/${id}`, 'nothing__ways');
  await page.getByRole('button', { name: 'Add the first entry' }).click();
  await arrive();
  await expect(page.getByRole('dialog').getByLabel('Volume')).toBeVisible();
});
