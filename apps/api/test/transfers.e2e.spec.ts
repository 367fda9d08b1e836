import { foldAll } from '@odolog/testing';
import { verifyHistory } from '@odolog/verify';
import { compactVerify, importJWK } from 'jose';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, publicUrl, testApp, type Person, type TestApp } from './test-app.js';

const vin = '1HGCM82633A004352';
const euros = (amount: string) => ({ amount, currency: 'EUR' });
const km = (value: number) => ({ value, unit: 'km' });
const all = { costs: true, notes: true, documents: true };

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

let sam: Person;
let bea: Person;
beforeEach(async () => {
  sam = await aPerson(on.app, 'Sam');
  bea = await aPerson(on.app, 'Bea');
});

/** Sam's, with a life behind it: plain readings, what is private, a correction, and a plan. */
async function aVehicle(): Promise<string> {
  const { body } = await sam.call({
    url: '/v1/vehicles',
    body: {
      ...{ nickname: 'Cuddles', make: 'Honda', model: 'Accord', year: 2003, vin, licensePlate: 'RE-X 1' },
      ...{ timeZone: 'UTC', currency: 'EUR', distanceUnit: 'km', volumeUnit: 'L' },
    },
  });
  const at = `/v1/vehicles/${body.id}`;
  const events = [
    fillUp('2026-01-05', 1000, { notes: 'Rattles' }),
    fillUp('2026-02-05', 1500),
    { type: 'odometer', date: '2026-02-06', odometer: km(1510), data: {} },
    { type: 'note', date: '2026-03-02', data: { text: 'Rattles' } },
    { type: 'expense', date: '2026-03-04', data: { category: 'fine', total: euros('59.90') } },
  ];
  const { items } = (await sam.call({ url: `${at}/events:batch`, body: { events } })).body;
  const reason = 'Sam misread';
  const correction = { type: 'odometer', date: '2026-02-06', odometer: km(1511), data: {} };
  await sam.call({
    url: `${at}/events/${items[2].eventId}/corrections`,
    body: { reason, event: correction },
  });
  await sam.call({
    url: `${at}/reminders`,
    body: { title: 'Oil', dueDate: '2027-03-01', every: { months: 12 }, serviceKind: 'engine-oil' },
  });
  return body.id as string;
}

async function offered(vehicleId: string, body: object = {}): Promise<{ id: string; token: string }> {
  const answer = await sam.call({
    url: `/v1/vehicles/${vehicleId}/transfers`,
    body: { email: bea.email, ...body },
  });
  expect(answer.status).toBe(201);
  return { id: answer.body.id, token: answer.body.link.split('/').at(-1) };
}

const look = (token: string) => ask(on.app, { url: `/v1/transfers/${token}` });
const accept = (who: Person, token: string, body: object = {}) =>
  who.call({ url: `/v1/transfers/${token}/accept`, body });
const eventsOf = async (who: Person, vehicleId: string) => {
  const { body } = await who.call({ url: `/v1/vehicles/${vehicleId}/timeline?include=superseded&limit=200` });
  return body.items as { id: string; type: string; summary: string }[];
};

interface Kept {
  readonly id: string;
  readonly type: string;
  readonly contentHash: string;
  readonly chainHash: string;
}
/** What stands in the store of a person's tenant, in order. */
async function streamOf(person: Person, vehicleId: string): Promise<Kept[]> {
  const { rows } = await on.database.admin().pool.query<Kept>(
    `SELECT e.id, e.type, encode(e.content_hash, 'hex') AS "contentHash", encode(e.chain_hash, 'hex') AS "chainHash"
       FROM app.vehicle_events e JOIN app.memberships m ON m.tenant_id = e.tenant_id
      WHERE m.user_id = $1 AND e.vehicle_id = $2 ORDER BY e.version`,
    [person.userId, vehicleId],
  );
  return rows;
}

test('an offer is mailed in the language of whoever makes it', async () => {
  const preferences = (locale: string) =>
    sam.call({ method: 'PATCH', url: '/v1/me/preferences', body: { locale } });
  await preferences('de-DE');
  await offered(await aVehicle(), { email: bea.email });
  const message = (await messagesTo(on, bea.email)).at(-1);
  await preferences('en-IE');
  expect(message?.subject).toBe('Sam übergibt dir Honda Accord 2003 bei Odolog');
  expect(message?.text).toContain('Sieh dir an, was kommt');
});

