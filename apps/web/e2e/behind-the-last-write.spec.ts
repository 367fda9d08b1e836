import type { Page } from '@playwright/test';
import { daysAgo, expect, test, vehicleWithFills, type Person } from './app';
import { note } from './as-another-device';
import { origin } from './config';

test.use({ disturbed: 'What others write makes room for itself, on a page that nobody has touched.' });

/** Before a page that is behind is read again for the first time; each pause is twice the one before. */
const firstPauseMs = 1_000;

test('a page that was read before the last write was worked in is read again until it has it @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await aheadOfReadModels(page, person);
  await page.goto(`/vehicles/${id}`);
  const asked = timesAskedAgain(page);
  const entry = page.getByRole('link', { name: 'Worked in later' });
  await expect(entry).toHaveCount(0);
  await note(person, id, 'Worked in later');
  await expect(entry).toBeVisible();
  const { length } = asked;
  // Longer than the pause that would come next.
  await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** length + 500));
  expect(asked).toHaveLength(length);
});

test('so is a page that was come to by a link @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/overview`);
  await aheadOfReadModels(page, person);
  await page.getByRole('link', { name: 'Timeline', exact: true }).filter({ visible: true }).last().click();
  await expect(page.getByText('This is where the log begins.')).toBeVisible();
  const entry = page.getByRole('link', { name: 'Worked in later' });
  await expect(entry).toHaveCount(0);
  await note(person, id, 'Worked in later');
  await expect(entry).toBeVisible();
});

test('so is what stays around a page when a link leads to another @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await aheadOfReadModels(page, person);
  await page.goto(`/vehicles/${id}`);
  const figures = page.locator('.veh .figs');
  await expect(figures).toContainText('10,500');
  await person.api.postElsewhere(`/vehicles/${id}/events`, {
    type: 'odometer',
    date: daysAgo(0),
    odometer: { value: 12_345, unit: 'km' },
    data: {},
  });
  // So that what the link leads to has it at once, and asks for nothing again itself.
  const reading = async () => {
    const { summary } = await person.api.get<{ summary: { odometer: { value: number } } }>(`/vehicles/${id}`);
    return summary.odometer.value;
  };
  await expect.poll(reading, { intervals: [50] }).toBe(12_345);
  await page.getByRole('link', { name: 'Overview', exact: true }).filter({ visible: true }).last().click();
  await expect(page.getByRole('heading', { name: 'Cost by month' })).toBeVisible();
  await expect(figures).toContainText('12,345');
});

test('so is a history on its way to paper @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/proof`);
  await aheadOfReadModels(page, person);
  await page.getByRole('link', { name: 'Open to print' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  const entry = page.getByRole('cell', { name: 'Worked in later' });
  await expect(entry).toHaveCount(0);
  await note(person, id, 'Worked in later');
  await expect(entry).toBeVisible();
});

test('a form keeps what is typed into it while what is around it is read again @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await aheadOfReadModels(page, person);
  await page.goto(`/vehicles/${id}/edit`);
  await page.getByLabel('Nickname').fill('Golf of the winter');
  await page.getByText('Van', { exact: true }).click();
  await page.getByLabel('Odometer counts').selectOption('mi');
  await person.api.postElsewhere(`/vehicles/${id}/events`, {
    type: 'odometer',
    date: daysAgo(0),
    odometer: { value: 12_345, unit: 'km' },
    data: {},
  });
  await expect(page.locator('.veh .figs')).toContainText('12,345');
  await expect(page.getByLabel('Nickname')).toHaveValue('Golf of the winter');
  await expect(page.getByRole('radio', { name: 'Van' })).toBeChecked();
  await expect(page.getByLabel('Odometer counts')).toHaveValue('mi');
});

test('a page that stays behind is left in peace for longer each time @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await aheadOfReadModels(page, person);
  await page.goto(`/vehicles/${id}`);
  const asked = timesAskedAgain(page);
  await expect.poll(() => asked.length).toBe(2);
  // The answer itself takes a second and a half, in which the API waits; then comes not one second of peace, but two.
  expect(asked[1]! - asked[0]!).toBeGreaterThan(2 * firstPauseMs + 1_400);
});

function timesAskedAgain(page: Page): readonly number[] {
  const times: number[] = [];
  page.on('request', (request) => request.url().includes('_rsc=') && times.push(Date.now()));
  return times;
}

/** As if this browser had made an entry that the read models do not have yet. No stream tells this window when they do. */
async function aheadOfReadModels(page: Page, { api }: Person): Promise<void> {
  await page.route('**/feed/stream', () => undefined);
  const { items } = await api.get<{ items: { position: number }[] }>('/feed');
  const value = String(items.at(-1)!.position + 1);
  await page.context().addCookies([{ name: 'odolog-position', value, url: origin }]);
}
