import type { Page } from '@playwright/test';
import { expect, openForm, overdueOil, test, vehicleWithFills, waitingForLife } from './app';
import { figuresBehindUnits, figuresOffSide, overlappingWords, widthTooMuch } from './layout';

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
const mainPages = (vehicleId: string) => [
  '/',
  `/vehicles/${vehicleId}`,
  `/vehicles/${vehicleId}/overview`,
  '/reminders',
  '/fleet',
  '/settings',
];
const pagesWithLongWords = (vehicleId: string) => [
  ...mainPages(vehicleId),
  `/vehicles/${vehicleId}/proof`,
  `/vehicles/${vehicleId}/edit`,
  `/vehicles/${vehicleId}/reminders`,
  '/vehicles/new',
  '/design',
  '/import',
  '/settings/members',
];

async function faultsOf(page: Page, address: string): Promise<string[]> {
  const wider = await widthTooMuch(page);
  const overlapping = await overlappingWords(page);
  return [
    ...(wider > 0 ? [`${address} is ${wider} px too wide`] : []),
    ...overlapping.map((pair) => `${address}: ${pair}`),
  ];
}

test.describe.configure({ timeout: 60_000 });

test('in German every page fits a phone, and speaks German', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/reminders`, overdueOil);
  await person.api.patch('/me/preferences', { locale: 'de-DE' });
  await page.setViewportSize(phone);
  const faults: string[] = [];
  for (const address of pagesWithLongWords(id)) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE');
    faults.push(...(await faultsOf(page, address)));
  }
  expect(faults).toEqual([]);
  await page.goto(`/vehicles/${id}`);
  await expect(page.getByText('25,00 L zu 1,60 €/L')).toBeVisible();
  const tabs = page.locator('.tabs');
  expect(await tabs.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('in German every label of a form has a line of its own on a phone, and a turn says what it means @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await person.api.patch('/me/preferences', { locale: 'de-DE' });
  await page.setViewportSize(phone);
  // Letters that come late are those of the next page.
  await page.goto('/');
  await page.evaluate(() => document.fonts.ready);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page, 'Kilometerstand');
  const kinds = await sheet.locator('.types').getByRole('radio').all();
  expect(kinds).toHaveLength(16);
  const wrapped: string[] = [];
  for (const kind of kinds) {
    await kind.click();
    await expect(kind).toBeChecked();
    await sheet.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    for (const day of await sheet.locator('input[type=date]').all()) await day.fill('2026-11-23');
    const lines = await sheet
      .locator('.lab')
      .evaluateAll((labels) =>
        labels.map((label) => [label.textContent, label.getBoundingClientRect().height] as const),
      );
    expect(lines.length).toBeGreaterThan(2);
    wrapped.push(...lines.flatMap(([words, height]) => (height > 24 ? [words] : [])));
  }
  expect(wrapped).toEqual([]);
  await expect(sheet.getByText('Stillgelegt oder verschrottet: Es verlässt die Garage')).toBeVisible();
});

test('in German a fill is typed and read with commas', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await person.api.patch('/me/preferences', { locale: 'de-DE' });
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page, 'Kilometerstand');
  await expect(sheet.getByLabel('Preis')).toHaveValue('1,600');
  await sheet.getByLabel('Kilometerstand', { exact: true }).fill('11.000');
  await sheet.getByLabel('Menge').fill('22,5');
  await sheet.getByRole('button', { name: 'Tanken speichern, 36,00 €' }).click();
  await expect(page.getByText('22,50 L zu 1,60 €/L')).toBeVisible();
});

test.describe('from right to left', () => {
  test.use({ disturbed: 'The journey turns each page round when it is there.' });

  test('nothing sticks out or overlaps and figures stand before their units, on a phone and a desktop', async ({
    page,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    await person.api.post(`/vehicles/${id}/reminders`, overdueOil);
    const faults: string[] = [];
    for (const address of mainPages(id)) {
      await page.goto(address);
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      for (const viewport of [phone, desktop]) {
        await page.setViewportSize(viewport);
        faults.push(...(await faultsOf(page, `${address} at ${viewport.width}`)));
        const figures = [...(await figuresBehindUnits(page)), ...(await figuresOffSide(page))];
        faults.push(...figures.map((figure) => `${address} at ${viewport.width}: ${figure}`));
      }
    }
    expect(faults).toEqual([]);
  });
});

test('a stranger is greeted in the language of the browser, and may choose another', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL!, locale: 'de-AT' });
  const page = waitingForLife(await context.newPage());
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Willkommen zurück' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await page.goto('/terms');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});
