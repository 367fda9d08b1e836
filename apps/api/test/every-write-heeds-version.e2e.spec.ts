import { aQueue } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentsOf } from './every-route/contents.js';
import { aHousehold, freshThings, type Household } from './every-route/household.js';
import { everyRoute, send } from './every-route/walk.js';
import { testApp, type TestApp } from './test-app.js';

/** Nothing folds the read models here, and some commands wait for them for a moment. */
const slow = { timeout: 120_000 };

let on: TestApp;
let household: Household;
beforeAll(async () => {
  on = await testApp((database) => ({ trustedProxies: 1, jobsDatabaseUrl: database.url('odolog_jobs') }));
  await (await aQueue(on.database)).stop({ graceful: false });
  household = await aHousehold(on);
});
afterAll(() => on.close());

const writes = everyRoute.filter(({ method }) => method !== 'GET');

test('every write to a vehicle, and to what belongs to it, says that it heeds the version', () => {
  const below = writes.filter(({ path }) => path.startsWith('/api/v1/vehicles/{vehicleId}'));
  expect(below.filter(({ heedsVersion }) => !heedsVersion).map(({ operation }) => operation)).toEqual([]);
});

test.each(
  writes.filter(({ heedsVersion }) => heedsVersion).map((route) => [route.operation, route] as const),
)(
  '%s by another version than the current one is refused, and leaves everything as it is',
  slow,
  async (_operation, route) => {
    const ids = await freshThings(on, household, route.path);
    const { owner, tenantId } = household;
    const headers = {
      authorization: `Bearer ${owner.token}`,
      'x-tenant-id': tenantId,
      'if-match': '"99999"',
    };
    const before = await contentsOf(on);
    expect(await send(on, route, { headers, ids })).toMatchObject({
      status: 412,
      body: { code: 'version-conflict' },
    });
    expect(await contentsOf(on)).toEqual(before);
  },
);
