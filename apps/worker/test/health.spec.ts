import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEventStore } from '@odolog/event-store';
import { advance, beginLane, type Projector } from '@odolog/read-models';
import { aReading, aTenant, aVehicle, foldAll, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listenForHealth } from '../src/health/health-server.js';
import { WorkerMetrics } from '../src/health/worker-metrics.js';

let database: TestDatabase;
let server: Server;
let tenantId: string;
beforeAll(async () => {
  database = await testDatabase();
  const worker = database.as('odolog_worker');
  const store = createEventStore(database.as('odolog_api'));
  const tenant = await aTenant(database.admin());
  tenantId = tenant.tenantId;
  await store.append(aReading(tenant, await aVehicle(database.as('odolog_api'), store, tenant), { km: 5 }));
  store.close();
  await foldAll(worker);
  server = await listenForHealth({ host: '127.0.0.1', port: 0 }, worker, new WorkerMetrics(worker));
});
afterAll(async () => {
  server.close();
  await database.drop();
});

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return { status: response.status, text: await response.text() };
}

it('is ready while every projector can go on', async () => {
  expect(await get('/health')).toEqual({ status: 200, text: '{"status":"ok"}' });
  const { status, text } = await get('/ready');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ status: 'ready', failing: [] });
  expect((await get('/metrics')).text).toContain('odolog_projector_lag_events{projector="fuel-segments"} 0');
});

it('names the projector, the tenant and the event that it cannot fold', async () => {
  const broken: Projector = {
    name: 'broken',
    version: 1,
    tables: [],
    apply: () => Promise.reject(new Error('no such fact')),
  };
  const lane = { projector: 'broken', tenantId, generation: 1 };
  await beginLane(database.as('odolog_worker'), broken, { tenantId, unopened: true, outdated: false });
  await advance(database.as('odolog_worker'), broken, lane);

  const { status, text } = await get('/ready');
  expect(status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({
    status: 'failing',
    failing: [{ part: 'projector', projector: 'broken', tenantId, position: 1, message: 'no such fact' }],
  });
  expect((await get('/metrics')).text).toMatch(
    new RegExp(
      `odolog_projector_stopped\\{projector="broken",tenant="${tenantId}",event="[0-9a-f-]{36}"\\} 1`,
    ),
  );
});
