import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { waitingForLife } from '../app';
import { origin } from '../config';
import { widthTooMuch } from '../layout';
import { scenes } from './every-scene';
import { looks, type Look } from './looks';
import { folder, stageIn, type Session } from './stage';

/** Longer ones say nothing new. */
const longestPicture = 2_600;

for (const look of looks)
  test.describe(look.name, () => {
    for (const scene of scenes)
      test(scene.name, async ({ browser }) => {
        const stage = stageIn(origin, look.language);
        const context = await contextFor(browser, look, scene.viewer && stage.sessions[scene.viewer]);
        const page = waitingForLife(await context.newPage());
        await fetchLetters(page);
        await scene.open(page, stage, context);
        if (look.isMirrored) await page.evaluate(() => (document.documentElement.dir = 'rtl'));
        await page.evaluate(() => document.fonts.ready);
        await unfold(page);
        await page.screenshot({ path: path.join(folder, `${scene.name}-${look.name}.png`) });
        expect.soft(await widthTooMuch(page), 'pixels wider than the window').toBe(0);
        await context.close();
      });
  });

async function contextFor(browser: Browser, look: Look, storageState: Session | undefined) {
  const context = await browser.newContext({
    viewport: look.viewport,
    ...(look.isPhone && { hasTouch: true, isMobile: true }),
    ...(storageState && { storageState }),
    baseURL: origin,
    locale: look.language === 'de' ? 'de-DE' : 'en-IE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await context.addCookies([{ name: 'odolog-theme', value: look.theme, url: origin }]);
  return context;
}

/** Letters that come late are for the next page: they are here before the one that is looked at. */
async function fetchLetters(page: Page): Promise<void> {
  // A page that goes nowhere by itself.
  await page.goto('/verify');
  await page.evaluate(() => {
    const [first] = getComputedStyle(document.body).fontFamily.split(',');
    return document.fonts.load(`1em ${first}`);
  });
}

/**
 * A sheet is seen where it lies; of a page, all of it but for endless lists. The window grows to the page's height, so
 * that what sticks to the window's edges lies at the edges of the picture.
 */
async function unfold(page: Page): Promise<void> {
  if (await page.getByRole('dialog').count()) return;
  const { width, height } = page.viewportSize()!;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, Math.min(whole, longestPicture)) });
  await page.waitForFunction(isFilled);
  // What a taller window lets in is measured and drawn with its next frames.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** Whether the rows of a timeline, which come when its page is at rest, reach the window's end. */
function isFilled(): boolean {
  const empty = document.querySelector('.tl__rows > :last-child')?.getBoundingClientRect();
  return !empty || empty.height === 0 || empty.top >= window.innerHeight;
}
