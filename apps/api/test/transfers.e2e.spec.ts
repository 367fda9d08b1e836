import { foldAll } from '@odolog/testing';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { messagesTo } from './outbox.js';
import { all, km, samHandsOver, vin } from './sam-hands-over.js';
import { aPerson, publicUrl } from './test-app.js';

const deal = samHandsOver();
const { aVehicle, offered, look, accept, streamOf } = deal;

test('an offer is mailed in the language of whoever makes it', async () => {
  const preferences = (locale: string) =>
    deal.sam.call({ method: 'PATCH', url: '/v1/me/preferences', body: { locale } });
  await preferences('de-DE');
  await offered(await aVehicle(), { email: deal.bea.email });
  const message = (await messagesTo(deal.on, deal.bea.email)).at(-1);
  await preferences('en-IE');
  expect(message?.subject).toBe('Sam übergibt dir Honda Accord 2003 bei Odolog');
  expect(message?.text).toContain('Sieh dir an, was kommt');
});

test('the id of a vehicle that was taken over names no other one', async () => {
  const id = await aVehicle();
  await accept(deal.bea, (await offered(id)).token);
  const again = await deal.bea.call({ url: '/v1/vehicles', body: { id, nickname: 'Another' } });
  expect(again).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
});

test('a vehicle is offered by mail, looked at by its link, and taken over into a garage', async () => {
  const vehicleId = await aVehicle();
  await foldAll(deal.on.database.as('odolog_worker'));
  const { token } = await offered(vehicleId, { email: deal.bea.email.toUpperCase() });
  const message = (await messagesTo(deal.on, deal.bea.email)).at(-1);
  expect(message?.subject).toBe('Sam hands Honda Accord 2003 over to you on Odolog');
  expect(message?.text).toContain(`${publicUrl}/transfers/${token}`);
  const seen = await look(token);
  expect(seen.body).toMatchObject({
    status: 'pending',
    offeredBy: 'Sam',
    vehicle: { make: 'Honda', model: 'Accord', year: 2003, vinEnding: '04352' },
    history: { events: 7, firstDate: '2026-01-05', odometer: km(1511) },
    contents: { costs: false, notes: false, documents: false },
  });
  expect(JSON.stringify(seen.body)).not.toMatch(/Cuddles|RE-X|1HGCM|Rattles/);
  const garageId = (await deal.bea.call({ url: '/v1/garages', body: { name: 'Hers' } })).body.id;
  expect((await accept(deal.bea, token, { garageId })).body).toMatchObject({ vehicleId });
  await foldAll(deal.on.database.as('odolog_worker'));
  const hers = (await deal.bea.call({ url: `/v1/vehicles/${vehicleId}` })).body;
  expect(hers).toMatchObject({ make: 'Honda', vin, garageId, licensePlate: null, handedOverAt: null });
  expect(hers.nickname).not.toBe('Cuddles');
  expect(hers.summary).toMatchObject({ odometer: { value: 1511 } });
  const { items } = (await deal.bea.call({ url: `/v1/vehicles/${vehicleId}/reminders` })).body;
  expect(items).toMatchObject([{ title: 'Oil', state: 'upcoming' }]);
});

