import { expect, monthsAgo, sampleVehicle, test, vehicleWithFills } from './app';

test('filters and the search are in the address', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/events`, {
    type: 'note',
    date: '2026-10-25',
    data: { text: 'Rattle when cold' },
  });
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('button', { name: 'Note' }).click();
  await expect(page).toHaveURL(/type=note/);
  await expect(page.getByRole('link', { name: 'Rattle when cold' })).toBeVisible();
  await expect(page.getByText('10,500 km', { exact: true })).toHaveCount(1); // the head's key figure

  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('rattle');
  await expect(page).toHaveURL(/q=rattle/);
  await expect(page.getByRole('searchbox', { name: 'Search this timeline' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Search this timeline' })).toHaveValue('rattle');
  await page.getByRole('searchbox', { name: 'Search this timeline' }).fill('no such thing');
  await page.getByRole('link', { name: 'Show all entries' }).click();
  await expect(page.getByRole('link', { name: 'Rattle when cold' })).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search this timeline' })).toHaveValue('');
});

test('an entry shows how its figure comes about, and keeps its history when it is corrected', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('link', { name: '25.00 L at €1.60/L' }).click();
  const panel = page.getByRole('complementary', { name: /Fuel-up of/ });
  await expect(panel.getByText('How 5.00 comes about')).toBeVisible();
  await expect(panel.getByText('25.00 L over 500 km')).toBeVisible();

  await panel.getByRole('button', { name: 'Correct' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Volume').fill('26');
  // It takes the place of what it corrects, and does not count beside it.
  await expect(sheet.getByText('26.00 L over 500 km')).toBeVisible();
  await sheet.getByLabel('Reason for the correction').fill('Digits swapped, see receipt.');
  await sheet.getByRole('button', { name: 'Save correction' }).click();

  await page.getByRole('link', { name: /^26\.00 L/ }).click();
  await expect(panel.getByText('2 versions')).toBeVisible();
  await expect(panel.getByText('“Digits swapped, see receipt.”')).toBeVisible();
  await expect(panel.locator('.diff')).toContainText('25 L');
});

test('charges at one place fold within a month, and unfold where one of them is wanted', async ({
  page,
  person,
}) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Spring', currency: 'EUR' });
  for (const day of ['02', '06', '13']) {
    const added = { value: 9, unit: 'kWh' };
    const data = { added, startedAt: `2026-11-${day}T20:00:00Z`, charger: 'home' };
    await person.api.post(`/vehicles/${id}/events`, { type: 'charge', date: `2026-11-${day}`, data });
  }
  await page.goto(`/vehicles/${id}`);
  const fold = page.getByRole('button', { name: '3 charges at home' });
  await expect(page.getByRole('listitem').filter({ has: fold })).toContainText('27.0 kWh added');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: '9.0 kWh, at home' })).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(fold).toHaveCount(0);
  await page.reload();
  await fold.click();
  await expect(page.getByRole('link', { name: '9.0 kWh, at home' })).toHaveCount(3);
});

test('an entry that is taken out leaves the sums, and comes back', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('link', { name: '25.00 L at €1.60/L' }).click();
  await page.getByRole('button', { name: 'More: take out, copy link' }).click();
  await page.getByRole('menuitem', { name: 'Take out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await expect(page.getByRole('link', { name: '25.00 L at €1.60/L' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: '25.00 L at €1.60/L' })).toBeVisible();
});

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

test('a filter that is chosen far down the list shows what it finds, and nothing of the list before', async ({
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

test('other entries that are asked for far down the list are read from the first on', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  await page.goto(`/vehicles/${id}`);
  const tools = page.getByRole('group', { name: 'Filters' });
  const goDown = async () => {
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 1000);
        return page.evaluate(() => window.scrollY);
      })
      .toBeGreaterThan(2500);
  };
  const firstRowIsRead = async () => {
    await expect(page.locator('[data-index="1"]')).toBeInViewport({ ratio: 1 });
    const { y, height } = (await tools.boundingBox())!;
    expect((await page.locator('[data-index="1"]').boundingBox())!.y).toBeGreaterThanOrEqual(y + height);
  };
  await goDown();
  await tools.getByRole('button', { name: 'Fuel-up' }).click();
  await expect(page).toHaveURL(/type=fuel/);
  await firstRowIsRead();

  await tools.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page).not.toHaveURL(/type=/);
  await goDown();
  await tools.getByRole('searchbox').fill('oil');
  await expect(page).toHaveURL(/q=oil/);
  await firstRowIsRead();
  await tools.getByRole('searchbox').fill('');
  await expect(page).not.toHaveURL(/q=oil/);

  // A month that is not loaded yet.
  const year = new Date().getUTCFullYear() - 4;
  await goDown();
  await page
    .getByRole('navigation', { name: 'Jump to a month' })
    .getByRole('link', { name: new RegExp(`${year}`) })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`to=${year}`));
  await firstRowIsRead();

  // The way back leads to where one was, not to the top.
  await page.goBack();
  await expect(page).not.toHaveURL(/to=/);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
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

test('a month of nothing but plans is called planned, with what it will cost', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const ahead = new Date(Date.now() + 70 * 86_400_000).toISOString().slice(0, 10);
  const total = { amount: '320.00', currency: 'EUR' };
  const insurance = { type: 'expense', date: ahead, data: { category: 'insurance', total } };
  await person.api.post(`/vehicles/${id}/events`, insurance);
  await page.goto(`/vehicles/${id}`);
  const planned = page.locator('.month').filter({ hasText: 'planned' });
  await expect(planned).toHaveCount(1);
  await expect(planned).toContainText('€320.00');
  await expect(page.getByRole('navigation', { name: 'Jump to a month' }).locator('.tk--ahead')).toHaveCount(
    1,
  );
});

test('what is printed is everything that was loaded, and says what it lacks', async ({ page, person }) => {
  const { id } = await sampleVehicle(person, 'Cuore');
  await page.goto(`/vehicles/${id}`);
  await page.keyboard.press('Shift');
  const rows = page.locator('.tl__rows .row');
  await expect(rows.first()).toBeVisible();
  const near = await rows.count();
  const tell = (type: string) => page.evaluate((name) => void window.dispatchEvent(new Event(name)), type);
  await page.emulateMedia({ media: 'print' });
  await tell('beforeprint');
  const printed = await rows.count();
  expect(printed).toBeGreaterThan(near);
  await expect(page.getByText('Earlier entries are not on this print')).toBeVisible();
  await tell('afterprint');
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => rows.count()).toBeLessThan(printed);
});

test('a search that finds nothing offers the months, also where the page begins with it', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const note = { type: 'note', date: '2026-09-25', data: { text: 'Rattle when cold' } };
  await person.api.post(`/vehicles/${id}/events`, note);
  await page.goto(`/vehicles/${id}?q=zzzz`);
  await expect(page.getByRole('link', { name: 'Show all entries' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Jump to a month' })).toBeVisible();
});

test('what is printed has the folded charges that were never near the window', async ({ page, person }) => {
  const { id } = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Spring', currency: 'EUR' });
  for (const day of ['02', '06', '13']) {
    const added = { value: 9, unit: 'kWh' };
    const data = { added, startedAt: `2026-09-${day}T20:00:00Z`, charger: 'home' };
    await person.api.post(`/vehicles/${id}/events`, { type: 'charge', date: `2026-09-${day}`, data });
  }
  for (let day = 1; day <= 25; day += 1) {
    const date = `2026-10-${String(day).padStart(2, '0')}`;
    await person.api.post(`/vehicles/${id}/events`, { type: 'note', date, data: { text: `Day ${day}` } });
  }
  const code = page.waitForResponse(
    async (response) =>
      /\.js(\?|$)/.test(response.url()) && (await response.text()).includes('timeline.fold'),
  );
  await page.goto(`/vehicles/${id}`);
  await code;
  await expect(page.getByRole('navigation', { name: 'Jump to a month' })).toBeVisible();
  const printed = await page.evaluate(() => {
    const rows = () => [...document.querySelectorAll<HTMLElement>('.tl__rows .row')];
    const near = rows().length;
    window.dispatchEvent(new Event('beforeprint'));
    return rows()
      .slice(near)
      .map(({ innerText }) => innerText);
  });
  expect(printed.at(-1)).toContain('3 charges at home');
});

test('a turn of the wheel goes on while the list comes to life', async ({ page, person }) => {
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
