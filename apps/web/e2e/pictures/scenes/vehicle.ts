import { daysAgo } from '../../app';
import type { SpokenStage } from '../stage';
import { after, at, button, type Scene } from './scene';

const timeline = ({ vehicleId }: SpokenStage) => `/vehicles/${vehicleId}`;
const below = (page: string) => (stage: SpokenStage) => `${timeline(stage)}/${page}`;

/** The panel of an entry. */
const entry = (name: string, query: string, row: (stage: SpokenStage) => string): Scene =>
  after(
    name,
    (stage) => timeline(stage) + query,
    async (page, stage) => {
      await page.locator(row(stage)).first().getByRole('link').first().click();
      await page
        .locator('.panel')
        .getByRole('heading', { name: stage.say('entry.history') })
        .waitFor();
      await page.locator('.work__wait').first().waitFor({ state: 'detached' });
    },
  );

const edited = ({ say }: SpokenStage) => `.row:has-text("${say('timeline.edited')}")`;

/** Everything below one vehicle. */
export const vehicleScenes: readonly Scene[] = [
  at('timeline', timeline),
  at('timeline-hybrid', ({ hybridId }) => `/vehicles/${hybridId}`),
  at('timeline-empty', ({ emptyVehicleId }) => `/vehicles/${emptyVehicleId}`),
  at('timeline-sold', ({ soldVehicleId }) => `/vehicles/${soldVehicleId}`),
  at('timeline-nothing-found', (stage) => `${timeline(stage)}?q=nowhere-to-be-found`),
  entry('entry', `?to=${daysAgo(22)}`, () => '.row:has(.mark--full)'),
  entry('entry-corrected', '', edited),
  entry('entry-void', '?type=odometer', ({ say }) => `.row:has-text("${say('timeline.void')}")`),
  {
    ...entry('entry-correct', '', edited),
    open: async (page, stage, context) => {
      await entry('entry', '', edited).open(page, stage, context);
      await button(page.locator('.panel'), stage.say('entry.correct')).click();
      await page.getByRole('dialog').getByLabel(stage.say('quickAdd.volume')).waitFor();
    },
  },
  after('vehicle-menu', timeline, async (page, { say }) => {
    await button(page, say('vehicle.more')).click();
    await page.getByRole('menu').waitFor();
  }),
  after('vehicle-sell', timeline, async (page, { say }) => {
    await button(page, say('vehicle.more')).click();
    await page.getByRole('menuitem', { name: say('vehicle.sell') }).click();
    await page.getByRole('dialog').waitFor();
  }),
  at('overview', below('overview')),
  at('overview-hybrid', ({ hybridId }) => `/vehicles/${hybridId}/overview`),
  at('overview-empty', ({ emptyVehicleId }) => `/vehicles/${emptyVehicleId}/overview`),
  at('overview-as-of', below(`overview?asOf=${daysAgo(510)}`)),
  after('overview-tables', below('overview'), async (page) => {
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
  }),
  at('vehicle-reminders', ({ hybridId }) => `/vehicles/${hybridId}/reminders`),
  at('proof', below('proof')),
  after('proof-printed', below('proof/print'), (page) => page.emulateMedia({ media: 'print' })),
  after('timeline-printed', timeline, (page) => page.emulateMedia({ media: 'print' })),
  at('vehicle-edit', below('edit')),
  at('tariffs', ({ hybridId }) => `/vehicles/${hybridId}/tariffs`),
  at('tariffs-empty', ({ emptyVehicleId }) => `/vehicles/${emptyVehicleId}/tariffs`),
  at('hand-over', below('hand-over')),
];
