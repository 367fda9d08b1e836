import type { Page } from '@playwright/test';
import { expect, openForm, overdueOil, test, vehicleWithFills, type Person } from './app';
import { overlappingWords, widthTooMuch } from './layout';

/** A name, a note and a reminder may be one word, longer than a phone is wide. */
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter';

/** Garage, timeline and quick add: nothing lies on anything, sticks out or is out of reach. */
async function expectAllReadable(page: Page, person: Person): Promise<void> {
  const { id } = await vehicleWithFills(person, longWord);
  await person.api.post(`/vehicles/${id}/events`, {
    type: 'note',
    date: '2026-10-21',
    data: { text: longWord },
  });
  await person.api.post(`/vehicles/${id}/reminders`, { ...overdueOil, title: longWord });
  for (const address of ['/', `/vehicles/${id}`]) {
    await page.goto(address);
    expect(await widthTooMuch(page), address).toBeLessThanOrEqual(0);
    expect(await overlappingWords(page), address).toEqual([]);
  }
  const sheet = await openForm(page);
  expect(await widthTooMuch(page), 'quick add').toBeLessThanOrEqual(0);
  expect(await overlappingWords(page, '[role=dialog]'), 'quick add').toEqual([]);
  const save = sheet.getByRole('button', { name: 'Save fuel-up' });
  await save.scrollIntoViewIfNeeded();
  await expect(save).toBeInViewport({ ratio: 1 });
}

test.describe('on a desktop of 1280 pixels, zoomed to 200 %', () => {
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  test('everything can be read and reached @thorough', async ({ page, person }) => {
    await expectAllReadable(page, person);
  });
});

test.describe('in a browser whose text is set to 150 %', () => {
  test('everything can be read and reached (phone too)', async ({ page, context, person }) => {
    const browserItself = await context.newCDPSession(page);
    await browserItself.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
    await page.goto('/');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('21px');
    await expectAllReadable(page, person);
  });
});
