import type { Page } from '@playwright/test';
import {
  expect,
  logFill,
  openForm,
  password,
  readingsOf,
  signUp,
  test,
  vehicleWithFills,
  waitingForLife,
} from './app';

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a fill-up without a connection waits, survives the closed window, and arrives once', async ({
    page,
    context,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    await expect.poll(() => isKept(page, `/fills/${id}`)).toBe(true);
    await expect.poll(() => isKept(page, `/vehicles/${id}`)).toBe(true);

    await context.setOffline(true);
    const sheet = await openForm(page);
    await expect(sheet.getByLabel('Price')).toHaveValue('1.600');
    await logFill(sheet, { km: '11,000', litres: '30' });
    await expect(rowOf(page, '11,000 km')).toContainText('Waiting to be sent');
    await page.close();

    const [again, other] = [waitingForLife(await context.newPage()), waitingForLife(await context.newPage())];
    for (const opened of [again, other]) {
      await opened.goto(`/vehicles/${id}`);
      await expect(rowOf(opened, '11,000 km')).toContainText('Waiting to be sent');
    }
    await context.setOffline(false);
    for (const opened of [again, other]) {
      await expect(rowOf(opened, '11,000 km')).toContainText('6.00 L/100 km');
      await expect(rowOf(opened, '11,000 km')).not.toContainText('Waiting');
    }
    expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
  });
});

test('an entry whose answer was lost is sent again and is there once', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  let answers = 0;
  await page.route(`**/vehicles/${id}/events`, async (route) => {
    const response = await route.fetch();
    answers += 1;
    await (answers === 1 ? route.abort('internetdisconnected') : route.fulfill({ response }));
  });
  await logFill(await openForm(page), { km: '11,000', litres: '30' });
  await expect(rowOf(page, '11,000 km')).toContainText('Waiting to be sent');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
  await expect(rowOf(page, '11,000 km')).toContainText('6.00 L/100 km');
  expect(answers).toBe(2);
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
});

test('an entry that does not fit when it arrives says so, and has its ways out', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await context.setOffline(true);
  await logFill(sheet, { km: '10,400', litres: '30' });
  await expect(rowOf(page, '10,400 km')).toContainText('Waiting to be sent');
  await context.setOffline(false);

  await expect(rowOf(page, '10,400 km')).toContainText('Needs you');
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  const list = page.getByRole('dialog', { name: 'On this device only' });
  await expect(list).toContainText('Out of order');
  await list.getByRole('button', { name: 'Solve' }).click();
  await expect(sheet.getByRole('alert').filter({ hasText: 'This reading is out of order' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Save without counting it' }).click();
  await expect(rowOf(page, '10,400 km')).not.toContainText('Needs you');
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await readingsOf(person, id)).toEqual([10_400, 10_500, 10_000]);
});

test('who discards an entry that is being sent is told that it waits, and that it was too late @thorough', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await context.setOffline(true);
  await logFill(sheet, { km: '11,000', litres: '30' });
  await rowOf(page, '11,000 km').click();
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await page.route(`**/vehicles/${id}/events`, async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  await context.setOffline(false);
  await asked.promise;
  await sheet.getByRole('button', { name: 'Discard this entry' }).click();
  const waits = sheet.getByRole('button', { name: 'Waiting for the answer…' });
  await expect(waits).toBeFocused();
  await expect(waits).toHaveAttribute('aria-disabled', 'true');
  await expect(sheet.getByRole('status').filter({ hasText: 'Waiting for the answer…' })).toBeAttached();
  held.resolve();
  await expect(page.getByText('Too late to discard it')).toBeVisible();
  await expect(sheet).toBeHidden();
  await expect(rowOf(page, '11,000 km')).toContainText('6.00 L/100 km');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, '11,000 km')).toHaveCount(0);
  expect(await readingsOf(person, id)).toEqual([10_500, 10_000]);
});

test.describe('when a session ends', () => {
  test.use({ disturbed: 'What is asked for without a session is refused.' });

  test('what waits is sent when its person signs in again, and by nobody else @thorough', async ({
    page,
    context,
    person,
    baseURL,
  }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    const sheet = await openForm(page);
    await context.clearCookies();
    await logFill(sheet, { km: '11,000', litres: '30' });
    await expect(page.getByText('It is sent when you have signed in again.')).toBeVisible();

    await signUp(context, baseURL!);
    await page.goto('/');
    await expect(page.getByText('Nothing parked here yet.')).toBeVisible();
    await expect(page.getByText('1 entry')).toHaveCount(0);

    await context.clearCookies();
    await page.goto('/sign-in');
    await expect(page.getByText('1 entry waits on this device')).toBeVisible();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
    expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
  });
});

test('a new entry is in the timeline before the server has answered', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(`**/vehicles/${id}/events`, async (route) => {
    await held;
    await route.continue();
  });
  await logFill(await openForm(page), { km: '11,000', litres: '30' });
  await expect(rowOf(page, '11,000 km')).toContainText('€48.00');
  goOn();
  await expect(rowOf(page, '11,000 km')).toContainText('6.00 L/100 km');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, '11,000 km')).toHaveCount(0);
});

const rowOf = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words });

const isKept = (page: Page, path: string) =>
  page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
