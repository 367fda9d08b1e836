import type { Page } from '@playwright/test';
import { expect, test, vehicleWithFills, type Person } from './app';

test.use({ mannered: true });

/** The newest fill of a vehicle, open beside its timeline. */
async function openNewest(page: Page, { api }: Person, vehicleId: string): Promise<string> {
  const { items } = await api.get<{ items: { id: string }[] }>(`/vehicles/${vehicleId}/timeline`);
  await page.goto(`/vehicles/${vehicleId}?event=${items[0]!.id}`);
  return items[0]!.id;
}

/** Without a connection from before the saving on. */
async function correctOffline(page: Page, litres: string): Promise<void> {
  await page.getByRole('button', { name: 'Correct' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Volume').fill(litres);
  await sheet.getByLabel('Reason for the correction').fill('Misread the pump');
  await page.context().setOffline(true);
  await sheet.getByRole('button', { name: 'Save correction' }).click();
  await expect(rowOf(page, `${litres}.00 L`)).toContainText('Waiting to be sent');
  await expect(rowOf(page, '25.00 L')).toHaveCount(0);
}

/** In the timeline, not in the panel beside it. */
const rowOf = (page: Page, words: string) =>
  page.locator('.rows').getByRole('listitem').filter({ hasText: words });

/** As the server has it: who had corrected it how often. */
const historyOf = async ({ api }: Person, vehicleId: string, id: string) => {
  const { items } = await api.get<{ items: { summary: string; reason: string | null }[] }>(
    `/vehicles/${vehicleId}/events/${id}/history`,
  );
  return items.map(({ summary, reason }) => [summary.split(' ')[0], reason]);
};

test('a correction without a connection waits in the place of the entry, and arrives once (phone too)', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const entry = await openNewest(page, person, id);
  await correctOffline(page, '26');
  await context.setOffline(false);
  await expect(page.getByText('1 entry that waited has been sent.')).toBeVisible();
  await expect(rowOf(page, '26.00 L')).toContainText('5.20 L/100 km');
  await expect(page.getByRole('complementary', { name: /Fuel-up of/ })).toContainText('Misread the pump');
  expect(await historyOf(person, id, entry)).toEqual([
    ['25.00', null],
    ['26.00', 'Misread the pump'],
  ]);
});

test('a correction that waits can be taken back, and the entry is as it was', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const entry = await openNewest(page, person, id);
  await correctOffline(page, '26');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, '25.00 L')).toBeVisible();
  await expect(rowOf(page, '26.00 L')).toHaveCount(0);
  await context.setOffline(false);
  expect(await historyOf(person, id, entry)).toEqual([['25.00', null]]);
});
