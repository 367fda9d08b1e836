import { aPerson, type Person, type TestApp } from '../test-app.js';
import { requests, type Sent } from './requests.js';

/** A tenant with one of everything in it, and everyone who might come. */
export interface Household {
  readonly tenantId: string;
  /** By the name of a parameter in an address, a thing that is there. */
  readonly ids: Readonly<Record<string, string>>;
  readonly owner: Person;
  readonly viewer: Person;
  readonly driver: Person;
  readonly maintainer: Person;
  /** Owns a tenant of their own and has no part in this one. */
  readonly outsider: Person;
}

export async function aHousehold(on: TestApp): Promise<Household> {
  const [owner, outsider] = [await aPerson(on.app, 'Owner'), await aPerson(on.app, 'Outsider')];
  const tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id as string;
  const ids = await thingsOf(owner);
  ids['importId'] = (await make(owner, '/v1/imports', requests['uploadImport']?.(ids))).id;
  ids['sessionId'] = await anotherSession(owner);
  const member = (role: string) => aMember(on, tenantId, role);
  return {
    tenantId,
    ids,
    owner,
    outsider,
    viewer: await member('viewer'),
    driver: await member('driver'),
    maintainer: await member('maintainer'),
  };
}

async function aMember(on: TestApp, tenantId: string, role: string): Promise<Person> {
  const person = await aPerson(on.app, role);
  await on.database
    .admin()
    .pool.query('INSERT INTO app.memberships (tenant_id, user_id, role) VALUES ($1, $2, $3)', [
      tenantId,
      person.userId,
      role,
    ]);
  await on.resources.cache.clear();
  return person;
}

/** The owner is signed in on a second device. */
async function anotherSession(owner: Person): Promise<string> {
  const { email } = owner;
  await owner.call({ url: '/auth/sign-in/email', body: { email, password: 'correct horse battery' } });
  const { items } = (await owner.call({ url: '/v1/me/sessions' })).body;
  return items.find(({ current }: { current: boolean }) => !current).id;
}

type Ids = Record<string, string>;

/** A garage, a vehicle in it, an event and a reminder, made by the very requests that others are refused. */
export async function thingsOf(owner: Person): Promise<Ids> {
  const ids: Ids = { type: 'fuel' };
  ids['garageId'] = (await make(owner, '/v1/garages', requests['createGarage']?.(ids))).id;
  ids['vehicleId'] = (await make(owner, '/v1/vehicles', requests['createVehicle']?.(ids))).id;
  const events = `/v1/vehicles/${ids['vehicleId']}/events`;
  ids['eventId'] = (await make(owner, events, requests['recordEvent']?.(ids))).event.id;
  ids['apiKeyId'] = (await make(owner, '/v1/api-keys', requests['createApiKey']?.(ids))).id;
  const reminders = `/v1/vehicles/${ids['vehicleId']}/reminders`;
  ids['reminderId'] = (await make(owner, reminders, requests['setReminder']?.(ids))).id;
  return ids;
}

async function make(owner: Person, url: string, sent: Sent = {}) {
  return (await owner.call({ ...sent, method: 'POST', url })).body;
}