test('the id of a vehicle that was taken over names no other one', async () => {
  const id = await aVehicle();
  await accept(bea, (await offered(id)).token);
  const again = await bea.call({ url: '/v1/vehicles', body: { id, nickname: 'Another' } });
  expect(again).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
});

test('a vehicle is offered by mail, looked at by its link, and taken over into a garage', async () => {
  const vehicleId = await aVehicle();
  await foldAll(on.database.as('odolog_worker'));
  const { token } = await offered(vehicleId, { email: bea.email.toUpperCase() });
  const message = (await messagesTo(on, bea.email)).at(-1);
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
  const garageId = (await bea.call({ url: '/v1/garages', body: { name: 'Hers' } })).body.id;
  expect((await accept(bea, token, { garageId })).body).toMatchObject({ vehicleId });
  await foldAll(on.database.as('odolog_worker'));
  const hers = (await bea.call({ url: `/v1/vehicles/${vehicleId}` })).body;
  expect(hers).toMatchObject({ make: 'Honda', vin, garageId, licensePlate: null, handedOverAt: null });
  expect(hers.nickname).not.toBe('Cuddles');
  expect(hers.summary).toMatchObject({ odometer: { value: 1511 } });
  const { items } = (await bea.call({ url: `/v1/vehicles/${vehicleId}/reminders` })).body;
  expect(items).toMatchObject([{ title: 'Oil', state: 'upcoming' }]);
});

