import type { Locator, Page } from '@playwright/test';
import { expect, logFill, openForm, readingsOf, saveOutOfOrder, test, vehicleWithFills } from './app';
import { attach, fileIn, givingUp, receipt, website } from './attaching';

interface Held {
  /** How many were begun to be sent. */
  readonly begun: () => number;
  readonly letOn: () => void;
}

/** Files stay on the way until they are let on. */
async function holdFiles(page: Page): Promise<Held> {
  const held = Promise.withResolvers<void>();
  let begun = 0;
  await page.route('**/api/v1/files', async (route) => {
    begun += 1;
    await held.promise;
    await route.continue().catch(() => undefined);
  });
  return { begun: () => begun, letOn: held.resolve };
}

/** From now on, what is said of what just happened is noted. @returns what was */
async function noteSaid(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const words: string[] = [];
    const note = (node: Node) =>
      node instanceof Element &&
      node.matches('.toast') &&
      words.push(node.querySelector('span')!.textContent);
    const noting = new MutationObserver((news) => news.forEach(({ addedNodes }) => addedNodes.forEach(note)));
    noting.observe(document.body, { childList: true, subtree: true });
    return words;
  });
  return () => said.jsonValue();
}

async function logWithReceipt(page: Page): Promise<Locator> {
  const sheet = await openForm(page);
  await attach(sheet, receipt);
  await logFill(sheet, { km: '11,000', litres: '30' });
  return sheet;
}

test('a file that is on its way ends when it is removed, and goes along with an entry that is saved meanwhile @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const { begun, letOn } = await holdFiles(page);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await attach(sheet, website);
  await expect.poll(begun).toBe(1);
  const givenUp = givingUp(page);
  await sheet.getByRole('button', { name: 'Remove page.html' }).click();
  await givenUp;
  await attach(sheet, receipt);
  await expect(fileIn(sheet, 'receipt.png')).toContainText('Sending');
  await saveOutOfOrder(sheet, letOn);
  await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  await sheet.getByRole('button', { name: 'Save without counting it' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('listitem').filter({ hasText: '14.00 L' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('a file that is on its way goes on with its entry, and is sent once @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const { begun, letOn } = await holdFiles(page);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await attach(sheet, receipt);
  await expect.poll(begun).toBe(1);
  await logFill(sheet, { km: '11,000', litres: '30' });
  const row = page.getByRole('listitem').filter({ hasText: '11,000 km' });
  await row.click();
  await expect(fileIn(sheet, 'receipt.png')).toContainText('Not sent yet. It goes along with the entry.');
  await logFill(sheet, { km: '11,000', litres: '31' });
  letOn();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(begun()).toBe(1);
  await page.getByRole('listitem').filter({ hasText: '31.00 L' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('an entry that is made while a file moves says that it waits, and is taken out at once @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const { begun, letOn } = await holdFiles(page);
  await page.goto(`/vehicles/${id}`);
  await logWithReceipt(page);
  await expect.poll(begun).toBe(1);
  const sheet = await openForm(page);
  await logFill(sheet, { km: '11,100', litres: '5' });
  const row = page.getByRole('listitem').filter({ hasText: '11,100 km' });
  await expect(row).toContainText('Waiting to be sent');
  await row.click();
  await sheet.getByRole('button', { name: 'Discard' }).click();
  await expect(sheet).toBeHidden();
  await expect(row).toHaveCount(0);
  letOn();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(begun()).toBe(1);
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);
});

test('an entry whose file is on the way says so, opens in the form, and has the file once it is there @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const { letOn } = await holdFiles(page);
  await page.goto(`/vehicles/${id}`);
  const sheet = await logWithReceipt(page);
  const row = page.getByRole('listitem').filter({ hasText: '11,000 km' });
  await expect(row).toContainText('Being sent');
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
  const list = page.getByRole('dialog', { name: 'On this device only' });
  await expect(list).toContainText('receipt.png');
  await expect(list).toContainText('Being sent');
  await page.keyboard.press('Escape');
  await row.click();
  await expect(fileIn(sheet, 'receipt.png')).toContainText('Not sent yet');
  await expect(page.getByRole('complementary', { name: /Fuel-up of/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  letOn();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(row).not.toContainText('Being sent');
  await row.click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('an entry whose file is on the way is discarded without a word of being saved @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await holdFiles(page);
  await page.goto(`/vehicles/${id}`);
  const sheet = await logWithReceipt(page);
  const row = page.getByRole('listitem').filter({ hasText: '11,000 km' });
  await row.click();
  const said = await noteSaid(page);
  await sheet.getByRole('button', { name: 'Discard' }).click();
  await expect(sheet).toBeHidden();
  await expect(row).toHaveCount(0);
  // What is said next comes after whatever would have been said of it.
  await openForm(page);
  await logFill(sheet, { km: '11,100', litres: '30' });
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await said()).toEqual(['Saved.']);
  expect(await readingsOf(person, id)).toEqual([11_100, 10_500, 10_000]);
});

test('an entry that is changed while its file is on the way is sent once, as it was changed @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  const { letOn } = await holdFiles(page);
  await page.goto(`/vehicles/${id}`);
  const sheet = await logWithReceipt(page);
  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await expect(fileIn(sheet, 'receipt.png')).toBeVisible();
  const said = await noteSaid(page);
  await logFill(sheet, { km: '11,200', litres: '31' });
  const row = page.getByRole('listitem').filter({ hasText: '11,200 km' });
  await expect(row).toContainText('Being sent');
  letOn();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await said()).toEqual(['Saved.']);
  expect(await readingsOf(person, id)).toEqual([11_200, 10_500, 10_000]);
  await row.click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});
