import { after, at, button, type Scene } from './scene';

/** The garage and the pages beside it: empty, filled, and with what opens over them. */
export const garageScenes: readonly Scene[] = [
  at('garage', '/'),
  at('garage-empty', '/', 'newcomer'),
  at('welcome', '/welcome', 'newcomer'),
  at('reminders', '/reminders'),
  at('reminders-empty', '/reminders', 'newcomer'),
  after('reminder-new', '/reminders', async (page, { say }) => {
    await button(page, say('reminders.add')).click();
    await page.getByRole('dialog').waitFor();
  }),
  after('reminder-done', '/reminders', async (page, { say }) => {
    await page.getByText(say('reminders.log'), { exact: true }).filter({ visible: true }).first().click();
    await page.getByRole('dialog').waitFor();
  }),
  at('fleet', '/fleet'),
  after('fleet-columns', '/fleet?without=last.month', async (page, { say }) => {
    await button(page, say('fleet.chooseColumns')).click();
    await page.getByRole('menu').waitFor();
  }),
  at('fleet-empty', '/fleet', 'newcomer'),
  at('former', '/vehicles/former'),
  at('operations', '/operations', 'operator'),
  at('vehicle-new', '/vehicles/new'),
  at('design', '/design'),
  at('not-found-signed-in', '/vehicles/00000000-0000-4000-8000-000000000000'),
  after('jump', '/settings', async (page) => {
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('o');
    await page.getByRole('option').first().waitFor();
  }),
  after('keys', '/', async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  }),
];
