import { localDateOf } from '@odolog/vehicle';
import ICAL from 'ical.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll } from '@odolog/testing';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
let vehicleId: string;
let tenantId: string;
const today = localDateOf(new Date().toISOString(), 'Europe/Berlin');
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
  tenantId = (await robin.call({ url: '/v1/me' })).body.tenant.id;
  const body = { nickname: 'Cuore', timeZone: 'Europe/Berlin' };
  vehicleId = (await robin.call({ url: '/v1/vehicles', body })).body.id;
});
afterAll(() => on.close());

/** As the worker notes it. */
async function aNotification(title: string, at: string): Promise<void> {
  await sql`
    INSERT INTO app.notifications (tenant_id, user_id, vehicle_id, reminder_id, cycle, round, state, channel, title, due_on, created_at)
    VALUES (${tenantId}, ${robin.userId}, ${vehicleId}, gen_random_uuid(), 1, 0, 'due', 'app', ${title}, ${today}, ${at})`.execute(
    on.database.admin().kysely,
  );
}

const unreadAtAGlance = async () => (await robin.call({ url: '/v1/fleet/glance' })).body.counts.unread;

test('notifications are listed newest first, counted, and read', async () => {
  await aNotification('Oil', '2026-06-01T10:00:00Z');
  await aNotification('Tyres', '2026-06-02T10:00:00Z');
  const list = async (query = '') => (await robin.call({ url: `/v1/notifications${query}` })).body;
  const { items, unread } = await list();
  expect([unread, await unreadAtAGlance()]).toEqual([2, 2]);
  expect(items).toMatchObject([
    { title: 'Tyres', vehicle: 'Cuore', vehicleId, state: 'due', dueOn: today, readAt: null },
    { title: 'Oil' },
  ]);
  const read = await robin.call({ method: 'POST', url: `/v1/notifications/${items[1].id}/read` });
  expect(read).toMatchObject({ status: 200, body: { read: 1, unread: 1 } });
  expect((await list('?unread=true')).items).toMatchObject([{ title: 'Tyres' }]);
  expect((await robin.call({ method: 'POST', url: '/v1/notifications/read' })).body).toEqual({
    read: 1,
    unread: 0,
  });
  expect(await unreadAtAGlance()).toBe(0);

  const stranger = await aPerson(on.app);
  expect((await stranger.call({ url: '/v1/notifications' })).body).toMatchObject({ items: [], unread: 0 });
  const ofRobin = await stranger.call({ method: 'POST', url: `/v1/notifications/${items[0].id}/read` });
  expect(ofRobin.status).toBe(404);
});

test('preferences begin as usual, change in part, and are held to the clock', async () => {
  const url = '/v1/me/notification-preferences';
  const usual = { mail: true, digest: 'none', digestAt: '07:00', quiet: { from: '22:00', until: '07:00' } };
  expect((await robin.call({ url })).body).toEqual(usual);
  const changes = { digest: 'weekly', digestAt: '06:30', quiet: null };
  const { body } = await robin.call({ method: 'PATCH', url, body: changes });
  expect(body).toEqual({ ...usual, ...changes });
  expect((await robin.call({ url })).body).toEqual(body);
  for (const bad of [{ digestAt: '24:00' }, { quiet: { from: '22:00' } }, { digest: 'hourly' }])
    expect((await robin.call({ method: 'PATCH', url, body: bad })).status).toBe(422);
});

test('a calendar is read by its secret alone, until that is replaced or revoked', async () => {
  const url = '/v1/me/calendar-link';
  const reminder = await robin.call({
    url: `/v1/vehicles/${vehicleId}/reminders`,
    body: { title: 'Oil, filter; and “more”', dueDate: today, every: { months: 12 } },
  });
  await foldAll(on.database.as('odolog_worker'));
  expect((await robin.call({ url })).body).toEqual({ createdAt: null });
  const make = async (): Promise<string> =>
    (await robin.call({ method: 'POST', url })).body.url.replace(/^.*\/api/, '');
  const first = await make();
  const feed = await ask(on.app, { url: first });
  expect(feed).toMatchObject({ status: 200, headers: { 'content-type': 'text/calendar; charset=utf-8' } });
  expect(feed.body).toMatch(/URL:http:[^\r]*\/in\/[0-9a-f-]+/);
  const events = new ICAL.Component(ICAL.parse(feed.body) as unknown[]).getAllSubcomponents('vevent');
  expect(events.map((event) => new ICAL.Event(event))).toMatchObject([
    { uid: `reminder-${reminder.body.id}@odolog`, summary: 'Oil, filter; and “more” (Cuore)' },
  ]);

  const second = await make();
  expect(second).not.toBe(first);
  expect((await ask(on.app, { url: first })).status).toBe(404);
  expect((await ask(on.app, { url: second })).status).toBe(200);
  await robin.call({ method: 'DELETE', url });
  expect((await ask(on.app, { url: second })).status).toBe(404);
  const trail = (await robin.call({ url: '/v1/audit?limit=3' })).body.items;
  expect(trail.map(({ action }: { action: string }) => action)).toEqual([
    'calendar-link.revoked',
    'calendar-link.created',
    'calendar-link.created',
  ]);

  const kept = await sql<{
    kept: string;
  }>`SELECT string_agg(l::text, '') AS kept FROM app.calendar_links l`.execute(on.database.admin().kysely);
  expect(kept.rows[0]?.kept ?? '').not.toContain(second.slice(-47, -4));
});