describe('of the history', () => {
  test('everything that was chosen arrives with the same hashes in the same order', async () => {
    const vehicleId = await aVehicle();
    const before = await streamOf(sam, vehicleId);
    await accept(bea, (await offered(vehicleId, { contents: all })).token);
    const [here, there] = [await streamOf(sam, vehicleId), await streamOf(bea, vehicleId)];
    expect(there.slice(0, -1)).toEqual(before);
    expect(here.slice(0, -1)).toEqual(before);
    expect([here.at(-1)?.type, there.at(-1)?.type]).toEqual(['transferred', 'received']);
  });

  test('notes, costs and what says nothing else stay, and the rest keeps its hash', async () => {
    const vehicleId = await aVehicle();
    const before = new Map((await streamOf(sam, vehicleId)).map((event) => [event.id, event]));
    await accept(bea, (await offered(vehicleId)).token);
    const there = (await streamOf(bea, vehicleId)).slice(0, -1);
    expect(there.map(({ type }) => type)).toEqual(['fuel', 'fuel', 'odometer', 'odometer', 'reminder']);
    const same = there.filter(({ id, contentHash }) => before.get(id)?.contentHash === contentHash);
    expect(same.map(({ type }) => type)).toEqual(['odometer', 'reminder']);
    const { rows } = await on.database.admin().pool.query<{ row: string }>(
      `SELECT e::text AS row FROM app.vehicle_events e JOIN app.memberships m ON m.tenant_id = e.tenant_id
        WHERE m.user_id = $1`,
      [bea.userId],
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Rattles|59\.90|70\.00|misread/);
  });

  test('says where it came from, under the key of whoever handed it over', async () => {
    const vehicleId = await aVehicle();
    const before = await streamOf(sam, vehicleId);
    const { id, token } = await offered(vehicleId);
    await accept(bea, token);
    const there = await streamOf(bea, vehicleId);
    const arrival = there.at(-1)?.id;
    const { data, summary } = (await bea.call({ url: `/v1/vehicles/${vehicleId}/events/${arrival}` })).body;
    expect(summary).toBe('Taken over from Sam with 5 events of history');
    const origin = { version: before.length, chainHash: before.at(-1)?.chainHash };
    expect(data).toMatchObject({ origin, whole: 2, abridged: 3, withheld: 2 });
    const { payload, protectedHeader } = await compactVerify(data.seal, async ({ kid = '' }) =>
      importJWK((await ask(on.app, { url: `/v1/proof-keys/${kid}` })).body.keys[0], 'EdDSA'),
    );
    expect(protectedHeader.typ).toBe('odolog-handover+jws');
    const hashes = there.slice(0, -1).map(({ contentHash }) => contentHash);
    const events = createHash('sha256')
      .update(Buffer.from(hashes.join(''), 'hex'))
      .digest('base64url');
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({
      ...{ iss: publicUrl, jti: id, sub: vehicleId },
      ...origin,
      events,
      count: 5,
    });
    const checked = await bea.call({ method: 'POST', url: `/v1/vehicles/${vehicleId}/verification` });
    expect(checked.body).toMatchObject({ unchanged: true });

    const file = await on.app.inject({
      method: 'POST',
      url: `/api/v1/vehicles/${vehicleId}/exports`,
      headers: { authorization: `Bearer ${bea.token}` },
    });
    const verdict = await verifyHistory(new Uint8Array(Buffer.from(file.body)));
    expect(verdict).toMatchObject({
      ok: true,
      handovers: [{ version: 6, issuer: publicUrl, keyId: protectedHeader.kid, events: 5, proven: true }],
    });
  });

  test('still says when each event was first recorded, however often it is handed on', async () => {
    const vehicleId = await aVehicle();
    const recordedAt = async (who: Person) => {
      const url = `/v1/vehicles/${vehicleId}/timeline?include=superseded&type=odometer`;
      const { items } = (await who.call({ url })).body;
      return items as { recordedAt: string; firstRecordedAt: string }[];
    };
    const before = (await recordedAt(sam)).map(({ recordedAt: at }) => at);
    await accept(bea, (await offered(vehicleId)).token);
    const there = await recordedAt(bea);
    expect(there.map(({ firstRecordedAt }) => firstRecordedAt)).toEqual(before);
    expect(there.every((event) => event.recordedAt > event.firstRecordedAt)).toBe(true);

    const kim = await aPerson(on.app, 'Kim');
    const { body } = await bea.call({
      url: `/v1/vehicles/${vehicleId}/transfers`,
      body: { email: kim.email },
    });
    await accept(kim, body.link.split('/').at(-1));
    expect((await recordedAt(kim)).map(({ firstRecordedAt }) => firstRecordedAt)).toEqual(before);
  });

  test('goes with its papers where they were chosen, and else without', async () => {
    const vehicleId = await aVehicle();
    const boundary = 'b';
    const part = (name: string, content: string, more = '') =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
    const form = `${part('vehicleId', vehicleId)}${part('file', '%PDF-1.7', '; filename="a.pdf"')}--${boundary}--\r\n`;
    const fileId = (
      await sam.call({
        url: '/v1/files',
        body: Buffer.from(form),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      })
    ).body.id as string;
    const event = {
      type: 'document',
      date: '2026-03-03',
      data: { kind: 'manual', title: 'Manual', fileIds: [fileId] },
    };
    await sam.call({ url: `/v1/vehicles/${vehicleId}/events`, body: event });
    await accept(bea, (await offered(vehicleId, { contents: { documents: true } })).token);
    expect((await bea.call({ url: `/v1/files/${fileId}` })).status).toBe(200);
    expect((await eventsOf(bea, vehicleId)).map(({ type }) => type)).toContain('document');
  });
});

