import { defineConfig } from '@playwright/test';
import { config } from './e2e/config';

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  forbidOnly: config.ci,
  timeout: 60_000,
  use: {
    baseURL: config.url,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: config.chromium,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
