import { performance } from 'node:perf_hooks';
import { createDatabase, forTenant } from '../../libs/db/dist/index.js';
import type { EventToAppend } from '../../libs/event-store/dist/index.js';
import { costsOf, fuelEconomyOf, getVehicleSummary, readPast } from '../../libs/read-models/dist/index.js';

const looks = 10;

/** How long each look back at a vehicle with 10,000 events takes, in milliseconds, the middle of ten. */
export async function benchLookBack(
  apiUrl: string,
  history: readonly EventToAppend[],
): Promise<Record<string, number>> {
  const api = createDatabase({ connectionString: apiUrl, max: 2 });
  const { tenantId, vehicleId, date: today } = history.at(-1)!;
  const views = { 'as of today': { asOf: today }, 'as known now': { knownAt: new Date().toISOString() } };
  const result: Record<string, number> = {};
  for (const [name, view] of Object.entries(views)) {
    const summary = () =>
      forTenant(api, tenantId, (trx) => getVehicleSummary(trx, vehicleId, { today, ...view }));
    const past = () => forTenant(api, tenantId, (trx) => readPast(trx, vehicleId, view));
    result[`summary ${name}`] = await middle(summary);
    result[`economy ${name}`] = await middle(async () => fuelEconomyOf(await past()));
    result[`costs ${name}`] = await middle(async () => costsOf(await past()));
  }
  await api.close();
  return result;
}

async function middle(look: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < looks; turn += 1) {
    const began = performance.now();
    await look();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[looks / 2]!;
}
