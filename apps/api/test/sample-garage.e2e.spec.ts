import { sampleGarage, type SampleGarageVehicle } from '@odolog/sample-garage';
import { foldAll } from '@odolog/testing';
import { v5 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tariff } from '../src/tariffs/tariffs.contract.js';
import type { TimelineItem } from '../src/timeline/timeline.contract.js';
import type { Vehicle } from '../src/vehicles/vehicles.contract.js';
import { aPerson, testApp, type Reply, type TestApp } from './test-app.js';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

const idsOf = ({ body }: Reply): string[] => body.items.map(({ id }: { id: string }) => id).sort();

test('the sample garage holds three vehicles with years behind them, and goes as it came', async () => {
  const kim = await aPerson(on.app);
  const headers = { 'idempotency-key': 'samples' };
  const filled = await kim.call({ method: 'POST', url: '/v1/sample-garage', headers });
  expect(filled.status).toBe(201);
  expect(filled.body.items.map(({ nickname }: Vehicle) => nickname)).toEqual(['V-Strom', 'Cuore', 'Octavia']);
  expect(filled.body.items.every(({ version }: { version: number }) => version > 50)).toBe(true);
  expect((await kim.call({ method: 'POST', url: '/v1/sample-garage' })).status).toBe(200);
  expect((await kim.call({ method: 'DELETE', url: '/v1/sample-garage' })).status).toBe(204);
  expect((await kim.call({ url: '/v1/vehicles' })).body.items).toEqual([]);
});

test('the one that is charged at home pays what its tariffs say', async () => {
  const kim = await aPerson(on.app);
  const { body } = await kim.call({ method: 'POST', url: '/v1/sample-garage' });
  const { id, batteryWh } = body.items.find(({ energies }: Vehicle) => energies.includes('electricity'));
  expect(batteryWh).toBe(10_400);
  const tariffs = await kim.call({ url: `/v1/vehicles/${id}/tariffs` });
  expect(tariffs.body.items.map(({ name, charger }: Tariff) => [name, charger])).toEqual([
    ['Stadtwerke', 'home'],
    ['Stadtwerke', 'home'],
  ]);
  await foldAll(on.database.as('odolog_worker'));
  const charges = await kim.call({ url: `/v1/vehicles/${id}/timeline?type=charge&limit=100` });
  expect(charges.body.items).toHaveLength(100);
  expect(charges.body.items.filter(({ cost }: TimelineItem) => cost === null)).toEqual([]);
});

test('two wishes for sample vehicles at the same moment are one', { tags: ['thorough'] }, async () => {
  const kim = await aPerson(on.app);
  const fill = () => kim.call({ method: 'POST', url: '/v1/sample-garage' });
  const [one, other] = await Promise.all([fill(), fill()]);
  expect(idsOf(one)).toHaveLength(3);
  expect(idsOf(other)).toEqual(idsOf(one));
  const whole = await kim.call({ url: '/v1/vehicles' });
  expect(whole.body.items.every(({ version }: { version: number }) => version > 50)).toBe(true);
  expect((await kim.call({ method: 'DELETE', url: '/v1/sample-garage' })).status).toBe(204);
  expect(idsOf(await fill())).not.toEqual(idsOf(one));
});

test('sample vehicles that were cut off are completed', async () => {
  const kim = await aPerson(on.app);
  const tenantId = (await kim.call({ url: '/v1/me' })).body.tenant.id as string;
  const cutOff = v5('sample:0:0', tenantId);
  const [{ vehicle }] = sampleGarage('2026-01-01') as [SampleGarageVehicle];
  expect((await kim.call({ url: '/v1/vehicles', body: { ...vehicle, id: cutOff } })).status).toBe(201);
  await on.database.admin().pool.query('UPDATE app.vehicles SET sample = true WHERE id = $1', [cutOff]);
  const filled = await kim.call({ method: 'POST', url: '/v1/sample-garage' });
  expect(filled.status).toBe(201);
  expect(idsOf(filled)).toHaveLength(3);
  expect(idsOf(filled)).toContain(cutOff);
  expect(filled.body.items.every(({ version }: { version: number }) => version > 50)).toBe(true);
});
