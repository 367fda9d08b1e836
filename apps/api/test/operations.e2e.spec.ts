import { aQueue, foldAll } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { fillUp } from './fill-up.js';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let owner: Person;
let tenantId: string;
let maintain: (url: string, method?: 'GET' | 'POST') => ReturnType<Person['call']>;
beforeAll(async () => {
  on = await testApp((database) => ({ jobsDatabaseUrl: database.url('odolog_jobs') }));
  owner = await aPerson(on.app, 'Owner');
  const maintainer = await aPerson(on.app, 'Maintainer');
  tenantId = await addToTenant(on, owner, maintainer, { role: 'maintainer' });
  maintain = (url, method = 'GET') => maintainer.call({ url, method, headers: { 'x-tenant-id': tenantId } });
});
afterAll(() => on.close());

test('before the first worker there are no jobs, and none can be run', async () => {
  expect(await maintain('/v1/ops/jobs')).toMatchObject({ status: 200, body: { items: [] } });
  const refused = await maintain('/v1/ops/projectors/vehicle-summary/rebuild', 'POST');
  expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
});

test('partitions are listed by year, with this year and the two after it covered', async () => {
  const admin = on.database.admin().pool;
  const thisYear = new Date().getUTCFullYear();
  // As a worker does: the database may have been made before New Year.
  await admin.query('SELECT app.ensure_partition(make_date($1, 1, 1))', [thisYear + 2]);
  const { body } = await maintain('/v1/ops/partitions');
  const covered = body.items.filter(({ covered: is }: never) => is).map(({ year }: never) => year);
  expect(covered).toEqual(expect.arrayContaining([thisYear, thisYear + 1, thisYear + 2]));
  expect(body.missing).toEqual([]);

  await admin.query(`ALTER TABLE app.vehicle_events DETACH PARTITION app.vehicle_events_${thisYear + 2}`);
  expect((await maintain('/v1/ops/partitions')).body.missing).toEqual([thisYear + 2]);
});

test('projectors say how far they are behind', async () => {
  const { body: vehicle } = await owner.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
  await owner.call({ url: `/v1/vehicles/${vehicle.id}/events`, body: fillUp('2026-03-01', 1000) });
  const summary = async () =>
    (await maintain('/v1/ops/projectors')).body.items.find(
      ({ projector }: never) => projector === 'vehicle-summary',
    );
  await foldAll(on.database.as('odolog_worker'));
  expect(await summary()).toMatchObject({ lagging: 0, maxLag: 0, failing: 0 });
  await owner.call({ url: `/v1/vehicles/${vehicle.id}/events`, body: fillUp('2026-03-10', 1500) });
  expect(await summary()).toMatchObject({ lagging: 1, maxLag: 1 });
});

test('a materialized view says when it was refreshed', async () => {
  await foldAll(on.database.as('odolog_worker'));
  await on.database.as('odolog_jobs').pool.query('SELECT private.refresh_timeline_feed()');
  const { body } = await maintain('/v1/ops/materialized-views');
  expect(body.items).toMatchObject([{ view: 'private.timeline_feed', rows: 1 }]);
  expect(body.items[0].ageSeconds).toBeLessThan(60);
});

test('the database tells its size, its connections and its largest tables', async () => {
  const { body } = await maintain('/v1/ops/database');
  expect(body.bytes).toBeGreaterThan(1_000_000);
  expect(body.connections.used).toBeLessThanOrEqual(body.connections.most);
  const sizes: number[] = body.relations.map(({ bytes }: never) => bytes);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(body.relations.length).toBeGreaterThan(5);
});

test('a scheduled job is run now, and waits only once however often it is asked for', async () => {
  const boss = await aQueue(on.database);
  const run = () => maintain('/v1/ops/jobs/refresh-timeline-feed/run', 'POST');
  const [first, second] = [await run(), await run()];
  expect([first.status, typeof first.body.jobId, second.body.jobId]).toEqual([202, 'string', null]);
  const [job] = await boss.fetch('refresh-timeline-feed');
  expect(job).toMatchObject({ id: first.body.jobId, data: {} });
  const { body } = await maintain('/v1/ops/jobs');
  expect(body.items).toMatchObject([
    { name: 'rebuild-projector', schedule: null, runnable: false, last: null },
    {
      name: 'refresh-timeline-feed',
      schedule: '*/5 * * * *',
      runnable: true,
      active: 1,
      last: { state: 'active' },
    },
  ]);
  await boss.stop({ graceful: false });
});

