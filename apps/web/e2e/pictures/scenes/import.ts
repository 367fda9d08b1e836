import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { apiOf } from '../../app';
import { origin } from '../../config';
import type { SpokenStage } from '../stage';
import type { Scene } from './scene';

const history = readFileSync(path.join(import.meta.dirname, '../../fuelly-fuelups-polo.csv'), 'utf8');

/** A swapped reading and a fill of nothing, as histories have them. */
const faulty = history.replace(',45804.0,', ',48504.0,').replace(',26.368,', ',0,');

/** With a missed fill, after which another tracker guesses. */
const guessed = history.replace('2026-07-24,"","",0,', '2026-07-24,"","",1,');

type Step = (page: Page, stage: SpokenStage) => Promise<unknown>;

/** Into a vehicle of its own, so that each picture finds the same. */
const importing = (name: string, content: string, step: Step): Scene => ({
  name,
  viewer: 'importer',
  open: async (page, stage, context) => {
    await page.goto(`/import?vehicle=${await newVehicle(context)}`);
    await choose(page, stage, content);
    await page.locator('.import__list, .tbl').filter({ visible: true }).first().waitFor();
    await step(page, stage);
  },
});

async function newVehicle(context: BrowserContext): Promise<string> {
  const { post } = await apiOf(context, origin);
  const units = { currency: 'EUR', distanceUnit: 'km', volumeUnit: 'L', timeZone: 'Europe/Berlin' };
  return (await post<{ id: string }>('/vehicles', { nickname: 'Polo', ...units })).id;
}

const choose = (page: Page, { say }: SpokenStage, content: string) =>
  page
    .getByLabel(say('import.drop'))
    .setInputFiles({ name: 'fuelly-fuelups-polo.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

const run: Step = async (page, { say }) => {
  await page.locator('.import__foot .btn--go, .foot .btn--go').filter({ visible: true }).first().click();
  await page.getByRole('link', { name: say('import.toTimeline') }).waitFor();
};

export const importScenes: readonly Scene[] = [
  { name: 'import', viewer: 'owner', open: (page) => page.goto('/import') },
  {
    name: 'import-whose',
    viewer: 'newcomer',
    open: async (page, stage) => {
      await page.goto('/import');
      await choose(page, stage, history);
      await page.getByLabel(stage.say('import.whose')).waitFor();
    },
  },
  importing('import-dry-run', history, async () => {}),
  importing('import-dry-run-refusals', faulty, async () => {}),
  importing('import-dry-run-economy', guessed, async () => {}),
  importing('import-done', history, run),
  importing('import-undone', history, async (page, stage) => {
    await run(page, stage);
    await page
      .locator('.foot')
      .getByRole('button', { name: stage.say('import.undo') })
      .click();
    await page.getByText(stage.say('import.undone')).waitFor();
  }),
  {
    name: 'import-refused',
    viewer: 'owner',
    open: async (page, { say }) => {
      await page.goto('/import');
      const file = { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };
      await page.getByLabel(say('import.drop')).setInputFiles(file);
      await page.getByText(say('problems.import-format-unknown')).waitFor();
    },
  },
];