describe('an offer', () => {
  test('that has run out moves nothing', async () => {
    const vehicleId = await aVehicle();
    const { id, token } = await offered(vehicleId);
    await deal.on.database
      .admin()
      .pool.query(`UPDATE app.transfers SET expires_at = now() - interval '1 s' WHERE id = $1`, [id]);
    expect(await accept(deal.bea, token)).toMatchObject({ status: 410, body: { reason: 'expired' } });
  });

  test('to another address of mine asks first', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId, { email: 'bea@work.example' });
    expect((await accept(deal.bea, token)).body.code).toBe('transfer-for-another-address');
    expect((await accept(deal.bea, token, { confirmAddress: true })).status).toBe(200);
  });

  test('is not for the tenant that makes it', async () => {
    const { token } = await offered(await aVehicle(), { email: deal.sam.email });
    expect((await accept(deal.sam, token)).body.code).toBe('transfer-to-itself');
  });

  test('of a VIN that the taker has already moves nothing, and can be taken later', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const other = (await deal.bea.call({ url: '/v1/vehicles', body: { make: 'Honda', vin } })).body.id;
    expect((await accept(deal.bea, token)).body.code).toBe('vin-taken');
    expect(await streamOf(deal.bea, vehicleId)).toEqual([]);
    expect((await deal.sam.call({ url: `/v1/vehicles/${vehicleId}` })).body.handedOverAt).toBeNull();
    await deal.bea.call({ method: 'DELETE', url: `/v1/vehicles/${other}` });
    expect((await accept(deal.bea, token)).status).toBe(200);
  });

  test('is opened by its secret alone', async () => {
    const { token } = await offered(await aVehicle());
    const guessed = Buffer.from(token, 'base64url');
    guessed[guessed.length - 1]! ^= 1;
    expect((await look(guessed.toString('base64url'))).status).toBe(404);
    expect((await accept(deal.bea, guessed.toString('base64url'))).status).toBe(404);
  });
});

describe('a vehicle moves once:', () => {
  test('the same acceptance at the same moment and later', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const answers = await Promise.all([
      accept(deal.bea, token),
      accept(deal.bea, token),
      accept(deal.bea, token),
    ]);
    answers.push(await accept(deal.bea, token));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const types = (await streamOf(deal.bea, vehicleId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'received')).toHaveLength(1);
  });

  test('of two who hold the link, one gets it', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const eve = await aPerson(deal.on.app, 'Eve');
    const answers = await Promise.all([
      accept(deal.bea, token),
      accept(eve, token, { confirmAddress: true }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    const lengths = await Promise.all(
      [deal.bea, eve].map(async (one) => (await streamOf(one, vehicleId)).length),
    );
    expect(lengths.filter((length) => length > 0)).toHaveLength(1);
  });

  test('what is recorded at the same moment goes along or is refused, and is never lost', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId, { contents: all });
    const record = () => {
      const body = { id: randomUUID(), type: 'note', date: '2026-05-01', data: { text: 'Late' } };
      return deal.sam
        .call({ url: `/v1/vehicles/${vehicleId}/events`, body })
        .then(({ status }) => ({ id: body.id, status }));
    };
    const [accepted, ...recorded] = await Promise.all([
      accept(deal.bea, token),
      ...Array.from({ length: 30 }, record),
    ]);
    expect(accepted.status).toBe(200);
    const went = new Set((await streamOf(deal.bea, vehicleId)).map(({ id }) => id));
    for (const { id, status } of recorded)
      expect([status, went.has(id)]).toEqual([went.has(id) ? 201 : 409, went.has(id)]);
  });

  test('cut off in the middle, nothing has moved; then it moves as a whole', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const { pool } = deal.on.database.admin();
    const holder = await pool.connect();
    await holder.query('BEGIN');
    await holder.query(
      `SELECT FROM app.tenant_heads h JOIN app.memberships m USING (tenant_id) WHERE m.user_id = $1 FOR UPDATE OF h`,
      [deal.bea.userId],
    );
    const moving = accept(deal.bea, token);
    const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%append_all%'`;
    let found: { pid: number }[] = [];
    while (found.length === 0) found = (await pool.query<{ pid: number }>(waiting)).rows;
    expect(await streamOf(deal.bea, vehicleId)).toEqual([]);
    await pool.query('SELECT pg_terminate_backend($1)', [found[0]?.pid]);
    await holder.query('COMMIT');
    holder.release();
    expect((await moving).status).toBe(200);
    const types = (await streamOf(deal.bea, vehicleId)).map(({ type }) => type);
    expect(types).toEqual(['fuel', 'fuel', 'odometer', 'odometer', 'reminder', 'received']);
  });
});
