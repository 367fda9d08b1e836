import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';

const at = atAVehicle();

test('a batch answers for each event, and one refusal fails no other', async () => {
  const { status, body } = await at.robin.call({
    url: `${at.vehicle}/events:batch`,
    body: {
      events: [
        fillUp('2026-03-01', 1000),
        fillUp('2026-03-02', 900),
        { type: 'fuel', date: '2026-02-30', data: {} },
        fillUp('2026-03-03', 1200),
      ],
    },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ recorded: 2, refused: 2, duplicates: 0, version: 2 });
  const told = body.items.map(({ status: how, problem }: never) => [
    how,
    (problem as { code?: string })?.code,
  ]);
  expect(told).toEqual([
    ['recorded', undefined],
    ['refused', 'odometer-out-of-order'],
    ['refused', 'validation-failed'],
    ['recorded', undefined],
  ]);
  expect(body.items[2].problem.errors[0].pointer).toMatch(/^\/events\/2\//);
});

test('a batch on another version than the expected one is refused as a whole, its repetition is not', async () => {
  const batch = (headers: Record<string, string>) =>
    at.robin.call({
      url: `${at.vehicle}/events:batch`,
      body: { events: [fillUp('2026-03-01', 1000), fillUp('2026-03-02', 1100)] },
      headers,
    });
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '"0"' };
  expect(await batch({ 'if-match': '"3"' })).toMatchObject({
    status: 412,
    body: { code: 'version-conflict', currentVersion: 0 },
  });
  expect(await batch(headers)).toMatchObject({ status: 200, body: { recorded: 2, version: 2 } });
  expect(await batch(headers)).toMatchObject({ status: 200, body: { duplicates: 2, version: 2 } });
});

test('of two batches that expect the same version, one is recorded', async () => {
  const batch = (km: number) =>
    at.robin.call({
      url: `${at.vehicle}/events:batch`,
      body: { events: [fillUp('2026-03-01', km), fillUp('2026-03-02', km)] },
      headers: { 'if-match': '"0"' },
    });
  const answers = await Promise.all([batch(1000), batch(1000), batch(1000)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test('a batch of more than a thousand is refused as a whole', async () => {
  const events = Array.from({ length: 1001 }, (_, day) => fillUp('2026-03-01', 1000 + day));
  expect(await at.robin.call({ url: `${at.vehicle}/events:batch`, body: { events } })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/events' }] },
  });
});

test('a jump within a batch is accepted with a warning, and a replaced odometer is none', async () => {
  const km = (date: string, value: number) => ({
    type: 'odometer',
    date,
    odometer: { value, unit: 'km' },
    data: {},
  });
  const replaced = {
    type: 'odometer-replacement',
    date: '2026-03-05',
    data: { oldFinal: { value: 1160, unit: 'km' }, newFirst: { value: 0, unit: 'km' } },
  };
  const events = [
    km('2026-03-01', 1000),
    km('2026-03-02', 1040),
    km('2026-03-03', 1080),
    km('2026-03-04', 1120),
    replaced,
    km('2026-03-06', 40),
    km('2026-03-07', 4000),
  ];
  const { body } = await at.robin.call({ url: `${at.vehicle}/events:batch`, body: { events } });
  expect(body.items.map(({ warnings = [] }: { warnings?: { code: string }[] }) => warnings[0]?.code)).toEqual(
    [...Array.from({ length: 6 }, () => undefined), 'odometer-jump'],
  );
});
