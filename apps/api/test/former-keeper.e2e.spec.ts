import { foldAll } from '@odolog/testing';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { all, samHandsOver, vin } from './sam-hands-over.js';
import { ask, type Person } from './test-app.js';

const deal = samHandsOver();
const { aVehicle, offered, look, accept, eventsOf, streamOf } = deal;

/** A vehicle of Sam's at three in the morning: hours before noon, where an entry without a time stands. */
async function whereItIsEarly() {
  const hoursBehind = (new Date().getUTCHours() + 21) % 24;
  const timeZone = `Etc/GMT${hoursBehind > 12 ? hoursBehind - 24 : `+${hoursBehind}`}`;
  const { body } = await deal.sam.call({ url: '/v1/vehicles', body: { nickname: 'Early', timeZone } });
  return { id: body.id as string, today: new Intl.DateTimeFormat('en-CA', { timeZone }).format() };
}

test('what was sold this morning is had by whoever takes it over, and had again when it comes back', async () => {
  const { id, today } = await whereItIsEarly();
  const at = `/v1/vehicles/${id}`;
  await deal.sam.call({ url: `${at}/reminders`, body: { title: 'Oil', dueDate: today } });
  await deal.sam.call({ url: `${at}/events`, body: { type: 'sold', date: today, data: {} } });
  const remindedOf = async (who: Person) => {
    await foldAll(deal.on.database.as('odolog_worker'));
    return (await who.call({ url: '/v1/reminders' })).body.items.map(({ title }: { title: string }) => title);
  };
  expect(await remindedOf(deal.sam)).toEqual([]);
  await accept(deal.bea, (await offered(id)).token);
  expect((await eventsOf(deal.bea, id)).map(({ type }) => type)).toEqual(['received', 'sold', 'reminder']);
  expect(await remindedOf(deal.bea)).toEqual(['Oil']);
  const back = await deal.bea.call({ url: `${at}/transfers`, body: { email: deal.sam.email } });
  await accept(deal.sam, back.body.link.split('/').at(-1));
  expect(await remindedOf(deal.sam)).toEqual(['Oil']);
});

