import { defineConfig, devices } from '@playwright/test';
import { browser, origin, thorough } from './e2e/config';

/** Journeys through the running product. The launcher's `npm test` starts one and says where; so can anyone. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/operator.ts',
  outputDir: 'test-results',
  // While one waits for an answer, others draw: two cores carry the product and the browsers.
  workers: 4,
  fullyParallel: false,
  timeout: 45_000,
  // What needs it is named by `npm test`, and must stay the exception.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: origin,
    locale: 'en-IE',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 15_000,
    // A journey that is about it asks for it; the others need not fetch every file of the build first.
    serviceWorkers: 'block',
    // A trace of every action costs as much as the journey: the second attempt of what failed is drawn.
    trace: 'on-first-retry',
    launchOptions: browser,
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: /phone\.spec/,
      // What moves costs a tenth of the browsers' work. On the phone it moves.
      use: { viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } },
    },
    {
      name: 'phone',
      // Of journeys that are walked on both, those that say so.
      grep: thorough ? /phone\.spec|\(phone too/ : /phone\.spec|\(phone too\)/,
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        // Pages begin with fewer rows for a browser that says so.
        userAgent: devices['Pixel 7']!.userAgent,
      },
    },
  ],
});
