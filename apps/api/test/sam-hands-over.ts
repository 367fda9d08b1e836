import { daysAfter } from '@odolog/vehicle';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { fillUp } from './fill-up.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

export const vin = '1HGCM82633A004352';
export const euros = (amount: string) => ({ amount, currency: 'EUR' });
export const km = (value: number) => ({ value, unit: 'km' });
/** Further ahead than anything is due soon. */
const inAYear = daysAfter(new Date().toISOString().slice(0, 10), 365);
/** What an offer may take along beside readings and dates. */
export const all = { costs: true, notes: true, documents: true };

/** What stands in the store. */
interface Kept {
  readonly id: string;
  readonly type: string;
  readonly contentHash: string;
  readonly chainHash: string;
}

/** An application of the file's own, and before each of its tests a new Sam who hands over, and a new Bea who takes. */
export function samHandsOver() {
  let on: TestApp;
  let sam: Person;
  let bea: Person;
  beforeAll(async () => {
    on = await testApp();
  });
  beforeEach(async () => {
    sam = await aPerson(on.app, 'Sam');
    bea = await aPerson(on.app, 'Bea');
  });
  afterAll(() => on.close());
  return {
    get on() {
      return on;
    },
    get sam() {
      return sam;
    },
    get bea() {
      return bea;
    },
    aVehicle: () => aVehicleOf(sam),
    offered: async (vehicleId: string, body: object = {}): Promise<{ id: string; token: string }> => {
      const answer = await sam.call({
        url: `/v1/vehicles/${vehicleId}/transfers`,
        body: { email: bea.email, ...body },
      });
      expect(answer.status).toBe(201);
      return { id: answer.body.id, token: answer.body.link.split('/').at(-1) };
    },
    look: (token: string) => ask(on.app, { url: `/v1/transfers/${token}` }),
    accept: (who: Person, token: string, body: object = {}) =>
      who.call({ url: `/v1/transfers/${token}/accept`, body }),
    eventsOf: async (who: Person, vehicleId: string) => {
      const { body } = await who.call({
        url: `/v1/vehicles/${vehicleId}/timeline?include=superseded&limit=200`,
      });
      return body.items as { id: string; type: string; summary: string }[];
    },
    streamOf: (person: Person, vehicleId: string) => streamOf(on, person, vehicleId),
  };
}

/** With a life behind it: plain readings, what is private, a correction, and a plan. */
async function aVehicleOf(sam: Person): Promise<string> {
  const { body } = await sam.call({
    url: '/v1/vehicles',
    body: {
      ...{ nickname: 'Cuddles', make: 'Honda', model: 'Accord', year: 2003, vin, licensePlate: 'RE-X 1' },
      ...{ timeZone: 'UTC', currency: 'EUR', distanceUnit: 'km', volumeUnit: 'L' },
    },
  });
  const at = `/v1/vehicles/${body.id}`;
  const events = [
    fillUp('2026-01-05', 1000, { notes: 'Rattles' }),
    fillUp('2026-02-05', 1500),
    { type: 'odometer', date: '2026-02-06', odometer: km(1510), data: {} },
    { type: 'note', date: '2026-03-02', data: { text: 'Rattles' } },
    { type: 'expense', date: '2026-03-04', data: { category: 'fine', total: euros('59.90') } },
  ];
  const { items } = (await sam.call({ url: `${at}/events:batch`, body: { events } })).body;
  const reason = 'Sam misread';
  const correction = { type: 'odometer', date: '2026-02-06', odometer: km(1511), data: {} };
  await sam.call({
    url: `${at}/events/${items[2].eventId}/corrections`,
    body: { reason, event: correction },
  });
  await sam.call({
    url: `${at}/reminders`,
    body: { title: 'Oil', dueDate: inAYear, every: { months: 12 }, serviceKind: 'engine-oil' },
  });
  return body.id as string;
}

/** What stands in the store of a person's tenant, in order. */
async function streamOf(on: TestApp, person: Person, vehicleId: string): Promise<Kept[]> {
  const { rows } = await on.database.admin().pool.query<Kept>(
    `SELECT e.id, e.type, encode(e.content_hash, 'hex') AS "contentHash", encode(e.chain_hash, 'hex') AS "chainHash"
       FROM app.vehicle_events e JOIN app.memberships m ON m.tenant_id = e.tenant_id
      WHERE m.user_id = $1 AND e.vehicle_id = $2 ORDER BY e.version`,
    [person.userId, vehicleId],
  );
  return rows;
}
