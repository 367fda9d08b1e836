import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rounds, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type ApiProcess, type Place } from './api-process.js';
import { freePort } from './free-port.js';

const writers = 16;
const killAfter = [40, 120, 80, 200].slice(0, rounds(1, 4));

let database: TestDatabase;
let place: Place;
let running: ApiProcess;
let token: string;
beforeAll(async () => {
  database = await testDatabase();
  place = { port: await freePort(), outboxDir: await mkdtemp(path.join(tmpdir(), 'odolog-killed-')) };
  running = await startApi(database, place);
  token = await signUp();
});
afterAll(async () => {
  await running.kill();
  await database.drop();
  await rm(place.outboxDir, { recursive: true, force: true });
});

const url = (at: string) => `http://127.0.0.1:${place.port}/api${at}`;
const json = { 'content-type': 'application/json' };

async function signUp(): Promise<string> {
  const account = { name: 'Robin', email: 'robin@example.org', password: 'correct horse battery' };
  const origin = `http://127.0.0.1:${place.port}`;
  const signedUp = await fetch(url('/auth/sign-up/email'), {
    method: 'POST',
    headers: { ...json, origin },
    body: JSON.stringify(account),
  });
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const answer = await fetch(url('/auth/token'), { headers: { cookie } });
  return ((await answer.json()) as { token: string }).token;
}

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

async function post<Body>(at: string, body: object, key?: string): Promise<Answer<Body>> {
  const headers = { ...json, authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) };
  const answer = await fetch(url(at), { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Body };
}

async function get<Body>(at: string): Promise<Answer<Body>> {
  const answer = await fetch(url(at), { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: (await answer.json()) as Body };
}

interface Recorded {
  readonly event: { readonly id: string };
}

/** A note that says its own key, so that the history tells what became of each request. */
const record = (vehicle: string, key: string) =>
  post<Recorded>(
    `/v1/vehicles/${vehicle}/events`,
    { type: 'note', date: '2026-03-01', data: { text: key } },
    key,
  );

interface Fed {
  readonly id: string;
  readonly position: number;
  readonly data: { readonly text: string };
}

async function wholeFeed(): Promise<Fed[]> {
  const items: Fed[] = [];
  for (;;) {
    const { body } = await get<{ items: Fed[] }>(`/v1/feed?limit=200&after=${items.length}`);
    if (body.items.length === 0) return items;
    items.push(...body.items);
  }
}

/** Writes from all sides until so many are acknowledged, and kills the process while the others are under way. */
async function killUnderLoad(vehicles: readonly string[], round: number, acknowledgedAtMost: number) {
  const acknowledged = new Map<string, string>();
  const unacknowledged = new Map<string, string>();
  let killed: Promise<void> | undefined;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let at = 0; !killed; at += 1) {
        const key = `${round}-${writer}-${at}`;
        const vehicle = vehicles[(writer + at) % vehicles.length] as string;
        unacknowledged.set(key, vehicle);
        const answer = await record(vehicle, key).catch(() => undefined);
        if (!answer) break;
        expect(answer.status).toBe(201);
        unacknowledged.delete(key);
        acknowledged.set(key, answer.body.event.id);
        if (acknowledged.size >= acknowledgedAtMost) killed ??= running.kill();
      }
    }),
  );
  await killed;
  return { acknowledged, unacknowledged };
}

test('the API is killed under load, again and again: what was acknowledged is there once, what was not is after a repetition', async () => {
  const vehicles: string[] = [];
  for (const nickname of ['A', 'B', 'C', 'D'])
    vehicles.push((await post<{ id: string }>('/v1/vehicles', { nickname })).body.id);
  const known = new Map<string, string>();
  for (const [round, most] of killAfter.entries()) {
    const { acknowledged, unacknowledged } = await killUnderLoad(vehicles, round, most);
    expect(unacknowledged.size, 'requests were cut off').toBeGreaterThan(0);
    running = await startApi(database, place);
    const there = new Map((await wholeFeed()).map(({ id, data }) => [data.text, id]));
    for (const [key, id] of acknowledged) expect([key, there.get(key)]).toEqual([key, id]);
    for (const [key, vehicle] of unacknowledged) {
      const { status, body } = await record(vehicle, key);
      expect([200, 201]).toContain(status);
      // what was committed before its answer was cut off is the same event now
      expect(status).toBe(there.has(key) ? 200 : 201);
      acknowledged.set(key, body.event.id);
    }
    for (const [key, id] of acknowledged) known.set(key, id);
  }
  const feed = await wholeFeed();
  expect(feed.map(({ position }) => position)).toEqual(feed.map((_, at) => at + 1));
  expect(feed.map(({ data }) => data.text).toSorted()).toEqual([...known.keys()].toSorted());
  expect(new Map(feed.map(({ id, data }) => [data.text, id]))).toEqual(
    new Map(feed.map(({ data }) => [data.text, known.get(data.text)])),
  );
  for (const vehicle of vehicles) {
    const { status, body } = await post(`/v1/vehicles/${vehicle}/verification`, {});
    expect({ status, body }).toMatchObject({ status: 200, body: { unchanged: true } });
  }
}, 120_000);
