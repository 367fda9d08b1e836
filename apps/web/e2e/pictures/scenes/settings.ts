import { password } from '../../app';
import { after, at, button, type Scene } from './scene';

export const settingsScenes: readonly Scene[] = [
  at('settings', '/settings'),
  at('settings-account', '/settings/account'),
  at('settings-security', '/settings/security'),
  after(
    'settings-security-app',
    '/settings/security',
    async (page, { say }) => {
      await page.getByLabel(say('security.yourPassword')).fill(password);
      await button(page, say('security.turnOn')).click();
      await page.getByRole('img', { name: say('security.qrCode') }).waitFor();
    },
    'newcomer',
  ),
  at('settings-members', '/settings/members'),
  at('settings-api-keys', '/settings/api-keys'),
  at('settings-audit', '/settings/audit'),
  at('settings-data', '/settings/data'),
  after(
    'settings-new-key',
    '/settings/api-keys',
    async (page, { say }) => {
      await page.getByLabel(say('apiKeys.name'), { exact: true }).fill('Home Assistant');
      await button(page, say('apiKeys.create')).click();
      await page.getByText(say('apiKeys.copy'), { exact: true }).waitFor();
    },
    'newcomer',
  ),
];
