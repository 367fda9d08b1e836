import type { Page } from '@playwright/test';
import { expect, test, vehicleWithFills } from './app';

/** As a camera makes it, in one colour. */
const photograph = (page: Page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 2400 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#246';
    context.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });

test('a vehicle is shown by its photo, and by its drawing again, as often as its person likes @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/edit`);
  const input = page.getByLabel('Choose a photo');
  await input.setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByText('This file is no picture that can be shown.')).toBeVisible();

  const buffer = Buffer.from(await photograph(page), 'base64');
  await input.setInputFiles({ name: 'car.png', mimeType: 'image/png', buffer });
  await expect(page.getByText('The photo is saved.')).toBeVisible();
  await page.goto('/');
  const photo = page.locator('.bay img');
  const size = () => photo.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
  await expect.poll(size).toEqual([1280, 960]);

  await page.goto(`/vehicles/${id}/edit`);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('The photo is gone from the vehicle.')).toBeVisible();
  await expect(page.locator('.photo-of img')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.photo-of img')).toBeVisible();
});

test('a photo is for those who may see the vehicle @thorough', async ({ page, person, browser }) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/edit`);
  const buffer = Buffer.from(await photograph(page), 'base64');
  await page.getByLabel('Choose a photo').setInputFiles({ name: 'car.png', mimeType: 'image/png', buffer });
  await expect(page.getByText('The photo is saved.')).toBeVisible();
  const address = (await page.locator('.photo-of img').getAttribute('src'))!;
  const stranger = await browser.newContext();
  for (const [at, mediaType] of [
    [address, 'image/jpeg'],
    [`${address}/small`, 'image/webp'],
  ] as const) {
    const answer = await page.request.get(at);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, mediaType]);
    expect((await stranger.request.get(new URL(at, page.url()).href)).status()).toBe(404);
  }
  await stranger.close();
});
