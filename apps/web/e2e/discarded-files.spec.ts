import { attach, fileIn, givingUp, logOffline, receipt, rowOf } from './attaching';
import { expect, logFill, openForm, readingsOf, test, vehicleWithFills, waitingForLife } from './app';

test('an entry is discarded at once, though its file is on the way @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await logOffline(page, receipt);
  let begun = 0;
  await page.route('**/api/v1/files', () => {
    begun += 1;
  });
  await page.context().setOffline(false);
  await expect.poll(() => begun).toBe(1);
  await rowOf(page, '11,000 km').click();
  const givenUp = givingUp(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rowOf(page, '11,000 km')).toHaveCount(0);
  await givenUp;
  expect(await page.evaluate(countKept)).toBe(0);
  expect(await readingsOf(person, id)).toEqual([10_500, 10_000]);
});

test('so it is in a window that does not send it @thorough', async ({ page, context, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  let begun = 0;
  await page.route('**/api/v1/files', () => {
    begun += 1;
  });
  const sheet = await openForm(page);
  await attach(sheet, receipt);
  await logFill(sheet, { km: '11,000', litres: '30' });
  await expect.poll(() => begun).toBe(1);
  const other = waitingForLife(await context.newPage());
  await other.goto(`/vehicles/${id}`);
  await rowOf(other, '11,000 km').click();
  const givenUp = givingUp(page);
  await other.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();
  for (const window of [page, other]) await expect(rowOf(window, '11,000 km')).toHaveCount(0);
  // The window that sent it is free at once.
  await givenUp;
  await openForm(page);
  await logFill(sheet, { km: '11,100', litres: '5' });
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await readingsOf(person, id)).toEqual([11_100, 10_500, 10_000]);
});

test('a file is taken out of an entry that waits, and goes with one that is discarded @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  await logOffline(page, receipt, { ...receipt, name: 'pump.png' });
  await rowOf(page, '11,000 km').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Remove receipt.png' }).click();
  await expect(fileIn(sheet, 'pump.png')).toContainText('Not sent yet');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  await expect(sheet).toBeHidden();
  await rowOf(page, '11,000 km').click();
  await expect(fileIn(sheet, 'pump.png')).toBeVisible();
  await expect(fileIn(sheet, 'receipt.png')).toHaveCount(0);
  expect(await page.evaluate(countKept)).toBe(1);
  await sheet.getByRole('button', { name: 'Discard' }).click();
  await expect(sheet).toBeHidden();
  await expect(rowOf(page, '11,000 km')).toHaveCount(0);
  expect(await page.evaluate(countKept)).toBe(0);
});

/** What this device keeps of entries, whoever's they are. */
function countKept(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('odolog');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('entries').objectStore('entries').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}