describe('whoever hands over', () => {
  test('closes its day: nothing that has no time stands after the hand-over', async () => {
    const { id, today } = await whereItIsEarly();
    const note = { type: 'note', date: today, data: { text: 'Washed for the buyer' } };
    await deal.sam.call({ url: `/v1/vehicles/${id}/events`, body: note });
    await accept(deal.bea, (await offered(id)).token);
    expect((await eventsOf(deal.sam, id)).map(({ type }) => type)).toEqual(['transferred', 'note']);
  });

  test('keeps a copy that ends there and takes no change', async () => {
    const vehicleId = await aVehicle();
    await accept(deal.bea, (await offered(vehicleId)).token);
    await foldAll(deal.on.database.as('odolog_worker'));
    const [last] = await eventsOf(deal.sam, vehicleId);
    expect(last).toMatchObject({ type: 'transferred', summary: `Transferred to ${deal.bea.email}` });
    const copy = (await deal.sam.call({ url: `/v1/vehicles/${vehicleId}` })).body;
    expect(copy).toMatchObject({ nickname: 'Cuddles', handedOverAt: expect.any(String) });
    const at = `/v1/vehicles/${vehicleId}`;
    const refused = await Promise.all([
      deal.sam.call({ url: `${at}/events`, body: fillUp('2026-04-01', 2000) }),
      deal.sam.call({ url: `${at}/events:batch`, body: { events: [fillUp('2026-04-01', 2000)] } }),
      deal.sam.call({ url: `${at}/events/${last?.id}/retractions`, body: { reason: 'No' } }),
      deal.sam.call({ url: `${at}/reminders`, body: { title: 'Oil', dueDate: '2027-03-01' } }),
      deal.sam.call({ method: 'PATCH', url: at, body: { nickname: 'Mine still' } }),
      deal.sam.call({ url: `${at}/transfers`, body: { email: 'eve@example.org' } }),
    ]);
    const codes = refused.map(({ body }) => body.code ?? body.items?.[0].problem.code);
    expect(codes).toEqual(Array(6).fill('vehicle-handed-over'));
    expect((await deal.sam.call({ url: '/v1/reminders' })).body.items).toEqual([]);
  });

  test('shows it to nobody any more by a link that was shared before', async () => {
    const vehicleId = await aVehicle();
    const share = await deal.sam.call({ url: `/v1/vehicles/${vehicleId}/shares`, body: {} });
    const open = async () => (await ask(deal.on.app, { url: `/v1/shares/${share.body.token}` })).status;
    expect(await open()).toBe(200);
    await accept(deal.bea, (await offered(vehicleId)).token);
    expect(await open()).toBe(404);
  });

  test('may have a vehicle with the same VIN again', async () => {
    const vehicleId = await aVehicle();
    await accept(deal.bea, (await offered(vehicleId)).token);
    expect((await deal.sam.call({ url: '/v1/vehicles', body: { make: 'Honda', vin } })).status).toBe(201);
  });

  test('takes an offer back, and its link says so', async () => {
    const vehicleId = await aVehicle();
    const { id, token } = await offered(vehicleId);
    const url = `/v1/vehicles/${vehicleId}/transfers/${id}`;
    expect((await deal.sam.call({ method: 'DELETE', url })).status).toBe(204);
    expect((await look(token)).body.status).toBe('revoked');
    expect(await accept(deal.bea, token)).toMatchObject({
      status: 410,
      body: { code: 'transfer-closed', reason: 'revoked' },
    });
    expect(await streamOf(deal.bea, vehicleId)).toEqual([]);
  });

  test('offers it to another one, and the first link ends', async () => {
    const vehicleId = await aVehicle();
    const first = await offered(vehicleId);
    const second = await offered(vehicleId, { email: 'eve@example.org' });
    expect((await look(first.token)).body.status).toBe('revoked');
    expect((await look(second.token)).body.status).toBe('pending');
  });

  test('is told of what was declined', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    await ask(deal.on.app, { method: 'POST', url: `/v1/transfers/${token}/decline` });
    const { items } = (await deal.sam.call({ url: `/v1/vehicles/${vehicleId}/transfers` })).body;
    expect(items).toMatchObject([{ status: 'declined', email: deal.bea.email }]);
    expect((await accept(deal.bea, token)).status).toBe(410);
  });
});

test('a vehicle that comes back continues the copy that was left', async () => {
  const vehicleId = await aVehicle();
  await accept(deal.bea, (await offered(vehicleId)).token);
  const hers = fillUp('2026-06-01', 2000, { id: randomUUID() });
  expect((await deal.bea.call({ url: `/v1/vehicles/${vehicleId}/events`, body: hers })).status).toBe(201);
  const back = await deal.bea.call({
    url: `/v1/vehicles/${vehicleId}/transfers`,
    body: { email: deal.sam.email, contents: all },
  });
  expect((await accept(deal.sam, back.body.link.split('/').at(-1))).status).toBe(200);
  const types = (await streamOf(deal.sam, vehicleId)).map(({ type }) => type);
  expect(types.slice(-4)).toEqual(['transferred', 'received', 'fuel', 'received']);
  expect(types).toContain('note');
  const at = `/v1/vehicles/${vehicleId}`;
  expect((await deal.sam.call({ url: at })).body).toMatchObject({ nickname: 'Cuddles', handedOverAt: null });
  expect((await deal.sam.call({ url: `${at}/events`, body: fillUp('2026-07-01', 2500) })).status).toBe(201);
  const checked = await deal.sam.call({ method: 'POST', url: `${at}/verification` });
  expect(checked.body).toMatchObject({ unchanged: true });
});