test('what must be told what to do, or is not there, is not run by name', async () => {
  for (const name of ['rebuild-projector', 'drop-everything', '__pgboss__send-it']) {
    expect((await maintain(`/v1/ops/jobs/${name}/run`, 'POST')).status, name).toBe(404);
  }
  expect((await maintain('/v1/ops/projectors/nothing/rebuild', 'POST')).status).toBe(404);
});

test("a rebuild is asked for the maintainer's own tenant", async () => {
  const { status, body } = await maintain('/v1/ops/projectors/vehicle-summary/rebuild', 'POST');
  expect(status).toBe(202);
  const { rows } = await on.database
    .as('odolog_jobs')
    .pool.query('SELECT data FROM pgboss.job WHERE id = $1', [body.jobId]);
  expect(rows).toEqual([{ data: { projector: 'vehicle-summary', tenantId } }]);
});

const parts = ['partitions', 'materialized-views', 'projectors', 'jobs', 'database'];

test('whoever installed it operates it, and so do maintainers in their tenant: nobody else', async () => {
  const [later, manager] = [await aPerson(on.app, 'Later'), await aPerson(on.app, 'Manager')];
  await addToTenant(on, owner, manager, { role: 'manager' });
  const headers = { 'x-tenant-id': tenantId };
  for (const part of parts) {
    const url = `/v1/ops/${part}`;
    const asked = [
      await owner.call({ url }),
      await later.call({ url }),
      await manager.call({ url, headers }),
    ];
    expect({ part, statuses: asked.map(({ status }) => status) }).toEqual({
      part,
      statuses: [200, 403, 403],
    });
  }
});

test('the owner of another tenant can make no maintainer, and one who is there maintains nothing', async () => {
  const [later, friend] = [await aPerson(on.app, 'Later'), await aPerson(on.app, 'Friend')];
  const theirs = await addToTenant(on, later, friend, { role: 'viewer' });
  expect((await later.call({ url: '/v1/me' })).body.grantableRoles).not.toContain('maintainer');
  const body = { role: 'maintainer' };
  const url = `/v1/tenants/${theirs}/members/${friend.userId}`;
  expect((await later.call({ method: 'PATCH', url, body })).status).toBe(403);
  const invitation = { email: 'kim@example.org', role: 'maintainer' };
  expect((await later.call({ url: `/v1/tenants/${theirs}/invitations`, body: invitation })).status).toBe(403);

  const admin = on.database.admin().pool;
  await admin.query(`UPDATE app.memberships SET role = 'maintainer' WHERE user_id = $1 AND tenant_id = $2`, [
    friend.userId,
    theirs,
  ]);
  await on.resources.cache.clear();
  const headers = { 'x-tenant-id': theirs };
  for (const part of parts)
    expect((await friend.call({ url: `/v1/ops/${part}`, headers })).status, part).toBe(403);
});

test('the application cannot make a tenant operate', async () => {
  const made = on.database.as('odolog_api').pool.query('UPDATE app.tenants SET operates = true');
  await expect(made).rejects.toThrow('permission denied');
});

test('of many who sign up first at the same moment one operates', async () => {
  const fresh = await testApp();
  const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(fresh.app)));
  const theirs = await Promise.all(people.map((person) => person.call({ url: '/v1/me' })));
  expect(theirs.filter(({ body }) => body.allowed.includes('ops.run'))).toHaveLength(1);
  await fresh.close();
});

test('a tenant that the configuration names operates in the place of the first, or none does', async () => {
  const named = await testApp({ operatingTenant: 'none' });
  const first = await aPerson(named.app);
  expect((await first.call({ url: '/v1/me' })).body.allowed).not.toContain('ops.read');
  await named.close();
});
