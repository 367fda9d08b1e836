import type { Locator, Page } from '@playwright/test';
import { expect, openForm, saveOutOfOrder, test, vehicleWithFills } from './app';
import { attach, fileIn, picture, receipt, website } from './attaching';

const attachReceipt = (sheet: Locator) => attach(sheet, receipt);

test('the receipt of a fuel-up is photographed, kept, and shown with the entry', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume').fill('26');
  await sheet.getByLabel('Price').fill('1.700');
  await attachReceipt(sheet);
  await expect(fileIn(sheet, 'receipt.png')).toBeVisible();
  await sheet.getByRole('button', { name: 'Save fuel-up, €44.20' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('each file that cannot be sent says why, and holds the save until it is removed @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await sheet.getByLabel('Volume', { exact: true }).fill('26');
  const large = { ...receipt, name: 'large.png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) };
  await page.route('**/api/v1/files', (route) => route.abort('internetdisconnected'));
  await attach(sheet, receipt, website, large);
  for (const { name } of [receipt, website])
    await expect(fileIn(sheet, name)).toContainText('Not sent yet. It goes along with the entry.');
  await expect(fileIn(sheet, 'large.png')).toContainText('larger than 10 MB');
  await expect(fileIn(sheet, 'large.png').getByRole('button', { name: 'Try again' })).toHaveCount(0);
  const save = sheet.getByRole('button', { name: /Save fuel-up/ });
  await expect(save).toBeDisabled();
  await expect(save).toHaveAccessibleDescription('large.png cannot be sent. Remove it to save.');
  await page.unrouteAll({ behavior: 'wait' });
  for (const name of ['receipt.png', 'page.html'])
    await sheet.getByRole('button', { name: `Try again: ${name}` }).click();
  await expect(fileIn(sheet, 'page.html')).toContainText('Files of this kind are not kept');
  await expect(fileIn(sheet, 'large.png')).toContainText('larger than 10 MB');
  await expect(sheet.getByText('2 files cannot be sent. Remove them to save.')).toBeVisible();
  for (const name of ['page.html', 'large.png'])
    await sheet.getByRole('button', { name: `Remove ${name}` }).click();
  await save.click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/vehicles/${id}`);
  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

const ways = {
  'there is a connection': async (page: Page) => {
    await page.context().setOffline(true);
    await page.context().setOffline(false);
  },
  'the phone is looked at again': (page: Page) =>
    page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange'))),
};
for (const [once, come] of Object.entries(ways))
  test(`a file that hangs on the way is given up after two minutes, and sent once ${once} @thorough`, async ({
    page,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    await page.clock.install();
    await page.goto(`/vehicles/${id}`);
    const sheet = await openForm(page);
    await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
    const began = Promise.withResolvers<void>();
    await page.route('**/api/v1/files', () => began.resolve());
    await attachReceipt(sheet);
    await began.promise;
    await page.clock.fastForward(100_000);
    await expect(fileIn(sheet, 'receipt.png')).toContainText('Sending');
    await page.clock.fastForward(30_000);
    await expect(fileIn(sheet, 'receipt.png')).toContainText('Not sent yet');
    await page.unrouteAll();
    await come(page);
    await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  });

test('a file that goes slowly arrives, however long it takes @thorough', async ({
  page,
  context,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.clock.install();
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  const devtools = await context.newCDPSession(page);
  const bytesASecond = 100_000;
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesASecond };
  await devtools.send('Network.emulateNetworkConditions', slow);
  const photo = Buffer.concat([picture, Buffer.alloc(4 * bytesASecond)]);
  await attach(sheet, { ...receipt, buffer: photo });
  // A second of the wire is most of a minute of the clock.
  await expect(async () => {
    await page.clock.fastForward(45_000);
    await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png', { timeout: 1_000 });
  }).toPass({ intervals: [0] });
});

test('a photo goes along to another kind of entry, past one that names no files @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await attachReceipt(sheet);
  await sheet.getByRole('radio', { name: 'Odometer', exact: true }).click();
  await expect(fileIn(sheet, 'receipt.png')).toHaveCount(0);
  await sheet.getByRole('radio', { name: 'Note' }).click();
  await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  await sheet.getByLabel('Note', { exact: true }).fill('Parking ticket');
  await sheet.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/vehicles/${id}`);
  const row = page.getByRole('listitem').filter({ hasText: 'Parking ticket' });
  const small = row.getByRole('img', { name: 'receipt.png' });
  await expect.poll(() => small.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await row.click();
  await expect(page.getByRole('complementary').getByRole('img', { name: 'receipt.png' })).toBeVisible();
});

test('a receipt goes along when the entry is said of another vehicle @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const other = await vehicleWithFills(person, 'Other');
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  await attachReceipt(sheet);
  await expect(fileIn(sheet, 'receipt.png')).toBeVisible();
  await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  const held = Promise.withResolvers<void>();
  await page.route('**/api/v1/files', async (route) => {
    await held.promise;
    await route.continue();
  });
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(fileIn(sheet, 'receipt.png')).toContainText('Sending');
  // The first vehicle has it already.
  await sheet.getByLabel('Add to').selectOption(id);
  await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  held.resolve();
  await sheet.getByLabel('Add to').selectOption(other.id);
  await expect(fileIn(sheet, 'receipt.png')).toBeVisible();
  await sheet.getByLabel('Volume', { exact: true }).fill('26');
  await sheet.getByLabel('Price', { exact: true }).fill('1.700');
  await sheet.getByRole('button', { name: 'Save fuel-up, €44.20' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/vehicles/${other.id}`);
  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
});

test('the ways out of a reading that does not fit wait for a file that cannot be sent, which can be removed beside them @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await saveOutOfOrder(sheet);
  const without = sheet.getByRole('button', { name: 'Save without counting it' });
  await expect(without).toBeEnabled();
  await attach(sheet, website);
  await expect(sheet.getByText('page.html cannot be sent. Remove it to save.')).toBeVisible();
  await expect(without).toBeDisabled();
  await expect(sheet.getByRole('button', { name: 'The odometer was replaced' })).toBeEnabled();
  await sheet.getByRole('button', { name: 'Remove page.html' }).click();
  await expect(without).toBeEnabled();
  await attach(sheet, website);
  await expect(without).toBeDisabled();
  // A tablet that is turned has a phone's layout.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(sheet.getByLabel('Volume', { exact: true })).toBeHidden();
  await sheet.getByRole('button', { name: 'Remove page.html' }).click();
  await expect(without).toBeEnabled();
});

test.describe('after a reload', () => {
  test.use({ disturbed: 'What waits on the device makes room for itself.' });

  test('a file goes along to another vehicle, and is there on the way back @thorough', async ({
    page,
    person,
  }) => {
    const { id } = await vehicleWithFills(person);
    const other = await vehicleWithFills(person, 'Other');
    await page.goto(`/vehicles/${id}`);
    const sheet = await openForm(page);
    await attachReceipt(sheet);
    await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
    await saveOutOfOrder(sheet);
    await page.reload();
    await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Solve' }).click();
    await expect(sheet.getByText('Kept file')).toBeVisible();
    await page.route('**/api/v1/files/*', (route) => route.abort('internetdisconnected'));
    await sheet.getByLabel('Add to').selectOption(other.id);
    await expect(fileIn(sheet, 'Kept file')).toContainText('No connection to Odolog');
    await expect(sheet.getByText('The file was not sent. Try again, or remove it.')).toBeVisible();
    await sheet.getByLabel('Add to').selectOption(id);
    await expect(fileIn(sheet, 'Kept file')).toHaveText('Kept file');
    await expect(sheet.getByRole('button', { name: 'Save without counting it' })).toBeEnabled();
    await page.unrouteAll({ behavior: 'wait' });
    await sheet.getByLabel('Add to').selectOption(other.id);
    await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
    await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
    await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.goto(`/vehicles/${other.id}`);
    await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
    await expect(page.getByRole('img', { name: 'Receipt' })).toBeVisible();
  });
});
