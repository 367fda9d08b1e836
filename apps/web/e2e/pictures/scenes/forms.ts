import type { Page } from '@playwright/test';
import { openForm } from '../../app';
import type { SpokenStage } from '../stage';
import type { Scene } from './scene';

async function form(page: Page, { vehicleId, say }: SpokenStage, type: string): Promise<void> {
  await page.goto(`/vehicles/${vehicleId}`);
  await openForm(page, say('quickAdd.odometer'));
  await page.getByRole('radio', { name: say(`types.${type}`), exact: true }).click();
}

const types = [
  'charge',
  'maintenance',
  'odometer',
  'expense',
  'reminder',
  'note',
  'inspection',
  'document',
  'hours-meter',
  'acquired',
  'sold',
  'archived',
  'odometer-replacement',
];

/** The entry form of each type, and its answer to a reading that does not fit. */
export const formScenes: readonly Scene[] = [
  {
    name: 'quick-add-fuel',
    viewer: 'owner',
    open: async (page, stage) => {
      await form(page, stage, 'fuel');
      await page.getByLabel(stage.say('quickAdd.volume')).fill('14');
    },
  },
  {
    name: 'odometer-problem',
    viewer: 'owner',
    open: async (page, stage) => {
      const { say } = stage;
      await form(page, stage, 'fuel');
      await page.getByRole('dialog').getByLabel(say('quickAdd.odometer'), { exact: true }).fill('120');
      await page.getByLabel(say('quickAdd.volume')).fill('14');
      await page.locator('.sheet__ft .btn--go').click();
      await page.getByText(say('meterProblem.title')).waitFor();
    },
  },
  {
    name: 'quick-add-missing',
    viewer: 'owner',
    open: async (page, stage) => {
      await form(page, stage, 'fuel');
      await page.getByLabel(stage.say('quickAdd.volume')).fill('');
      await page.getByLabel(stage.say('quickAdd.total')).fill('');
      await page.locator('.sheet__ft .btn--go').click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  ...types.map((type): Scene => ({
    name: `quick-add-${type}`,
    viewer: 'owner',
    open: (page, stage) => form(page, stage, type),
  })),
];
