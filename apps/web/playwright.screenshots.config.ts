import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

/** `npm run screenshots`: every page in both themes on a phone and a desktop, into e2e/screenshots/, to be looked at. */
export default defineConfig({
  ...journeys,
  testMatch: /screenshots\.ts/,
  timeout: 600_000,
  projects: [{ name: 'screenshots' }],
});
