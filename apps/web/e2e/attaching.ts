import type { Locator, Page, Request } from '@playwright/test';
import { expect, logFill, openForm } from './app';

/** One pixel. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const receipt = { name: 'receipt.png', mimeType: 'image/png', buffer: picture };
/** No file that is kept. */
export const website = { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') };

export function attach(sheet: Locator, ...files: (typeof receipt)[]): Promise<void> {
  return sheet.getByLabel('Add the receipt or a photo').setInputFiles(files);
}

/** What the form says of a file. */
export const fileIn = (sheet: Locator, name: string) => sheet.getByRole('listitem').filter({ hasText: name });

/** Of a file that is on the way. */
export function givingUp(page: Page): Promise<unknown> {
  const predicate = (request: Request) => request.url().endsWith('/api/v1/files');
  return page.waitForEvent('requestfailed', { predicate, timeout: 10_000 });
}

/** An entry as the timeline shows it. */
export const rowOf = (page: Page, words: string) =>
  page.locator('.rows').getByRole('listitem').filter({ hasText: words });

/** Logs a fuel-up with a photo of its receipt at a pump without a connection. */
export async function logOffline(page: Page, ...files: (typeof receipt)[]): Promise<void> {
  const sheet = await openForm(page);
  await page.context().setOffline(true);
  await attach(sheet, ...files);
  await logFill(sheet, { km: '11,000', litres: '30' });
  await expect(rowOf(page, '11,000 km')).toContainText('Waiting to be sent');
}
