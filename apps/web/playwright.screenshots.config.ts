import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

/**
 * `npm run screenshots`: every page and many a state of one, in both themes, on a phone and a desktop, in English and
 * German, into e2e/screenshots/, to be looked at. A product is filled once; `LOOKS` and `SCENES` choose by name.
 */
export default defineConfig({
  ...journeys,
  testDir: 'e2e/pictures',
  fullyParallel: true,
  retries: 1,
  use: { ...journeys.use, trace: 'off' },
  projects: [
    { name: 'stage', testMatch: /stage\.setup\.ts/, timeout: 120_000 },
    { name: 'pictures', testMatch: /take-pictures\.ts/, dependencies: ['stage'] },
  ],
});
