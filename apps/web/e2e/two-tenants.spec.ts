import type { BrowserContext, Page } from '@playwright/test';
import {
  expect,
  logFill,
  openForm,
  password,
  readingsOf,
  test,
  vehicleWithFills,
  waitingForLife,
} from './app';

/** Headless, every window has the focus all the time. */
const lookAt = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('focus')));

const company = 'Lechtal Pflegedienst';

async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'switch to another place' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** The empty garage of the company, while the others show the person's own. */
async function windowInAnotherTenant(context: BrowserContext): Promise<Page> {
  const other = waitingForLife(await context.newPage());
  await other.goto('/');
  await switchTo(other, company);
  await expect(other.getByText('Nothing parked here yet.')).toBeVisible();
  await other.locator('html[data-alive]').waitFor({ state: 'attached' });
  return other;
}

test('each of two windows stays in its tenant, with what is typed in it @thorough', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post('/tenants', { name: company });
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Volume').fill('30');

  const other = await windowInAnotherTenant(context);

  await lookAt(page);
  await expect(sheet.getByLabel('Volume')).toHaveValue('30');
  await logFill(sheet, { km: '11,000', litres: '30' });
  const row = page.getByRole('listitem').filter({ hasText: '11,000 km' });
  await expect(row).toContainText('6.00 L/100 km');
  await page.reload();
  await expect(row).toContainText('6.00 L/100 km');
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);

  await lookAt(other);
  await other.reload();
  await expect(other.getByText('Nothing parked here yet.')).toBeVisible();
});

test('a window stays in its tenant when somebody signs in anew in another one @thorough', async ({
  page,
  context,
  person,
}) => {
  await vehicleWithFills(person);
  await person.api.post('/tenants', { name: company });
  await page.goto('/');
  await switchTo(page, company);
  await expect(page.getByText('Nothing parked here yet.')).toBeVisible();

  const other = waitingForLife(await context.newPage());
  await context.clearCookies({ name: /session_token$/ });
  await other.goto('/sign-in');
  await other.getByLabel('E-mail').fill(person.email);
  await other.getByLabel('Password').fill(password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByRole('link', { name: 'Cuore' }).first()).toBeVisible();
  await other.locator('html[data-alive]').waitFor({ state: 'attached' });

  await lookAt(page);
  await page.reload();
  await expect(page.getByText('Nothing parked here yet.')).toBeVisible();
});

test('what a link leads to is opened in its tenant, whichever was chosen last @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const { tenant } = await person.api.get<{ tenant: { id: string } }>('/me');
  await person.api.post('/tenants', { name: company });
  await page.goto('/');
  await switchTo(page, company);
  await expect(page.getByText('Nothing parked here yet.')).toBeVisible();

  // A bookmark names no tenant.
  await page.goto(`/vehicles/${id}?type=fuel`);
  await expect(page.getByRole('heading', { name: 'Cuore' }).first()).toBeVisible();
  expect(page.url()).toContain(`/vehicles/${id}?type=fuel`);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Cuore' }).first()).toBeVisible();

  // The link of a message does.
  await switchTo(page, company);
  await expect(page.getByText('Nothing parked here yet.')).toBeVisible();
  await page.goto(`/in/${tenant.id}/reminders#notifications`);
  await expect(page).toHaveURL(/\/reminders#notifications$/);
  await page.getByRole('link', { name: 'Garage', exact: true }).first().click();
  await expect(page.getByRole('link', { name: 'Cuore' }).first()).toBeVisible();
});

test.describe('live', () => {
  test.use({ disturbed: 'What others write makes room for itself, on a page that nobody has touched.' });

  test('a window shows what was written while another one was elsewhere, though that one came back first @thorough', async ({
    page,
    context,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    await person.api.post('/tenants', { name: company });
    const { tenant } = await person.api.get<{ tenant: { name: string } }>('/me');
    const listening = page.waitForResponse(/\/feed\/stream/);
    await page.goto(`/vehicles/${id}`);
    await listening;
    const other = await windowInAnotherTenant(context);

    const listener = await page.evaluateHandle(() => ({
      told: new Promise((resolve) => window.addEventListener('odolog-written', () => resolve(true))),
    }));
    await person.api.postElsewhere(`/vehicles/${id}/events`, {
      type: 'note',
      date: '2026-10-25',
      data: { text: 'Written meanwhile' },
    });
    await listener.evaluate(({ told }) => told);
    await switchTo(other, tenant.name);
    await expect(other.getByRole('link', { name: 'Cuore' }).first()).toBeVisible();

    await lookAt(page);
    await expect(page.getByRole('link', { name: 'Written meanwhile' })).toBeVisible();
  });
});
