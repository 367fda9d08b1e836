import { eventType } from '@odolog/events';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

const note = { type: 'note', date: '2026-01-01', data: { text: 'Seen' } };
const reason = 'Mistyped';
const ofAnother = { status: 403, body: { code: 'entry-of-another' } };

let on: TestApp;
let owner: Person;
let driver: Person;
let tenantId: string;
let van: string;
beforeAll(async () => {
  on = await testApp();
  owner = await aPerson(on.app, 'Owner');
  tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id;
  const invited = await aPerson(on.app, 'Driver');
  await addToTenant(on, owner, invited, { role: 'driver' });
  driver = {
    ...invited,
    call: (request) => invited.call({ ...request, headers: { 'x-tenant-id': tenantId } }),
  };
  van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
  await owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
});
afterAll(() => on.close());

const events = () => `/v1/vehicles/${van}/events`;
const entryOf = async (person: Person): Promise<string> => {
  const { status, body } = await person.call({ url: events(), body: { id: randomUUID(), ...note } });
  expect(status).toBe(201);
  return body.event.id;
};
const correct = (by: Person, id: string) =>
  by.call({ url: `${events()}/${id}/corrections`, body: { reason, event: note } });
const retract = (by: Person, id: string) =>
  by.call({ url: `${events()}/${id}/retractions`, body: { reason } });
const restore = (by: Person, id: string) =>
  by.call({ url: `${events()}/${id}/restorations`, body: { reason } });
const versions = async (id: string) =>
  (await owner.call({ url: `${events()}/${id}/history` })).body.items.length;

describe('a driver', () => {
  test('corrects, takes out and puts back what they have entered themselves', async () => {
    const { body } = await correct(driver, await entryOf(driver));
    expect(body.event.status).toBe('corrected');
    expect((await retract(driver, body.event.id)).status).toBe(201);
    expect((await restore(driver, body.event.id)).status).toBe(201);
  });

  test.each(['acquired', 'sold', 'transferred', 'archived'])(
    'writes down no turn in the life of the vehicle, by whatever way: %s',
    async (type) => {
      const turn = { ...note, type, data: eventType(type)?.example };
      const refused = { status: 403, body: { code: 'forbidden' } };
      expect(await driver.call({ url: events(), body: turn })).toMatchObject(refused);
      const id = await entryOf(driver);
      const correction = { url: `${events()}/${id}/corrections`, body: { reason, event: turn } };
      expect(await driver.call(correction)).toMatchObject(refused);
      const batch = (await driver.call({ url: `${events()}:batch`, body: { events: [turn, note] } })).body;
      expect(batch.items).toMatchObject([
        { status: 'refused', problem: { code: 'forbidden' } },
        { status: 'recorded' },
      ]);
      expect((await owner.call({ url: events(), body: turn })).status).toBe(201);
    },
  );

  test('takes out or puts back no turn in the life of the vehicle that they wrote down as its manager', async () => {
    const roleOf = async (role: string) => {
      const url = `/v1/tenants/${tenantId}/members/${driver.userId}`;
      expect((await owner.call({ method: 'PATCH', url, body: { role } })).status).toBe(200);
    };
    await roleOf('manager');
    const turns = ['archived', 'sold'].map((type) => ({ ...note, type, data: eventType(type)?.example }));
    const recorded = await Promise.all(turns.map((body) => driver.call({ url: events(), body })));
    const [standing, takenOut] = recorded.map(({ body }) => body.event.id as string);
    expect((await retract(driver, takenOut!)).status).toBe(201);
    await roleOf('driver');
    const refused = { status: 403, body: { code: 'forbidden' } };
    expect(await retract(driver, standing!)).toMatchObject(refused);
    expect(await restore(driver, takenOut!)).toMatchObject(refused);
    expect(await Promise.all([versions(standing!), versions(takenOut!)])).toEqual([1, 2]);
  });

  test('changes nothing that others have entered, and nothing is written', async () => {
    const id = await entryOf(owner);
    expect(await correct(driver, id)).toMatchObject(ofAnother);
    expect(await retract(driver, id)).toMatchObject(ofAnother);
    expect(await versions(id)).toBe(1);
  });

  test('does not undo what others did to their entries', async () => {
    const id = await entryOf(driver);
    await retract(owner, id);
    expect(await restore(driver, id)).toMatchObject(ofAnother);
    const { body } = await correct(owner, await entryOf(driver));
    expect(await correct(driver, body.event.id)).toMatchObject(ofAnother);
  });

  test('is told so by what a vehicle allows', async () => {
    const allowedTo = async (person: Person) =>
      (await person.call({ url: `/v1/vehicles/${van}` })).body.allowed as string[];
    expect(await allowedTo(driver)).toContain('event.correct');
    expect(await allowedTo(driver)).not.toContain('event.correct-others');
    expect(await allowedTo(owner)).toContain('event.correct-others');
  });
});

test('an owner changes the entries of all', async () => {
  const id = await entryOf(driver);
  expect((await retract(owner, id)).status).toBe(201);
  expect((await restore(owner, id)).status).toBe(201);
  expect((await correct(owner, id)).status).toBe(201);
});
