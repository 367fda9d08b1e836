import { daysAgo, expect, lately, test, toldDay, vehicleWithFills } from './app';

test('the overview shows a vehicle as it was, holds that in the address, and leads back @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person, 'Cuore', lately);
  const between = daysAgo(40);
  await page.goto(`/vehicles/${id}/overview`);
  await page.getByText('Look back').click();
  await page.getByLabel('As it was on').fill(between);
  await page.getByRole('button', { name: 'Show' }).click();

  const past = page.getByRole('region', { name: 'Time travel' });
  await expect(past).toContainText(`You see the vehicle as it was on ${toldDay(between)}.`);
  await expect(past.getByText('10,000')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`asOf=${between}`));
  await expect(page.getByText('A figure appears with the second full tank.')).toBeVisible();

  await page.reload();
  await expect(past).toContainText(toldDay(between));
  await past.getByRole('link', { name: 'Back to today' }).click();
  await expect(page.getByRole('figure', { name: 'Economy' })).toBeVisible();
  await expect(page).not.toHaveURL(/asOf/);
});

test('what was not yet recorded on a day is not shown as known on it @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/overview?knownOn=2026-10-25`);
  const past = page.getByRole('region', { name: 'Time travel' });
  await expect(past).toContainText('You see what was known on 25 Oct 2026.');
  await expect(page.getByText('The first reading starts the line.')).toBeVisible();
});

test('the timeline shows only what had happened, adds it up, and takes no entries meanwhile', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await page.getByText('Look back').click();
  await page.getByLabel('As it was on').fill('2026-10-10');
  await page.getByRole('button', { name: 'Show' }).click();

  const past = page.getByRole('region', { name: 'Time travel' });
  await expect(past).toContainText('You see the vehicle as it was on 10 Oct 2026.');
  await expect(page).toHaveURL(/asOf=2026-10-10/);
  const then = page.getByRole('link', { name: /^30\.00 L/ });
  await expect(then).toBeVisible();
  await expect(page.getByRole('link', { name: /^25\.00 L/ })).toHaveCount(0);
  await expect(page.locator('.month')).toContainText('€48.00');

  await expect(page.getByRole('button', { name: 'Add entry' })).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByText('Come back to today to enter something.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await then.click();
  await expect(page.getByRole('complementary', { name: /1 Oct/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correct' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page).toHaveURL(/overview\?asOf=2026-10-10/);
  await past.getByRole('link', { name: 'Back to today' }).click();
  await expect(page).not.toHaveURL(/asOf/);
  await expect(past.getByRole('link', { name: 'Back to today' })).toHaveCount(0);
});

test('a search in the past stays in it, and a day before the record began says so @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}?asOf=2026-10-10`);
  await page.getByRole('button', { name: 'Fuel-up', exact: true }).click();
  await expect(page).toHaveURL(/asOf=2026-10-10&type=fuel/);
  await page.getByRole('link', { name: 'Back to today' }).click();
  await expect(page).toHaveURL(/\?type=fuel$/);
  await expect(page.getByRole('link', { name: /^25\.00 L/ })).toBeVisible();

  await page.goto(`/vehicles/${id}?knownOn=2026-10-25`);
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
});
