import { forTenant } from '@odolog/db';
import {
  anEvent,
  aTenant,
  aVehicle,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEventStore, type EventStore } from './event-store.js';
import type { StoredEvent } from './event.js';
import { readStream } from './read-events.js';
import { verifyChain, verifyStream } from './verify-chain.js';

let database: TestDatabase;
let store: EventStore;
let tenant: TestTenant;
let vehicle: string;
let ids: string[];
beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
});
afterAll(async () => {
  store.close();
  await database.drop();
});
beforeEach(async () => {
  tenant = await aTenant(database.admin());
  vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
  const events = [1, 2, 3, 4].map((km) => anEvent('fuel', tenant, vehicle, { km, notes: 'Ölstand geprüft' }));
  ids = events.map(({ id }) => id);
  await store.appendAll(events);
});

const verify = () =>
  forTenant(database.as('odolog_api'), tenant.tenantId, (trx) => verifyStream(trx, vehicle));

/** What only a superuser who turns the triggers off can do. */
async function tamper(statement: string, version: number): Promise<void> {
  const client = await database.admin().pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    const where = 'WHERE tenant_id = $1 AND version = $2';
    const { rowCount } = await client.query(`${statement} ${where}`, [tenant.tenantId, version]);
    expect(rowCount).toBe(1);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

it('verifies what was stored, up to the head', async () => {
  expect(await verify()).toEqual({ ok: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

it('knows no stream of a vehicle that is not there', async () => {
  const nowhere = forTenant(database.as('odolog_api'), tenant.tenantId, (trx) =>
    verifyStream(trx, crypto.randomUUID()),
  );
  expect(await nowhere).toBeUndefined();
});

describe('names the event of which someone changed', () => {
  it.each([
    ['one byte of the notes', `notes = overlay(notes placing 'p' from 3)`],
    ['the notes away', 'notes = NULL'],
    ['one digit of an amount', `payload = jsonb_set(payload, '{data,total,amount}', '"70.22"')`],
    ['the reading as typed', `payload = jsonb_set(payload, '{odometer,value}', '4')`],
    ['the metres that are compared', 'odometer_m = 2001'],
    ['the reading to be void', `payload = jsonb_set(payload, '{odometer,void}', 'true')`],
    ['the date', `date = '2026-03-02'`],
    ['the instant', `occurred_at = occurred_at + interval '1 second'`],
    ['the type', `type = 'note'`],
    ['the version of its schema', 'schema_version = 9'],
    ['the content hash', `content_hash = sha256('')`],
    ['the chain hash', `chain_hash = sha256('')`],
    ['content and content hash alike', `notes = 'x', content_hash = sha256('x')`],
  ])('%s', async (_, change) => {
    await tamper(`UPDATE app.vehicle_events SET ${change}`, 2);
    expect(await verify()).toEqual({ ok: false, fault: { what: 'altered', version: 2, eventId: ids[1] } });
  });
});

it.each([1, 2, 4])('says which version is missing: %i', async (version) => {
  await tamper('DELETE FROM app.vehicle_events', version);
  expect(await verify()).toEqual({ ok: false, fault: { what: 'missing', version, eventId: null } });
});

it('finds two events that changed places, though each is whole', async () => {
  await tamper('UPDATE app.vehicle_events SET version = 99', 2);
  await tamper('UPDATE app.vehicle_events SET version = 2', 3);
  await tamper('UPDATE app.vehicle_events SET version = 3', 99);
  expect(await verify()).toMatchObject({ ok: false, fault: { version: 2, eventId: ids[2] } });
});

it('verifies an exported history without the database, and finds events out of order in it', async () => {
  const exported = JSON.parse(
    JSON.stringify(
      await forTenant(database.as('odolog_api'), tenant.tenantId, (trx) => readStream(trx, vehicle)),
    ),
  ) as StoredEvent[];
  expect(verifyChain(vehicle, exported)).toMatchObject({ ok: true });
  const [first, second, third, fourth] = exported as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
  expect(verifyChain(vehicle, [first, third, second, fourth])).toEqual({
    ok: false,
    fault: { what: 'reordered', version: 3, eventId: third.id },
  });
});

it('finds an event of another vehicle that was slipped in', async () => {
  const other = await aVehicle(database.as('odolog_api'), store, tenant);
  await store.append(anEvent('note', tenant, other));
  const foreign = await forTenant(database.as('odolog_api'), tenant.tenantId, (trx) =>
    readStream(trx, other),
  );
  expect(verifyChain(vehicle, foreign)).toMatchObject({ ok: false, fault: { what: 'altered', version: 1 } });
});
