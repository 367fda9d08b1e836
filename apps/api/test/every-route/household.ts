import { randomUUID } from 'node:crypto';
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
  const ids = await thingsOf(on, owner);
  ids['importId'] = await anImport(owner, ids);
  ids['fileId'] = await aFile(owner, ids);
  ids['sessionId'] = await anotherSession(owner);
  ids['linkId'] = await aLink(on, owner);
  ids['provider'] = 'elsewhere';
  const member = (role: string) => aMember(on, tenantId, role);
  const driver = await member('driver');
  const elsewhere = await make(owner, '/v1/garages', { body: { name: 'Elsewhere' } });
  const role = { userId: driver.userId, role: 'driver' };
  await make(owner, `/v1/garages/${elsewhere.id}/members`, { body: role });
  return {
    tenantId,
    ids,
    owner,
    outsider,
    viewer: await member('viewer'),
    driver,
    maintainer: await member('maintainer'),
  };
}

/** Somebody new with this role in the tenant. */
export async function aMember(on: TestApp, tenantId: string, role: string): Promise<Person> {
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

/** A person is signed in on a second device. */
export async function anotherSession(owner: Person): Promise<string> {
  const { email } = owner;
  await owner.call({ url: '/auth/sign-in/email', body: { email, password: 'correct horse battery' } });
  const { items } = (await owner.call({ url: '/v1/me/sessions' })).body;
  return items.find(({ current }: { current: boolean }) => !current).id;
}

type Ids = Record<string, string>;

/** Things of its own for a route that names one: it may take away what the next one needs. */
export async function freshThings(
  on: TestApp,
  { owner, ids }: Household,
  path: string,
): Promise<Household['ids']> {
  // a VIN is looked up, not made
  if (!/\{(?!vin)/.test(path)) return ids;
  const fresh = await thingsOf(on, owner, path);
  return {
    ...ids,
    ...fresh,
    ...(path.includes('{importId}') && { importId: await anImport(owner, fresh) }),
    ...(path.includes('{linkId}') && { linkId: await aLink(on, owner) }),
    ...(path.includes('{fileId}') && { fileId: await aFile(owner, fresh) }),
  };
}

/** A person signs in at a provider elsewhere, too. */
export async function aLink({ database }: TestApp, { userId }: Person): Promise<string> {
  const { rows } = await database.admin().pool.query<{ id: string }>(
    `INSERT INTO auth."account" ("providerId", "accountId", "userId", "updatedAt")
     VALUES ('elsewhere', gen_random_uuid(), $1, now()) RETURNING "id"`,
    [userId],
  );
  return rows[0]?.id ?? '';
}

async function aFile(owner: Person, ids: Ids): Promise<string> {
  return (await make(owner, '/v1/files', requests['uploadFile']?.(ids))).id;
}

async function anImport(owner: Person, ids: Ids): Promise<string> {
  return (await make(owner, '/v1/imports', requests['uploadImport']?.(ids))).id;
}

async function aDeletedGarage(owner: Person, ids: Ids): Promise<string> {
  const { id } = await make(owner, '/v1/garages', requests['createGarage']?.(ids));
  await owner.call({ method: 'DELETE', url: `/v1/garages/${id}` });
  return id;
}

async function anInvitation(owner: Person, ids: Ids): Promise<Ids> {
  const invitation = await make(
    owner,
    `/v1/tenants/${ids['tenantId']}/invitations`,
    requests['invite']?.(ids),
  );
  return { invitationId: invitation.id, token: invitation.link.split('/').at(-1) };
}

async function anOffer(owner: Person, ids: Ids): Promise<Ids> {
  const at = `/v1/vehicles/${ids['vehicleId']}/transfers`;
  const transfer = await make(owner, at, requests['offerTransfer']?.(ids));
  return { transferId: transfer.id, transferToken: transfer.link.split('/').at(-1) };
}

/** A person was told of the reminder, as the worker notes it. */
export async function aNotification(
  on: TestApp,
  { tenantId, person, ids }: { tenantId: string; person: Person; ids: Household['ids'] },
): Promise<string> {
  const { rows } = await on.database.admin().pool.query<{ id: string }>(
    `INSERT INTO app.notifications (tenant_id, user_id, vehicle_id, reminder_id, cycle, round, state, channel, title, created_at)
     VALUES ($1, $2, $3, $4, 1, 0, 'due', 'app', 'Oil', now()) RETURNING id`,
    [tenantId, person.userId, ids['vehicleId'], ids['reminderId']],
  );
  return rows[0]?.id ?? '';
}

/** Everything that an address can name and that the owner makes. */
const everything =
  '{garageId}{formerGarageId}{userId}{apiKeyId}{vehicleId}{eventId}{reminderId}{notificationId}{tariffId}{shareId}{keyId}{invitationId}{transferId}';

/**
 * The things that a path names, made by the very requests that others are refused. An invitation and an offer are messages,
 * which are limited.
 */
async function thingsOf(on: TestApp, owner: Person, path = everything): Promise<Ids> {
  const tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id as string;
  const ids: Ids = {
    type: 'fuel',
    vin: '1HGCM82633A004352',
    jobName: 'refresh-timeline-feed',
    projectorName: 'vehicle-summary',
    // Of nobody: a secret that opens a calendar opens it for everyone.
    secret: `${'x'.repeat(43)}.ics`,
    tenantId,
    ownerId: owner.userId,
    userId: await aProfile(on, tenantId),
  };
  ids['garageId'] = (await make(owner, '/v1/garages', requests['createGarage']?.(ids))).id;
  if (/\{formerGarageId\}/.test(path)) ids['formerGarageId'] = await aDeletedGarage(owner, ids);
  if (/\{userId\}/.test(path))
    await make(owner, `/v1/garages/${ids['garageId']}/members`, requests['addGarageMember']?.(ids));
  if (/\{(invitationId|token)\}/.test(path)) Object.assign(ids, await anInvitation(owner, ids));
  if (/\{apiKeyId\}/.test(path))
    ids['apiKeyId'] = (await make(owner, '/v1/api-keys', requests['createApiKey']?.(ids))).id;
  if (!ofVehicle.test(path)) return ids;
  ids['vehicleId'] = (await make(owner, '/v1/vehicles', requests['createVehicle']?.(ids))).id;
  return { ...ids, ...(await thingsOfVehicle(on, { tenantId, owner, ids }, path)) };
}

const ofVehicle =
  /\{(vehicle|event|reminder|notification|tariff|transfer|import|file|key|share)(Id|Token)\}|\{code\}/;

async function thingsOfVehicle(
  on: TestApp,
  { tenantId, owner, ids }: { readonly tenantId: string; readonly owner: Person; readonly ids: Ids },
  path: string,
): Promise<Ids> {
  const at = `/v1/vehicles/${ids['vehicleId']}`;
  const made: Ids = {};
  const makeIn = (collection: string, operation: string) =>
    make(owner, `${at}/${collection}`, requests[operation]?.(ids));
  if (/\{eventId\}/.test(path)) {
    const slip = (await makeIn('events', 'recordEvent')).event.id;
    // one that corrects another can be corrected, retracted and undone
    made['eventId'] = (await makeIn(`events/${slip}/corrections`, 'correctEvent')).event.id;
  }
  if (/\{(reminder|notification)Id\}/.test(path)) {
    made['reminderId'] = (await makeIn('reminders', 'setReminder')).id;
    const told = { tenantId, person: owner, ids: { ...ids, ...made } };
    made['notificationId'] = await aNotification(on, told);
  }
  if (/\{userId\}/.test(path)) await makeIn('drivers', 'assignDriver');
  if (/\{transfer(Id|Token)\}/.test(path)) Object.assign(made, await anOffer(owner, ids));
  if (/\{(keyId|code)\}/.test(path)) {
    made['keyId'] = (await make(owner, `${at}/exports`)).key.kid;
    made['code'] = (await owner.call({ url: `${at}/exports` })).body.items[0].code;
  }
  if (/\{tariffId\}/.test(path)) made['tariffId'] = (await makeIn('tariffs', 'createTariff')).id;
  if (/\{share(Id|Token)\}/.test(path)) {
    const share = await makeIn('shares', 'createShare');
    Object.assign(made, { shareId: share.id, shareToken: share.token });
  }
  return made;
}

/** A member who never signs in: to be changed and removed. */
async function aProfile({ database }: TestApp, tenantId: string): Promise<string> {
  const userId = randomUUID();
  await database.admin().pool.query(
    `WITH person AS (INSERT INTO app.profiles (user_id, email, name) VALUES ($2::uuid, $2::text || '@example.org', 'Kim') RETURNING user_id)
       INSERT INTO app.memberships (tenant_id, user_id, role) SELECT $1, user_id, 'driver' FROM person`,
    [tenantId, userId],
  );
  return userId;
}

async function make(owner: Person, url: string, sent: Sent = {}) {
  return (await owner.call({ ...sent, method: 'POST', url })).body;
}
