import { expect, freshEmail, password, test, vehicleWithFills, waitingForLife } from './app';

test('one hands a vehicle over, the other takes it with its history, and a copy stays to be read @thorough', async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const vehicle = await vehicleWithFills(person, 'Cuddles');
  const note = { type: 'note', date: '2026-10-21', data: { text: 'Rattles in second gear' } };
  await person.api.post(`/vehicles/${vehicle.id}/events`, note);
  await page.goto(`/vehicles/${vehicle.id}`);
  await page.getByRole('button', { name: 'More about this vehicle' }).first().click();
  await page.getByRole('menuitem', { name: 'Hand over' }).click();
  const takerEmail = freshEmail();
  await page.getByLabel('E-mail of the new owner').fill(takerEmail);
  await page.getByRole('button', { name: 'Offer it' }).click();
  const link = await page.getByLabel('Link of the offer').inputValue();
  await expect(page.getByRole('region', { name: 'Offers' })).toContainText(takerEmail);

  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1440, height: 900 } });
  const taker = waitingForLife(await context.newPage());
  await taker.goto(link);
  await expect(taker.getByRole('heading', { name: 'Take over Daihatsu Cuore 1.0 2008' })).toBeVisible();
  await taker.getByRole('button', { name: 'Create account' }).click();
  await taker.getByLabel('Name').fill('Kim Berger');
  await taker.getByLabel('E-mail').fill(takerEmail);
  await taker.getByLabel('Password').fill(password);
  await taker.getByRole('checkbox', { name: 'I have read the terms and accept them' }).check();
  await taker.getByRole('button', { name: 'Create account' }).click();
  await taker.getByRole('button', { name: 'Take it over' }).click();
  await expect(taker.getByText('Taken over from Jana Weber with 2 events of history')).toBeVisible();
  await expect(taker.getByText('10,500 km').first()).toBeVisible();
  await expect(taker.getByText('Rattles')).toHaveCount(0);
  const takenOver = new URL(taker.url()).pathname;
  await taker.goto(link);
  await expect(taker.getByText('The vehicle has been taken over already.')).toBeVisible();

  await taker.goto(`${takenOver}/proof`);
  const [sealed] = await Promise.all([
    taker.waitForEvent('download'),
    taker.getByRole('button', { name: 'Seal and download' }).click(),
  ]);
  await taker.goto('/verify');
  await taker.getByLabel('Choose the file').setInputFiles(await sealed.path());
  const handovers = taker.getByRole('list', { name: 'Hand-overs' });
  await expect(handovers).toContainText(
    /2 entries are as the former keeper handed them over on .+ \d+:\d\d UTC/,
  );
  await expect(handovers).toContainText('Their key is one of this server.');
  await context.close();

  await page.goto(`/vehicles/${vehicle.id}`);
  await expect(page.getByRole('note')).toContainText('It can be read, not changed.');
  await expect(page.getByText('Rattles in second gear')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Former vehicles' })).toContainText('Cuddles');
});

test('a vehicle is sold, leaves the garage, and comes back', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person, 'Cuore');
  await person.api.post('/vehicles', { nickname: 'Sprinter' });
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('button', { name: 'More about this vehicle' }).first().click();
  await page.getByRole('menuitem', { name: 'Sell' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sell Cuore' });
  await dialog.getByLabel('Odometer').fill('10600');
  await dialog.getByLabel('Price').fill('1400');
  await dialog.getByLabel('Buyer').fill('J. Huber');
  await dialog.getByRole('button', { name: 'Mark as sold' }).click();
  await expect(page.getByText('Sold to J. Huber')).toBeVisible();
  await expect(page.getByRole('note')).toContainText('Nobody is reminded of it.');
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Former vehicles' })).toContainText('Cuore');
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('button', { name: 'Back into the garage' }).click();
  await expect(page.getByRole('note')).toHaveCount(0);
});
