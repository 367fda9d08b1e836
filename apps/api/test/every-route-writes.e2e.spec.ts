import { randomUUID } from 'node:crypto';
import { aQueue } from '@odolog/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedAnswers, type Column } from './every-route/expected-answers.js';
import {
  aHousehold,
  aLink,
  aMember,
  anotherSession,
  aNotification,
  freshThings,
  type Household,
} from './every-route/household.js';
import { keyServer, type KeyServer } from './every-route/key-server.js';
import { aKey } from './every-route/spent-credentials.js';
import { everyRoute, outcomeOf, send, type Walked } from './every-route/walk.js';
import { testApp, type Person, type TestApp } from './test-app.js';

/** Some routes wait for read models, which no worker folds here. */
const slow = { timeout: 240_000 };

let on: TestApp;
let household: Household;
let issuer: KeyServer;
beforeAll(async () => {
  issuer = await keyServer();
  const elsewhere = { id: 'elsewhere', name: 'Elsewhere', issuer: issuer.url, clientId: 'odolog' };
  on = await testApp((database) => ({
    trustedProxies: 1,
    jobsDatabaseUrl: database.url('odolog_jobs'),
    outsideProviders: [{ ...elsewhere, scopes: ['openid'], trustsEmail: false, memberships: [] }],
  }));
  await (await aQueue(on.database)).stop({ graceful: false });
  household = await aHousehold(on);
});
afterAll(async () => {
  await on.close();
  await issuer.close();
});

/** The writes that the table lets this column in to; whoever leaves the tenant does so last. */
const writesFor = (column: Column): readonly Walked[] =>
  everyRoute
    .filter(({ method, operation }) => method !== 'GET' && expectedAnswers.get(operation)?.[column] === 'in')
    .toSorted((a, b) => Number(a.operation === 'leaveTenant') - Number(b.operation === 'leaveTenant'));

/** Sends each of them, about things that nobody else needs, and says how it was answered. */
async function answersTo(column: Column, headers: Record<string, string>): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const newcomer = `${randomUUID()}@example.org`;
  for (const route of writesFor(column)) {
    const ids = { ...(await freshThings(on, household, route.path)), newcomer };
    answers[route.operation] = outcomeOf(route, await send(on, route, { headers, ids }));
  }
  return answers;
}

const letIn = (column: Column) =>
  Object.fromEntries(writesFor(column).map(({ operation }) => [operation, 'in']));
const bearer = ({ token }: Person) => ({ authorization: `Bearer ${token}` });
const inTheHousehold = (person: Person) => ({ ...bearer(person), 'x-tenant-id': household.tenantId });

test('what is open to everyone lets nobody in particular in', slow, async () => {
  expect(await answersTo('nobody', {})).toEqual(letIn('nobody'));
});

test('the owner of another tenant writes there, and what is open to everyone', slow, async () => {
  expect(await answersTo('neighbour', bearer(household.outsider))).toEqual(letIn('neighbour'));
});

test('whoever names a tenant of others writes what is open to everyone, and nothing else', slow, async () => {
  expect(letIn('intruder')).toEqual(letIn('nobody'));
  expect(await answersTo('intruder', inTheHousehold(household.outsider))).toEqual(letIn('intruder'));
});

describe.each(['viewer', 'driver', 'maintainer'] as const)('a %s', (role) => {
  test('writes what the table says that they may', slow, async () => {
    const member = await aMember(on, household.tenantId, role);
    expect(await answersTo(role, inTheHousehold(member))).toEqual(letIn(role));
  });

  test('writes what is their own, where that of another is not found', slow, async () => {
    const person = await aMember(on, household.tenantId, role);
    const { tenantId, ids } = household;
    const headers = inTheHousehold(person);
    const own = {
      revokeApiKey: { apiKeyId: (await aKey({ ...person, call: callIn(person) })).id },
      readNotification: { notificationId: await aNotification(on, { tenantId, person, ids }) },
      endSession: { sessionId: await anotherSession(person) },
      unlinkProvider: { linkId: await aLink(on, person) },
    };
    const answers: Record<string, unknown> = {};
    for (const [operation, things] of Object.entries(own)) {
      const route = everyRoute.find((walked) => walked.operation === operation)!;
      expect(expectedAnswers.get(operation)?.[role]).toBe(404);
      answers[operation] = outcomeOf(route, await send(on, route, { headers, ids: { ...ids, ...things } }));
    }
    expect(new Set(Object.values(answers))).toEqual(new Set(['in']));
  });
});

/** As this person calls in the household. */
const callIn =
  (person: Person): Person['call'] =>
  ({ headers, ...rest }) =>
    person.call({ ...rest, headers: { 'x-tenant-id': household.tenantId, ...headers } });
