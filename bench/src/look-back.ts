import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { createDatabase, forTenant } from '../../libs/db/dist/index.js';
import { createEventStore } from '../../libs/event-store/dist/index.js';
import { costsOf, fuelEconomyOf, getVehicleSummary, readPast } from '../../libs/read-models/dist/index.js';
import { aFleet } from './fleet.ts';
import { aLongHistory } from './long-history.ts';

const looks = 20;

/** How long each look back at a vehicle with 10,000 events takes, in milliseconds, the middle of twenty. */
export async function benchLookBack(adminUrl: string, apiUrl: string): Promise<Record<string, number>> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  const [stream] = await aFleet(admin, 1, 1);
  await admin.end();
  const api = createDatabase({ connectionString: apiUrl, max: 2 });
  const store = createEventStore(api);
  const history = aLongHistory(stream!);
  for (let at = 0; at < history.length; at += 1000) await store.appendAll(history.slice(at, at + 1000));
  const { tenantId, vehicleId } = stream!;
  const today = history.at(-1)!.date;
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
  store.close();
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
