import type { Page } from '@playwright/test';
import { expect, fill, test, vehicleWithFills, type Person } from './app';

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

test('a correction without a connection waits in the place of the entry, and arrives once (phone too, if thorough)', async ({
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

test('a correction that waits can be taken back, and the entry is as it was @thorough', async ({
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

test('who corrected the same entry meanwhile is named, and what was typed can be put in its place (phone too, if thorough) @thorough', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const entry = await openNewest(page, person, id);
  await correctOffline(page, '26');
  await person.api.postElsewhere(`/vehicles/${id}/events/${entry}/corrections`, {
    event: fill('2026-10-20', 10_500, 27),
    reason: 'Receipt found',
  });

  await context.setOffline(false);
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Solve' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody was here before you' });
  await expect(conflict).toContainText('Jana Weber corrected this entry');
  await expect(conflict.getByText('Jana Weber corrected this entry')).toBeInViewport({ ratio: 1 });
  await expect(conflict).toContainText('27.00 L');
  await expect(conflict).toContainText('Receipt found');
  await conflict.getByRole('button', { name: 'Put mine in its place' }).click();
  await expect(page.getByText('Corrected.')).toBeVisible();
  await expect(rowOf(page, '26.00 L')).toContainText('5.20 L/100 km');
  await expect(rowOf(page, '27.00 L')).toHaveCount(0);
  expect(await historyOf(person, id, entry)).toEqual([
    ['25.00', null],
    ['27.00', 'Receipt found'],
    ['26.00', 'Misread the pump'],
  ]);
});

test('of an entry that was taken out meanwhile nothing is left to correct @thorough', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const entry = await openNewest(page, person, id);
  await correctOffline(page, '26');
  await person.api.postElsewhere(`/vehicles/${id}/events/${entry}/retractions`, { reason: 'Entered twice' });

  await context.setOffline(false);
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Solve' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody was here before you' });
  await expect(conflict).toContainText('took this entry out');
  await expect(conflict).toContainText('Entered twice');
  await conflict.getByRole('button', { name: 'Discard my correction' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rowOf(page, '26.00 L')).toHaveCount(0);
});
