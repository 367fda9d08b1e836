import {
  daysAgo,
  expect,
  freshEmail,
  logFill,
  password,
  sampleVehicle,
  test,
  vehicleWithFills,
  waitingForLife,
} from './app';

test('with one hand at the pump: three taps and two numbers make a fuel-up, the rest is habit', async ({
  page,
  person,
}) => {
  await vehicleWithFills(person);
  await page.goto('/');
  await page.getByRole('button', { name: 'Add entry' }).tap();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Odometer', { exact: true })).toBeFocused();
  await page.keyboard.type('11000');
  await sheet.getByLabel('Volume').tap();
  await page.keyboard.type('26');
  await expect(sheet.getByLabel('Price')).toHaveValue('1.600');
  await expect(sheet.getByLabel('Total')).toHaveValue('41.60');
  await expect(sheet.getByText('5.20', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: 'Save fuel-up' }).tap();
  await expect(sheet).toBeHidden();
  await page.getByRole('link', { name: 'Timeline' }).tap();
  await expect(page.getByText('11,000 km').first()).toBeVisible();
});

test('an entry takes the whole screen, and gives it back', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('link', { name: '25.00 L at €1.60/L' }).tap();
  const panel = page.getByRole('complementary', { name: /Fuel-up of/ });
  expect(await panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 });
  await page.goBack();
  await expect(panel).toBeHidden();
});

test('the list of the fleet says what one wants of it', async ({ page, person }) => {
  await vehicleWithFills(person);
  await page.goto('/fleet');
  const cuore = page.getByRole('listitem').filter({ hasText: 'Cuore' });
  await expect(cuore).toContainText('10,500 km');
  await page.getByRole('button', { name: 'Columns' }).tap();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Last entry' })).toHaveCount(0);
  await page.getByRole('menuitemcheckbox', { name: 'Odometer, km' }).tap();
  await expect(cuore).not.toContainText('10,500 km');
  await page.reload();
  await expect(cuore).toBeVisible();
  await expect(cuore).not.toContainText('10,500 km');
});

test('somebody is invited from one phone, joins on another, and logs what they filled', async ({
  page,
  person,
  browser,
  baseURL,
  viewport,
}) => {
  await vehicleWithFills(person, 'Sprinter');
  const email = freshEmail();
  await page.goto('/settings/members');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role', { exact: true }).first().selectOption('Manager');
  await page.getByRole('button', { name: 'Invite', exact: true }).tap();
  const link = await page.getByLabel('Link of the invitation').inputValue();

  const context = await browser.newContext({ baseURL: baseURL!, viewport, isMobile: true, hasTouch: true });
  const guest = waitingForLife(await context.newPage());
  await guest.goto(link);
  await guest.getByRole('button', { name: 'Create account' }).tap();
  await guest.getByLabel('Name').fill('Kim Berger');
  await guest.getByLabel('E-mail').fill(email);
  await guest.getByLabel('Password').fill(password);
  await guest.getByRole('checkbox', { name: 'I have read the terms and accept them' }).check();
  await guest.getByRole('button', { name: 'Create account' }).tap();
  await guest.getByRole('button', { name: 'Accept' }).tap();

  await guest.getByRole('link', { name: 'Sprinter' }).first().tap();
  await guest.getByRole('button', { name: 'Add entry' }).tap();
  await logFill(guest.getByRole('dialog'), { km: '11000', litres: '26' });
  await expect(guest.getByText('Saved.')).toBeVisible();
  // What somebody else has written is seen when it has been read, not in the very moment.
  await expect(async () => {
    await page.goto('/');
    await expect(page.getByText('11,000').filter({ visible: true }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await context.close();
});

test('on the bar of a phone the timeline is where every page of a vehicle is', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]');
  await page.goto(`/vehicles/${id}/overview`);
  await expect(current).toHaveText('Timeline');
  await expect(current).toHaveAttribute('aria-current', 'true');
  await current.click();
  await expect(page).toHaveURL(new RegExp(`/vehicles/${id}$`));
  await page.evaluate(() => window.scrollTo(0, 100));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await current.click();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  expect(asked).not.toContain('/timeline');
  await page.goto('/vehicles/new');
  await expect(page.getByRole('heading', { name: 'Add a vehicle' })).toBeVisible();
  await expect(current).toHaveCount(0);
});

test('the rail names the month that is shown, also one ahead of today @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const note = { type: 'note', data: { text: 'Cold start' } };
  await person.api.post(`/vehicles/${id}/events`, { ...note, date: '2026-02-03' });
  await page.goto(`/vehicles/${id}`);
  const slider = page.getByRole('slider', { name: 'Month' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'October 2026');

  const ahead = daysAgo(-70);
  await person.api.post(`/vehicles/${id}/events`, { ...note, date: ahead });
  const month = new Date(ahead).toLocaleDateString('en-IE', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  await page.goto(`/vehicles/${id}`);
  await expect(slider).toHaveAttribute('aria-valuetext', month);
});

test('a month that is gone to stands under the tools, not behind them @thorough', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'Cuore');
  await page.goto(`/vehicles/${id}`);
  const slider = page.getByRole('slider', { name: 'Month' });
  const named = async () => (await slider.getAttribute('aria-valuetext'))!;
  const newest = await named();
  await expect(async () => {
    await slider.press('ArrowDown');
    await expect(slider).not.toHaveAttribute('aria-valuetext', newest, { timeout: 1000 });
  }).toPass();
  const tools = page.getByRole('group', { name: 'Filters' });
  // Of the month that is named in that moment: a second press may have gone further.
  const top = async () =>
    (await page.getByRole('heading', { name: await named() }).boundingBox({ timeout: 1000 }))!.y;
  await expect(async () => {
    const { y: toolsTop, height } = (await tools.boundingBox())!;
    const bottom = toolsTop + height;
    const y = await top();
    expect(y).toBeGreaterThan(bottom - 1);
    expect(y).toBeLessThan(bottom + 40);
  }).toPass();
});

test('the title leads to the same page of another vehicle', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const other = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Octavia', kind: 'car' });
  await page.goto(`/vehicles/${id}/overview`);
  const title = page.getByRole('heading', { name: 'Cuore' }).getByRole('button');
  await title.click();
  await expect(page.getByRole('menuitem')).toHaveText(['Cuore', 'Octavia']);
  await page.getByRole('menuitem', { name: 'Octavia' }).click();
  await expect(page).toHaveURL(new RegExp(`/vehicles/${other.id}/overview$`));
});
