import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';

const at = atAVehicle();

test('a correction takes the place of what was wrong, which stays in the history', async () => {
  const wrong = await at.record(fillUp('2026-03-01', 1000));
  const url = `${at.vehicle}/events/${wrong.body.event.id}`;
  const right = await at.robin.call({
    url: `${url}/corrections`,
    body: { reason: 'Typo', event: fillUp('2026-03-01', 1010) },
  });
  expect(right).toMatchObject({ status: 201, body: { event: { status: 'corrected', reason: 'Typo' } } });
  const history = await at.robin.call({ url: `${url}/history` });
  const standing = history.body.items.map(({ status, odometer }: never) => ({ status, odometer }));
  expect(standing).toEqual([
    { status: 'superseded', odometer: { value: 1000, unit: 'km' } },
    { status: 'corrected', odometer: { value: 1010, unit: 'km' } },
  ]);
  const again = await at.robin.call({
    url: `${url}/corrections`,
    body: { reason: 'Once more', event: fillUp('2026-03-01', 1020) },
  });
  const { id: inPlace } = right.body.event;
  expect(again).toMatchObject({
    status: 409,
    body: {
      code: 'event-superseded',
      supersededBy: inPlace,
      waysOut: [
        { kind: 'correct-standing', eventId: inPlace },
        { kind: 'restore', eventId: inPlace },
      ],
    },
  });
  const timeline = await at.robin.call({ url: `${at.vehicle}/timeline` });
  expect(timeline.body.items).toHaveLength(1);
  const all = await at.robin.call({ url: `${at.vehicle}/timeline?include=superseded` });
  expect(all.body.items).toHaveLength(2);
});

test('a retraction hides an event, and needs a reason', async () => {
  const { body } = await at.record(fillUp('2026-03-01', 1000));
  const url = `${at.vehicle}/events/${body.event.id}`;
  const without = await at.robin.call({ url: `${url}/retractions`, body: {} });
  expect(without).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
  expect((await at.robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } })).status).toBe(
    201,
  );
  expect((await at.robin.call({ url: `${at.vehicle}/timeline` })).body.items).toEqual([]);
  expect((await at.robin.call({ url })).body.status).toBe('retracted');
});

test('who knows an entry by its first id alone is told the way on, however it was changed since', async () => {
  const first = await at.record(fillUp('2026-03-01', 1000));
  const of = ({ body }: typeof first) => `${at.vehicle}/events/${body.event.id}`;
  const correct = (from: typeof first, km: number) =>
    at.robin.call({
      url: `${of(from)}/corrections`,
      body: { reason: 'Typo', event: fillUp('2026-03-01', km) },
    });
  const last = await correct(await correct(first, 1010), 1020);
  const tooLate = async () =>
    (await at.robin.call({ url: `${of(first)}/retractions`, body: { reason: 'Other car' } })).body;
  expect(await tooLate()).toMatchObject({ code: 'event-superseded', supersededBy: last.body.event.id });
  await at.robin.call({ url: `${of(last)}/retractions`, body: { reason: 'Other car' } });
  const { supersededBy, waysOut } = await tooLate();
  expect([supersededBy, waysOut]).toEqual([null, [{ kind: 'restore', eventId: expect.any(String) }]]);
  const url = `${at.vehicle}/events/${waysOut[0].eventId}/restorations`;
  expect((await at.robin.call({ url, body: { reason: 'It was ours' } })).status).toBe(201);
  expect((await at.robin.call({ url: of(last) })).body.status).toBe('corrected');
});

describe('undoing', () => {
  const reason = 'It was right after all';
  const history = async (url: string) =>
    (await at.robin.call({ url: `${url}/history` })).body.items.map(
      ({ type, status }: { type: string; status: string }) => `${type} ${status}`,
    );

  test('a retraction brings the event back, and undoing that hides it again', async () => {
    const { body } = await at.record(fillUp('2026-03-01', 1000));
    const url = `${at.vehicle}/events/${body.event.id}`;
    await at.robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } });
    const restored = await at.robin.call({ url: `${url}/restorations`, body: { reason } });
    expect(restored).toMatchObject({ status: 201, body: { event: { type: 'restoration', reason } } });
    expect((await at.robin.call({ url })).body.status).toBe('effective');
    expect((await at.robin.call({ url: `${at.vehicle}/timeline` })).body.items).toHaveLength(1);
    const undone = `${at.vehicle}/events/${restored.body.event.id}/retractions`;
    expect((await at.robin.call({ url: undone, body: { reason: 'No' } })).status).toBe(201);
    expect((await at.robin.call({ url: `${at.vehicle}/timeline` })).body.items).toEqual([]);
    expect(await history(url)).toEqual([
      'fuel retracted',
      'retraction corrected',
      'restoration retracted',
      'restoration corrected',
    ]);
  });

  test('a correction puts back what it had replaced, under its own id', async () => {
    const { body } = await at.record(fillUp('2026-03-01', 1000));
    const url = `${at.vehicle}/events/${body.event.id}`;
    const event = fillUp('2026-03-01', 1010);
    const right = await at.robin.call({ url: `${url}/corrections`, body: { reason: 'Typo', event } });
    const id = randomUUID();
    const restore = { url: `${at.vehicle}/events/${right.body.event.id}/restorations`, body: { id, reason } };
    const [first, again] = [await at.robin.call(restore), await at.robin.call(restore)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await history(url)).toEqual(['fuel effective', 'fuel retracted', 'restoration corrected']);
    const nothing = await at.robin.call({ url: `${url}/restorations`, body: { reason } });
    expect(nothing).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
  });

  test('a retraction is refused where others would be in the way of what comes back', async () => {
    const { body } = await at.record(fillUp('2026-03-10', 2000));
    const url = `${at.vehicle}/events/${body.event.id}`;
    await at.robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } });
    const lower = (await at.record(fillUp('2026-03-12', 1500))).body.event.id;
    expect(await at.robin.call({ url: `${url}/restorations`, body: { reason } })).toMatchObject({
      status: 409,
      body: {
        code: 'odometer-out-of-order',
        reading: null,
        next: { eventId: lower },
        waysOut: [{ kind: 'correct-neighbour', eventId: lower }],
      },
    });
  });
});
