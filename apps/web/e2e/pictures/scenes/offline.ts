import type { Page } from '@playwright/test';
import type { SpokenStage } from '../stage';
import { after, button, type Scene } from './scene';

const timeline = ({ vehicleId }: SpokenStage) => `/vehicles/${vehicleId}`;
const answers = '**/api/v1/**';

/** The scripts of the page still come: without a service worker nothing else has kept them. */
async function loseConnection(page: Page): Promise<void> {
  await page.route(answers, (route) => route.abort('internetdisconnected'));
  await tellConnection(page, false);
}

const tellConnection = (page: Page, online: boolean) =>
  page.evaluate((isOnline) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  }, online);

async function logFill(page: Page, { say }: SpokenStage): Promise<void> {
  await page.keyboard.press('n');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(say('quickAdd.odometer'), { exact: true }).fill('139700');
  await sheet.getByLabel(say('quickAdd.volume')).fill('15');
  await loseConnection(page);
  await sheet.locator('.sheet__ft .btn--go').click();
  await shown(page, say('waiting.toBeSent'));
}

const shown = (page: Page, words: string) =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

/** What the server says of a reading that another device has overtaken meanwhile. */
const outOfOrder = {
  code: 'odometer-out-of-order',
  status: 422,
  title: 'Odometer out of order',
};

/** What a page says without a connection, and of what waits for one. */
export const offlineScenes: readonly Scene[] = [
  after('offline-page', timeline, async (page, { say }) => {
    await loseConnection(page);
    await shown(page, say('waiting.offline'));
  }),
  after('offline-waiting', timeline, logFill),
  after('offline-waiting-list', timeline, async (page, stage) => {
    await logFill(page, stage);
    await button(page.getByRole('status'), stage.say('waiting.look')).click();
    await page.getByRole('dialog', { name: stage.say('waiting.title') }).waitFor();
  }),
  after('offline-needs-you', timeline, async (page, stage) => {
    await logFill(page, stage);
    await page.unroute(answers);
    await page.route('**/events', (route) =>
      route.fulfill({ status: 422, contentType: 'application/problem+json', json: outOfOrder }),
    );
    await tellConnection(page, true);
    await shown(page, stage.say('waiting.needsYou'));
    await button(page.getByRole('status'), stage.say('waiting.look')).click();
    await page.getByRole('dialog', { name: stage.say('waiting.title') }).waitFor();
  }),
];