describe('whoever hands over', () => {
  test('closes its day: nothing that has no time stands after the hand-over', async () => {
    // Somewhere it is three in the morning: hours before noon, where an entry without a time stands.
    const hoursBehind = (new Date().getUTCHours() + 21) % 24;
    const timeZone = `Etc/GMT${hoursBehind > 12 ? hoursBehind - 24 : `+${hoursBehind}`}`;
    const { body } = await sam.call({ url: '/v1/vehicles', body: { nickname: 'Early', timeZone } });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format();
    const note = { type: 'note', date: today, data: { text: 'Washed for the buyer' } };
    await sam.call({ url: `/v1/vehicles/${body.id}/events`, body: note });
    await accept(bea, (await offered(body.id)).token);
    expect((await eventsOf(sam, body.id)).map(({ type }) => type)).toEqual(['transferred', 'note']);
  });
  test('keeps a copy that ends there and takes no change', async () => {
    const vehicleId = await aVehicle();
    await accept(bea, (await offered(vehicleId)).token);
    await foldAll(on.database.as('odolog_worker'));
    const [last] = await eventsOf(sam, vehicleId);
    expect(last).toMatchObject({ type: 'transferred', summary: `Transferred to ${bea.email}` });
    const copy = (await sam.call({ url: `/v1/vehicles/${vehicleId}` })).body;
    expect(copy).toMatchObject({ nickname: 'Cuddles', handedOverAt: expect.any(String) });
    const at = `/v1/vehicles/${vehicleId}`;
    const refused = await Promise.all([
      sam.call({ url: `${at}/events`, body: fillUp('2026-04-01', 2000) }),
      sam.call({ url: `${at}/events:batch`, body: { events: [fillUp('2026-04-01', 2000)] } }),
      sam.call({ url: `${at}/events/${last?.id}/retractions`, body: { reason: 'No' } }),
      sam.call({ url: `${at}/reminders`, body: { title: 'Oil', dueDate: '2027-03-01' } }),
      sam.call({ method: 'PATCH', url: at, body: { nickname: 'Mine still' } }),
      sam.call({ url: `${at}/transfers`, body: { email: 'eve@example.org' } }),
    ]);
    const codes = refused.map(({ body }) => body.code ?? body.items?.[0].problem.code);
    expect(codes).toEqual(Array(6).fill('vehicle-handed-over'));
    const { items } = (await sam.call({ url: `${at}/reminders` })).body;
    expect(items.map(({ state }: { state: string }) => state)).not.toContain('due');
  });

  test('shows it to nobody any more by a link that was shared before', async () => {
    const vehicleId = await aVehicle();
    const share = await sam.call({ url: `/v1/vehicles/${vehicleId}/shares`, body: {} });
    const open = async () => (await ask(on.app, { url: `/v1/shares/${share.body.token}` })).status;
    expect(await open()).toBe(200);
    await accept(bea, (await offered(vehicleId)).token);
    expect(await open()).toBe(404);
  });

  test('may have a vehicle with the same VIN again', async () => {
    const vehicleId = await aVehicle();
    await accept(bea, (await offered(vehicleId)).token);
    expect((await sam.call({ url: '/v1/vehicles', body: { make: 'Honda', vin } })).status).toBe(201);
  });

  test('takes an offer back, and its link says so', async () => {
    const vehicleId = await aVehicle();
    const { id, token } = await offered(vehicleId);
    const url = `/v1/vehicles/${vehicleId}/transfers/${id}`;
    expect((await sam.call({ method: 'DELETE', url })).status).toBe(204);
    expect((await look(token)).body.status).toBe('revoked');
    expect(await accept(bea, token)).toMatchObject({
      status: 410,
      body: { code: 'transfer-closed', reason: 'revoked' },
    });
    expect(await streamOf(bea, vehicleId)).toEqual([]);
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
    await ask(on.app, { method: 'POST', url: `/v1/transfers/${token}/decline` });
    const { items } = (await sam.call({ url: `/v1/vehicles/${vehicleId}/transfers` })).body;
    expect(items).toMatchObject([{ status: 'declined', email: bea.email }]);
    expect((await accept(bea, token)).status).toBe(410);
  });
});

describe('an offer', () => {
  test('that has run out moves nothing', async () => {
    const vehicleId = await aVehicle();
    const { id, token } = await offered(vehicleId);
    await on.database
      .admin()
      .pool.query(`UPDATE app.transfers SET expires_at = now() - interval '1 s' WHERE id = $1`, [id]);
    expect(await accept(bea, token)).toMatchObject({ status: 410, body: { reason: 'expired' } });
  });

  test('to another address of mine asks first', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId, { email: 'bea@work.example' });
    expect((await accept(bea, token)).body.code).toBe('transfer-for-another-address');
    expect((await accept(bea, token, { confirmAddress: true })).status).toBe(200);
  });

  test('is not for the tenant that makes it', async () => {
    const { token } = await offered(await aVehicle(), { email: sam.email });
    expect((await accept(sam, token)).body.code).toBe('transfer-to-itself');
  });

  test('of a VIN that the taker has already moves nothing, and can be taken later', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const other = (await bea.call({ url: '/v1/vehicles', body: { make: 'Honda', vin } })).body.id;
    expect((await accept(bea, token)).body.code).toBe('vin-taken');
    expect(await streamOf(bea, vehicleId)).toEqual([]);
    expect((await sam.call({ url: `/v1/vehicles/${vehicleId}` })).body.handedOverAt).toBeNull();
    await bea.call({ method: 'DELETE', url: `/v1/vehicles/${other}` });
    expect((await accept(bea, token)).status).toBe(200);
  });

  test('is opened by its secret alone', async () => {
    const { token } = await offered(await aVehicle());
    const guessed = Buffer.from(token, 'base64url');
    guessed[guessed.length - 1]! ^= 1;
    expect((await look(guessed.toString('base64url'))).status).toBe(404);
    expect((await accept(bea, guessed.toString('base64url'))).status).toBe(404);
  });
});

