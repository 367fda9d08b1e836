import { scopes } from '@odolog/access';
import { aQueue } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectWalk } from './every-route/expect-walk.js';
import { expectedAnswers, type Column } from './every-route/expected-answers.js';
import { aHousehold, freshThings, type Household } from './every-route/household.js';
import { requests } from './every-route/requests.js';
import { openedByScope } from './every-route/opened-by-scope.js';
import { aKey } from './every-route/spent-credentials.js';
import { everyRoute, outcomeOf, send, type Walker } from './every-route/walk.js';
import { ask, testApp, type Person, type TestApp } from './test-app.js';

/** Some routes wait for read models, which no worker folds here. */
const slow = { timeout: 240_000 };

let on: TestApp;
let household: Household;
beforeAll(async () => {
  on = await testApp((database) => ({
    trustedProxies: 1,
    jobsDatabaseUrl: database.url('odolog_jobs'),
  }));
  await (await aQueue(on.database)).stop({ graceful: false });
  household = await aHousehold(on);
});
afterAll(() => on.close());

test('every route of the document that is served has an expectation, and a request if it takes one', async () => {
  const { body } = await ask(on.app, { url: '/openapi.json' });
  const served = Object.values<Record<string, { operationId: string }>>(body.paths)
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId }) => operationId);
  expect([...expectedAnswers.keys()].toSorted()).toEqual(served.toSorted());
  const sendsNothing = everyRoute.filter(({ takesBody, operation }) => takesBody && !requests[operation]);
  expect(sendsNothing.map(({ operation }) => operation)).toEqual([]);
});

test('nobody gets in', async () => {
  await expectWalk(on, household, { column: 'nobody', headers: {} });
});

test('the owner of another tenant does not get into this one by naming it', async () => {
  await expectWalk(on, household, inTheHousehold('intruder', household.outsider));
});

test('the owner of another tenant finds nothing of this one by its ids', async () => {
  const { replies } = await expectWalk(on, household, {
    column: 'neighbour',
    headers: { authorization: `Bearer ${household.outsider.token}` },
  });
  // A proof is for whoever holds its code, its key and the providers for everyone.
  const { type: _, vin: _vin, code: _code, keyId: _key, provider: _provider, ...ids } = household.ids;
  const told = JSON.stringify(
    replies.filter(({ status }) => status < 400).map(({ body }) => body as unknown),
  );
  for (const [name, id] of Object.entries({ ...ids, tenantId: household.tenantId }))
    expect({ name, told: told.includes(id) }).toEqual({ name, told: false });
});

test.each(['viewer', 'driver', 'maintainer'] as const)(
  'a %s gets as far as their role goes',
  async (role) => {
    await expectWalk(on, household, inTheHousehold(role, household[role]));
  },
);

const guarded = everyRoute.filter(
  ({ operation, streams }) => !streams && expectedAnswers.get(operation)?.nobody === 401,
);

/**
 * How every route that is closed to nobody answers the owner, or a program of theirs. What is to be let in and writes is about
 * things of its own: it may take away what the next one needs.
 */
async function answersTo(
  headers: Walker['headers'],
  isLetIn: (operation: string) => boolean,
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const route of guarded) {
    const takes = route.method !== 'GET' && isLetIn(route.operation);
    const ids = takes ? await freshThings(on, household, route.path) : household.ids;
    answers[route.operation] = outcomeOf(route, await send(on, route, { headers, ids }));
  }
  return answers;
}

test.each(scopes)(
  'a key with the scope %s opens what that scope is for, and nothing else',
  slow,
  async (scope) => {
    const { secret } = await aKey(household.owner, [scope]);
    const isLetIn = (operation: string) => openedByScope[scope].includes(operation);
    const answers = await answersTo({ authorization: `Bearer ${secret}` }, isLetIn);
    const opened = Object.keys(answers).filter((operation) => answers[operation] === 'in');
    expect(opened.toSorted()).toEqual(openedByScope[scope].toSorted());
    const refusals = Object.values(answers).filter((answer) => answer !== 'in');
    expect(refusals.filter((answer) => answer !== 401 && answer !== 403)).toEqual([]);
  },
);

test(
  'the owner gets in with the same requests: nothing was wrong with them but who sent them',
  slow,
  async () => {
    const expected = guarded.map(({ operation }) => [operation, expectedAnswers.get(operation)?.owner]);
    const { headers } = inTheHousehold('owner', household.owner);
    expect(await answersTo(headers, () => true)).toEqual(Object.fromEntries(expected));
  },
);

function inTheHousehold(column: Column, { token }: Person): Walker {
  return { column, headers: { authorization: `Bearer ${token}`, 'x-tenant-id': household.tenantId } };
}
