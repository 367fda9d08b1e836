import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, openForm, overdueOil, test, vehicleWithFills } from './app';
import { expectNoViolations } from './axe';
import { thorough } from './config';

const history = readFileSync(path.join(import.meta.dirname, 'fuelly-fuelups-polo.csv'), 'utf8');
/** A swapped reading, which has ways out, and a fill of nothing, which has none. */
const faulty = history.replace(',45804.0,', ',48504.0,').replace(',26.368,', ',0,');

// Page after page in one test, each looked at as a whole; beside each other, or they were the last to end.
test.describe.configure({ timeout: 120_000, mode: 'parallel' });

test.describe('axe finds nothing in either theme', () => {
  // Opacity on its way in is no contrast to measure.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('before signing in @thorough', async ({ page }) => {
    for (const address of [
      '/sign-in',
      '/sign-up',
      '/forgot-password',
      '/reset-password',
      '/verify-email',
      '/terms',
      '/nowhere',
    ]) {
      await page.goto(address);
      await expectNoViolations(page, { where: address });
    }
  });

  test('in an empty garage', async ({ page, person: _signedIn }) => {
    await page.goto('/');
    await expect(page.getByText('Nothing parked here yet.')).toBeVisible();
    await expectNoViolations(page, { where: 'empty garage' });
  });

  test('on the pages of a garage', async ({ page, person }) => {
    const { id } = await vehicleWithFills(person);
    await person.api.post(`/vehicles/${id}/reminders`, overdueOil);
    for (const address of [
      '/',
      `/vehicles/${id}`,
      `/vehicles/${id}/overview`,
      `/vehicles/${id}/reminders`,
      '/fleet',
      '/import',
      `/vehicles/${id}/edit`,
      ...(thorough ? ['/reminders', '/design', '/vehicles/new', '/welcome'] : []),
    ]) {
      await page.goto(address);
      await expectNoViolations(page, { where: address });
    }
  });

  test('with an entry open, in every form, and in the jump dialog', async ({ page, person }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    await page.getByRole('link', { name: '25.00 L at €1.60/L' }).click();
    await expect(page.getByText('How 5.00 comes about')).toBeVisible();
    await expectNoViolations(page, { where: 'entry' });
    const sheet = await openForm(page);
    await expect(sheet.getByLabel('Volume')).toBeVisible();
    const kinds = await sheet.getByRole('radiogroup', { name: 'Kind of entry' }).getByRole('radio').all();
    for (const type of thorough ? kinds : kinds.slice(0, 3)) {
      await type.click();
      await expectNoViolations(page, {
        where: `form ${await type.textContent()}`,
        within: '[role=dialog]',
      });
    }
    await page.keyboard.press('Escape');
    await page.goto('/settings');
    await page.keyboard.press('/');
    await expect(page.getByRole('combobox', { name: 'Pages, vehicles and entries' })).toBeFocused();
    await expectNoViolations(page, { where: 'jump dialog' });
  });

  test('with an odometer problem and a dry run', async ({ page, person }) => {
    const { id } = await vehicleWithFills(person);
    await page.goto(`/vehicles/${id}`);
    const sheet = await openForm(page);
    await sheet.getByLabel('Odometer', { exact: true }).fill('900');
    await sheet.getByLabel('Volume').fill('14');
    await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
    await expect(sheet.getByText('This reading is out of order')).toBeVisible();
    await expectNoViolations(page, { where: 'odometer problem' });
    await page.goto('/import');
    const file = { name: 'fuelly-fuelups-polo.csv', mimeType: 'text/csv', buffer: Buffer.from(faulty) };
    await page.getByLabel('Drop a file here, or choose one').setInputFiles(file);
    await expect(page.getByText(/Fuelly.*12 rows/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Do not count' }).first()).toBeVisible();
    await expectNoViolations(page, { where: 'dry run' });
  });
});
