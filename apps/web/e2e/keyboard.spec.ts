import type { Locator, Page } from '@playwright/test';
import { expect, freshEmail, password, test } from './app';

/** Tab after tab, as somebody without a mouse, until the element has the focus; and it shows that it has it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  expect(await wanted.evaluate((element) => element === document.activeElement), `${wanted}`).toBe(true);
}

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

test('keys alone sign up, park a vehicle, log a fuel-up, correct it, and do what is due', async ({
  page,
}) => {
  test.slow();
  await page.goto('/sign-up');
  await typeInto(page, page.getByLabel('Name'), 'Kim Berger');
  await typeInto(page, page.getByLabel('E-mail'), freshEmail());
  await typeInto(page, page.getByLabel('Password'), password);
  await page.keyboard.press('Enter');
  await press(
    page,
    page.getByRole('button', { name: 'Skip for now' }).or(page.getByRole('link', { name: 'Skip for now' })),
  );

  await page.goto('/vehicles/new');
  await typeInto(page, page.getByLabel('Nickname'), 'Cuore');
  await press(page, page.getByRole('button', { name: 'Add vehicle' }));
  await expect(page.getByRole('heading', { name: 'A clean sheet' })).toBeVisible();

  await page.keyboard.press('n');
  const sheet = page.getByRole('dialog');
  await typeInto(page, sheet.getByLabel('Odometer', { exact: true }), '10000');
  await typeInto(page, sheet.getByLabel('Volume'), '30');
  await typeInto(page, sheet.getByLabel('Total'), '48');
  await press(page, sheet.getByRole('button', { name: /^Save fuel-up/ }));
  await expect(sheet).toBeHidden();

  await expect(page.getByRole('link', { name: /^30\.00 L/ })).toBeVisible();
  await page.keyboard.press('j');
  await press(page, page.getByRole('button', { name: 'Correct' }));
  await tabTo(page, sheet.getByLabel('Volume'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('31');
  await typeInto(page, sheet.getByLabel('Reason for the correction'), 'Digits swapped.');
  await press(page, sheet.getByRole('button', { name: 'Save correction' }));
  await expect(page.getByRole('link', { name: /^31\.00 L/ })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the keys are told by a key, and focus goes back to where it was', async ({
  page,
  person: _signedIn,
}) => {
  await page.goto('/');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByText('Add an entry')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/settings$/);
});
