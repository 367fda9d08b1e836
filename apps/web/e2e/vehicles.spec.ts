import { expect, openForm, test, vehicleWithFills } from './app';

test('a vehicle is added with all that is known of it', async ({ page, person: _signedIn }) => {
  await page.goto('/vehicles/new');
  await page.getByText('Motorcycle').click();
  await page.getByLabel('Nickname').fill('V-Strom');
  await page.getByLabel('Make').fill('Suzuki');
  await page.getByLabel('Model').fill('V-Strom 650');
  await page.getByLabel('Year').fill('2012');
  await page.getByLabel('Licence plate').fill('M-VS 650');
  await page.getByRole('button', { name: 'Add vehicle' }).click();
  await expect(page.getByRole('heading', { name: 'V-Strom', exact: true })).toBeVisible();
  await expect(page.getByText('2012 Suzuki V-Strom 650').first()).toBeVisible();
});

test('in the night of New Year the form is drawn alike on both sides @thorough', async ({
  page,
  person: _signedIn,
}) => {
  const newest = new Date().getUTCFullYear() + 2;
  await page.clock.setFixedTime(`${newest - 1}-01-01T00:10:00Z`);
  await page.goto('/vehicles/new');
  await page.getByLabel('Year').focus();
  await expect(page.locator('datalist option').first()).toHaveAttribute('value', String(newest));
});

test('a VIN fills in what it says, and asks before it takes the place of what was typed @thorough', async ({
  page,
  person: _signedIn,
}) => {
  await page.goto('/vehicles/new');
  await page.getByLabel('Model').fill('Civic');
  const vin = page.getByLabel('VIN');
  await vin.fill('1HGCM82633A00435I');
  await expect(vin).toHaveAttribute('aria-invalid', 'true');
  await vin.fill('1HGCM82633A004352');
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByLabel('Make')).toHaveValue('Honda');
  await expect(page.getByLabel('Year')).toHaveValue('2003');
  await expect(page.getByLabel('Model')).toHaveValue('Civic');
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect(page.getByLabel('Model')).toHaveValue('Accord');
});

test('a VIN alone makes a vehicle that is called what it says @thorough', async ({
  page,
  person: _person,
}) => {
  await page.goto('/');
  await page.getByLabel('VIN or nickname').fill('1HGC M82 633A 004352');
  await page.getByRole('button', { name: 'Add vehicle' }).click();
  await expect(page.getByRole('heading', { name: 'Honda Accord' })).toBeVisible();
  await expect(page.getByText('2003 Honda Accord EX-V6')).toBeVisible();
});

test('a name that is missing is asked for in our words, beside its field', async ({ page, person }) => {
  await person.api.patch('/me/preferences', { locale: 'de-DE' });
  await page.goto('/vehicles/new');
  const name = page.locator('#nickname');
  await page.getByRole('button', { name: 'Fahrzeug hinzufügen' }).click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Das fehlt noch/);
  await name.fill('Polo');
  await expect(name).toHaveAttribute('aria-invalid', 'false');
});

test('a VIN that cannot be one is pointed at @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/edit`);
  await page.getByLabel('VIN').fill('IOQ');
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByLabel('VIN')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('VIN').fill('1M8GDM9AXKP042788');
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByText('Cuore is saved.')).toBeVisible();
});

test('a vehicle that was removed comes back with its history @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('button', { name: 'More about this vehicle' }).click();
  await page.getByRole('menuitem', { name: 'Remove vehicle' }).click();
  await expect(page.getByText('Nothing parked here yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('10,500 km').first()).toBeVisible();
});

test('a vehicle that was removed can be brought back later @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await person.api.delete(`/vehicles/${id}`);
  await page.goto('/');
  await page.getByRole('link', { name: 'Bring back a vehicle that was removed' }).click();
  await page.getByRole('button', { name: 'Bring back Cuore' }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByText('10,500 km').first()).toBeVisible();
});

test('a sold vehicle is out of the daily way, can be read, and comes back when the sale is undone @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Oldie');
  await vehicleWithFills(person, 'Polo');
  await page.goto('/');
  const former = page.getByRole('main').getByRole('heading', { name: 'Former vehicles' });
  await expect(page.getByRole('main').getByRole('link', { name: 'Oldie' }).first()).toBeVisible();
  await expect(former).toHaveCount(0);
  await person.api.post(`/vehicles/${id}/events`, { type: 'sold', date: '2026-11-01', data: {} });
  await page.goto('/');
  await expect(former).toBeVisible();
  const sidebar = page.getByRole('navigation', { name: 'Vehicles' });
  await expect(sidebar.getByRole('link', { name: 'Polo' })).toBeVisible();
  await expect(sidebar.getByRole('link', { name: 'Oldie' })).toHaveCount(0);
  await openForm(page);
  await expect(page.getByRole('dialog').getByText('Oldie')).toHaveCount(0);
  await page.keyboard.press('Escape');
  for (const place of ['/fleet', '/reminders']) {
    await page.goto(place);
    await expect(page.getByRole('main').getByText('Oldie')).toHaveCount(0);
  }

  await sidebar.getByRole('link', { name: 'Former vehicles' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Oldie' }).click();
  await expect(page.getByText('Sold on 1 Nov 2026.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^25\.00 L/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back into the garage' }).click();
  await expect(sidebar.getByRole('link', { name: 'Oldie' })).toBeVisible();
  await expect(page.getByText('Sold on 1 Nov 2026.')).toHaveCount(0);
});

test('what is somebody else’s, or nowhere, is not found', async ({ page, person: _signedIn }) => {
  for (const address of [
    '/vehicles/01890000-0000-7000-8000-000000000000',
    '/vehicles/nonsense',
    '/nowhere',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Nothing parked here' })).toBeVisible();
  }
});

test('the theme and the units are the person’s own', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Distance').selectOption('mi');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/vehicles/${id}`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText('6,524 mi').first()).toBeVisible();
});

test('whoever signs out is out', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goto(`/vehicles/${id}`);
  await expect(page).toHaveURL(/sign-in/);
});