describe('a vehicle moves once:', () => {
  test('the same acceptance at the same moment and later', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const answers = await Promise.all([accept(bea, token), accept(bea, token), accept(bea, token)]);
    answers.push(await accept(bea, token));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const types = (await streamOf(bea, vehicleId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'received')).toHaveLength(1);
  });

  test('of two who hold the link, one gets it', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const eve = await aPerson(on.app, 'Eve');
    const answers = await Promise.all([accept(bea, token), accept(eve, token, { confirmAddress: true })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    const lengths = await Promise.all([bea, eve].map(async (one) => (await streamOf(one, vehicleId)).length));
    expect(lengths.filter((length) => length > 0)).toHaveLength(1);
  });

  test('what is recorded at the same moment goes along or is refused, and is never lost', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId, { contents: all });
    const record = () => {
      const body = { id: randomUUID(), type: 'note', date: '2026-05-01', data: { text: 'Late' } };
      return sam
        .call({ url: `/v1/vehicles/${vehicleId}/events`, body })
        .then(({ status }) => ({ id: body.id, status }));
    };
    const [accepted, ...recorded] = await Promise.all([
      accept(bea, token),
      ...Array.from({ length: 30 }, record),
    ]);
    expect(accepted.status).toBe(200);
    const went = new Set((await streamOf(bea, vehicleId)).map(({ id }) => id));
    for (const { id, status } of recorded)
      expect([status, went.has(id)]).toEqual([went.has(id) ? 201 : 409, went.has(id)]);
  });

  test('cut off in the middle, nothing has moved; then it moves as a whole', async () => {
    const vehicleId = await aVehicle();
    const { token } = await offered(vehicleId);
    const { pool } = on.database.admin();
    const holder = await pool.connect();
    await holder.query('BEGIN');
    await holder.query(
      `SELECT FROM app.tenant_heads h JOIN app.memberships m USING (tenant_id) WHERE m.user_id = $1 FOR UPDATE OF h`,
      [bea.userId],
    );
    const moving = accept(bea, token);
    const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%append_all%'`;
    let found: { pid: number }[] = [];
    while (found.length === 0) found = (await pool.query<{ pid: number }>(waiting)).rows;
    expect(await streamOf(bea, vehicleId)).toEqual([]);
    await pool.query('SELECT pg_terminate_backend($1)', [found[0]?.pid]);
    await holder.query('COMMIT');
    holder.release();
    expect((await moving).status).toBe(200);
    const types = (await streamOf(bea, vehicleId)).map(({ type }) => type);
    expect(types).toEqual(['fuel', 'fuel', 'odometer', 'odometer', 'reminder', 'received']);
  });
});

test('a vehicle that comes back continues the copy that was left', async () => {
  const vehicleId = await aVehicle();
  await accept(bea, (await offered(vehicleId)).token);
  const hers = fillUp('2026-06-01', 2000, { id: randomUUID() });
  expect((await bea.call({ url: `/v1/vehicles/${vehicleId}/events`, body: hers })).status).toBe(201);
  const back = await bea.call({
    url: `/v1/vehicles/${vehicleId}/transfers`,
    body: { email: sam.email, contents: all },
  });
  expect((await accept(sam, back.body.link.split('/').at(-1))).status).toBe(200);
  const types = (await streamOf(sam, vehicleId)).map(({ type }) => type);
  expect(types.slice(-4)).toEqual(['transferred', 'received', 'fuel', 'received']);
  expect(types).toContain('note');
  const at = `/v1/vehicles/${vehicleId}`;
  expect((await sam.call({ url: at })).body).toMatchObject({ nickname: 'Cuddles', handedOverAt: null });
  expect((await sam.call({ url: `${at}/events`, body: fillUp('2026-07-01', 2500) })).status).toBe(201);
  const checked = await sam.call({ method: 'POST', url: `${at}/verification` });
  expect(checked.body).toMatchObject({ unchanged: true });
});
