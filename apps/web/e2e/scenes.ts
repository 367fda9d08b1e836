import path from 'node:path';
import type { Page } from '@playwright/test';
import { openForm } from './app';

const history = path.join(import.meta.dirname, 'fuelly-fuelups-polo.csv');

/** A page, or a state of one, and the way to it. */
export interface Scene {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
}

/** What stands behind the addresses, and the words that the pages speak with. */
export interface Stage {
  readonly vehicleId: string;
  readonly emptyVehicleId: string;
  /** Of the buyer's page, whole. */
  readonly share: string;
  readonly invitation: string;
  readonly say: (key: string) => string;
}

const page = (name: string, address: string): Scene => ({ name, open: (at) => at.goto(address) });

/** Before there is anything to look at. */
export const emptyScenes = [page('garage-empty', '/'), page('reminders-empty', '/reminders')];

/** For people who are not signed in. */
export function publicScenes({ share, invitation }: Stage): Scene[] {
  return [
    page('sign-in', '/sign-in'),
    page('sign-up', '/sign-up'),
    page('forgot-password', '/forgot-password'),
    page('reset-password', '/reset-password?token=none'),
    page('verify-email', '/verify-email?token=none'),
    page('terms', '/terms'),
    page('invitation', invitation),
    page('invitation-closed', '/invitations/none'),
    page('share', share),
    page('verify', '/verify'),
    page('offline', '/offline'),
    page('not-found', '/nowhere'),
  ];
}

export function signedInScenes(stage: Stage): Scene[] {
  const timeline = `/vehicles/${stage.vehicleId}`;
  return [
    page('garage', '/'),
    page('timeline', timeline),
    page('timeline-empty', `/vehicles/${stage.emptyVehicleId}`),
    page('timeline-nothing-found', `${timeline}?q=nowhere-to-be-found`),
    page('overview', `${timeline}/overview`),
    page('overview-empty', `/vehicles/${stage.emptyVehicleId}/overview`),
    page('overview-as-of', `${timeline}/overview?asOf=2025-06-30`),
    page('proof', `${timeline}/proof`),
    page('vehicle-edit', `${timeline}/edit`),
    page('vehicle-new', '/vehicles/new'),
    page('reminders', '/reminders'),
    page('fleet', '/fleet'),
    page('import', '/import'),
    page('settings', '/settings'),
    page('settings-account', '/settings/account'),
    page('settings-security', '/settings/security'),
    page('settings-members', '/settings/members'),
    page('settings-api-keys', '/settings/api-keys'),
    page('operations', '/operations'),
    page('design', '/design'),
    page('welcome', '/welcome'),
    page('not-found-signed-in', '/vehicles/00000000-0000-4000-8000-000000000000'),
    ...entryScenes(timeline, stage),
    ...formScenes(timeline, stage),
    ...importScenes(stage),
    {
      name: 'jump',
      open: async (at) => {
        await at.goto('/settings');
        await at.keyboard.press('/');
        await at.getByRole('combobox').fill('o');
      },
    },
    {
      name: 'reminder-new',
      open: async (at) => {
        await at.goto('/reminders');
        await at
          .getByRole('button', { name: stage.say('reminders.add') })
          .filter({ visible: true })
          .click();
        await at.getByRole('dialog').waitFor();
      },
    },
  ];
}

/** The panel of an entry: with its economy, with its history, void. */
function entryScenes(timeline: string, { say }: Stage): Scene[] {
  const opening = (name: string, address: string, row: string): Scene => ({
    name,
    open: async (at) => {
      await at.goto(address);
      await at.locator(row).first().getByRole('link').first().click();
      await at
        .locator('.panel')
        .getByRole('heading', { name: say('entry.history') })
        .waitFor();
    },
  });
  return [
    opening('entry', `${timeline}?to=2026-10-31`, '.row:has(.mark--full)'),
    opening('entry-corrected', timeline, `.row:has-text("${say('timeline.edited')}")`),
    opening('entry-void', `${timeline}?type=odometer`, `.row:has-text("${say('timeline.void')}")`),
  ];
}

function formScenes(timeline: string, { say }: Stage): Scene[] {
  const form = async (at: Page, type: string) => {
    await at.goto(timeline);
    await openForm(at, say('quickAdd.odometer'));
    await at.getByRole('radio', { name: say(`types.${type}`), exact: true }).click();
  };
  const types = ['charge', 'maintenance', 'odometer', 'expense', 'reminder', 'note', 'inspection'];
  const others = ['document', 'hours-meter', 'acquired', 'sold', 'archived', 'odometer-replacement'];
  return [
    {
      name: 'quick-add-fuel',
      open: async (at) => {
        await form(at, 'fuel');
        await at.getByLabel(say('quickAdd.volume')).fill('14');
      },
    },
    {
      name: 'odometer-problem',
      open: async (at) => {
        await form(at, 'fuel');
        await at.getByRole('dialog').getByLabel(say('quickAdd.odometer'), { exact: true }).fill('120');
        await at.getByLabel(say('quickAdd.volume')).fill('14');
        await at.locator('.sheet__ft .btn--go').click();
        await at.getByText(say('odometerProblem.title')).waitFor();
      },
    },
    ...[...types, ...others].map((type) => ({
      name: `quick-add-${type}`,
      open: (at: Page) => form(at, type),
    })),
  ];
}

function importScenes({ emptyVehicleId, say }: Stage): Scene[] {
  const dryRun = async (at: Page) => {
    await at.goto(`/import?vehicle=${emptyVehicleId}`);
    await at.getByLabel(say('import.drop')).setInputFiles(history);
    await at.locator('.import__list, .tbl').filter({ visible: true }).first().waitFor();
  };
  return [
    { name: 'import-dry-run', open: dryRun },
    {
      name: 'import-refused',
      open: async (at) => {
        await at.goto('/import');
        const file = { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };
        await at.getByLabel(say('import.drop')).setInputFiles(file);
        await at.getByText(say('problems.import-format-unknown')).waitFor();
      },
    },
  ];
}
