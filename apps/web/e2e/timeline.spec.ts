import { daysAgo, expect, recordAll, sampleVehicle, test, vehicleWithCharges, vehicleWithFills } from './app';

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

test('charges at one place fold within a month, and unfold where one of them is wanted @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithCharges(person);
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
  const reason = page.getByRole('dialog').getByRole('textbox');
  const usual = await reason.inputValue();
  await reason.clear();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await expect(reason).toHaveAccessibleDescription('This is missing.');
  await reason.fill(usual);
  await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await expect(page.getByRole('link', { name: '25.00 L at €1.60/L' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: '25.00 L at €1.60/L' })).toBeVisible();
});

test('a month of nothing but plans is called planned, with what it will cost @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const ahead = daysAgo(-70);
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

test('what is printed is everything that was loaded, and says what it lacks @thorough', async ({
  page,
  person,
}) => {
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

test('a search that finds nothing offers the months, also where the page begins with it @thorough', async ({
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

test('what is printed has the folded charges that were never near the window @thorough', async ({
  page,
  person,
}) => {
  const vehicle = await vehicleWithCharges(person, '2026-09');
  const notes = Array.from({ length: 25 }, (_, day) => ({
    type: 'note',
    date: `2026-10-${String(day + 1).padStart(2, '0')}`,
    data: { text: `Day ${day + 1}` },
  }));
  await recordAll(person.api, vehicle, notes);
  await page.goto(`/vehicles/${vehicle.id}`);
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
