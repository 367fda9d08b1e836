import { eventTypes } from '@odolog/events';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

/** Events that stand in the store by the schema of an earlier release, and requests that come again after the update. */
let on: TestApp;
let robin: Person;
let events: string;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
  events = `/v1/vehicles/${body.id}/events`;
});
afterAll(() => on.close());

const grown = eventTypes.filter(({ version, internal }) => version > 1 && !internal);

/** As the release before recorded it: under a lower version, and so with another hash of its content. */
async function recordedBefore({ type, example }: (typeof grown)[number]) {
  const { priced: _byTariff, ...data } = example as Readonly<Record<string, unknown>>;
  const sent = { id: randomUUID(), type, date: '2026-03-01', data };
  expect((await robin.call({ url: events, body: sent })).status).toBe(201);
  await on.database.admin().pool.query(
    `BEGIN; SET LOCAL session_replication_role = 'replica';
     UPDATE app.vehicle_events SET schema_version = 1, content_hash = sha256(content_hash) WHERE id = '${sent.id}'; COMMIT`,
  );
  return sent;
}

test('there are types that have grown', () => {
  expect(grown.map(({ type }) => type)).toEqual(expect.arrayContaining(['fuel', 'note']));
});

test.each(grown.map((type) => [type.type, type] as const))(
  'a request of type %s, again after the update, is answered with what it recorded then',
  async (name, type) => {
    const sent = await recordedBefore(type);
    const again = await robin.call({ url: events, body: sent });
    expect(again).toMatchObject({ status: 200, body: { event: { id: sent.id, type: name } } });
    const batch = await robin.call({ url: `${events}:batch`, body: { events: [sent] } });
    expect(batch).toMatchObject({ status: 200, body: { items: [{ status: 'duplicate' }] } });
    const other = { ...sent, notes: randomUUID() };
    expect(await robin.call({ url: events, body: other })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  },
);
