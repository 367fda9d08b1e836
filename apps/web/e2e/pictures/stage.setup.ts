import { test, type Browser } from '@playwright/test';
import { origin } from '../config';
import { setStages } from './set-stage';
import { keepStages, keptStages, type Session } from './stage';

test('the stage is set, once on a product', async ({ browser }) => {
  const kept = keptStages(origin);
  if (kept && (await isSignedIn(browser, kept.en.sessions.owner))) return;
  keepStages(origin, await setStages(browser, origin));
});

/** Another product may answer at the same address by now. */
async function isSignedIn(browser: Browser, storageState: Session): Promise<boolean> {
  const context = await browser.newContext({ baseURL: origin, storageState });
  const token = await context.request.get('/api/auth/token');
  await context.close();
  return token.ok();
}
