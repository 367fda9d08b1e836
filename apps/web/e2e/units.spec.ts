import { daysAgo, expect, lately, openForm, test, vehicleWithFills } from './app';

test('an American reads a German vehicle in miles and gallons, and fuels it in gallons and dollars', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Golf');
  await person.api.patch('/me/preferences', {
    locale: 'en-US',
    timeZone: 'America/New_York',
    currency: 'USD',
    distanceUnit: 'mi',
    volumeUnit: 'gal-us',
  });
  const abroad = {
    volume: { value: 5, unit: 'gal-us' },
    total: { amount: '20.00', currency: 'USD' },
    energy: 'petrol',
    fill: 'full',
  };
  const odometer = { value: 6800, unit: 'mi' };
  await person.api.post(`/vehicles/${id}/events`, {
    type: 'fuel',
    date: '2026-11-01',
    odometer,
    data: abroad,
  });
  await page.goto(`/vehicles/${id}`);
  const row = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  await expect(row('5.00 gal for $20.00')).toContainText('6,800 mi');
  await expect(row('6.60 gal')).toContainText('€40.00');
  await expect(row('6.60 gal')).toContainText('47.0 mpg');
  const sheet = await openForm(page);
  await sheet.getByLabel('Unit of the pump').selectOption('gal (US)');
  await sheet.getByLabel('Currency').selectOption('USD');
  await sheet.getByLabel('Odometer', { exact: true }).fill('11300');
  await sheet.getByLabel('Volume').fill('6');
  await sheet.getByLabel('Total', { exact: true }).fill('24');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(row('6.00 gal at $4.00/gal')).toContainText('$24.00');
});

test('a day is said as its reader says it, whatever the browser makes of it @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Golf');
  await person.api.patch('/me/preferences', { locale: 'de-DE' });
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page, 'Kilometerstand');
  await sheet.getByRole('button', { name: /^Heute/ }).click();
  const date = sheet.getByLabel('Datum', { exact: true });
  await date.fill('2026-05-04');
  await expect(date).toHaveAccessibleDescription(/^Mo\., 4\. Mai/);
  await page.keyboard.press('Escape');

  await page.goto(`/vehicles/${id}/tariffs`);
  const from = page.getByLabel('Ab', { exact: true });
  await expect(from).toHaveAccessibleDescription(/^\p{L}{2}\., \d{1,2}\. \p{L}+\.?$/u);
  await from.fill('2026-04-05');
  await expect(from).toHaveAccessibleDescription('So., 5. Apr.');
});

test('what has happened, and what ends, is told by the clock of whoever reads it @thorough', async ({
  page,
  person,
}) => {
  // A day ahead of the world from noon.
  const timeZone = 'Pacific/Kiritimati';
  await person.api.patch('/me/preferences', { locale: 'en-IE', timeZone });
  const expiresAt = `${daysAgo(-220)}T12:00:00Z`;
  await person.api.post('/api-keys', { name: 'Spreadsheet', scopes: ['read'], expiresAt });
  const said = (style: Intl.DateTimeFormatOptions, instant: string) =>
    new Intl.DateTimeFormat('en-IE', { ...style, timeZone }).format(new Date(instant));
  await page.goto('/settings/api-keys');
  await expect(page.getByText(`until ${said({ dateStyle: 'medium' }, expiresAt)}`)).toBeVisible();

  const { accepted } = await person.api.get<{ accepted: { acceptedAt: string }[] }>('/me/terms');
  const when = said({ dateStyle: 'medium', timeStyle: 'short' }, accepted[0]!.acceptedAt);
  await page.goto('/settings/account');
  await expect(page.getByText(`accepted on ${when}`)).toBeVisible();
});

test('every page of a vehicle in kilometres and litres is in the miles, gallons and words of who reads it @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Golf', lately);
  await person.api.post(`/vehicles/${id}/reminders`, {
    title: 'Zahnriemen',
    dueOdometer: { value: 120_000, unit: 'km' },
    every: { distance: { value: 120_000, unit: 'km' } },
  });
  await person.api.patch('/me/preferences', {
    locale: 'de-DE',
    timeZone: 'America/New_York',
    currency: 'USD',
    distanceUnit: 'mi',
    volumeUnit: 'gal-us',
  });
  const main = page.locator('main');
  const shows: Readonly<Record<string, readonly (string | RegExp)[]>> = {
    '/': ['Golf', / mi/],
    [`/vehicles/${id}`]: ['6,60 gal', '47,0', / mi/],
    [`/vehicles/${id}/overview`]: ['47,0', / mi/],
    '/fleet': ['Golf', '47,0', / mi/],
    '/reminders': ['Zahnriemen', / mi/],
    [`/vehicles/${id}/proof/print`]: ['6,60 gal', / mi/],
  };
  for (const [address, words] of Object.entries(shows)) {
    await page.goto(address);
    for (const word of words) await expect(main, address).toContainText(word);
    await expect(main, address).not.toContainText(/\d\s?(km|L\/100)/);
  }
});
