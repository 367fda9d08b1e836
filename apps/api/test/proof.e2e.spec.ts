import { verifyHistory } from '@odolog/verify';
import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { aPerson, ask, publicUrl, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

async function aVehicle(): Promise<string> {
  const body = {
    make: 'Daihatsu',
    model: 'Cuore',
    year: 2008,
    vin: 'JDAL251S000108841',
    licensePlate: 'RE-X 1',
  };
  const { body: vehicle } = await robin.call({ url: '/v1/vehicles', body: { ...body, vin: null } });
  await robin.call({
    url: `/v1/vehicles/${vehicle.id}/events:batch`,
    body: { events: [fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500, { notes: 'Öl' })] },
  });
  return `/v1/vehicles/${vehicle.id}`;
}

/** The file as it goes over the wire. */
async function exported(vehicle: string) {
  const { body, headers, statusCode } = await on.app.inject({
    method: 'POST',
    url: `/api${vehicle}/exports`,
    headers: { authorization: `Bearer ${robin.token}` },
  });
  expect({ statusCode, type: headers['content-type'] }).toEqual({
    statusCode: 201,
    type: 'application/json; charset=utf-8',
  });
  const verdict = await verifyHistory(new Uint8Array(Buffer.from(body)));
  if (!verdict.ok) throw new Error(JSON.stringify(verdict));
  return { file: body, verdict, name: headers['content-disposition'] };
}

test('a vehicle’s chain is verified on demand, and the result kept', async () => {
  const vehicle = await aVehicle();
  const verification = { url: `${vehicle}/verification` };
  expect((await robin.call(verification)).body).toEqual({ last: null });
  const { status, body } = await robin.call({ ...verification, method: 'POST' });
  expect({ status, body }).toMatchObject({ status: 200, body: { version: 2, unchanged: true, fault: null } });
  expect((await robin.call(verification)).body).toEqual({ last: body });
});

test('a tampered event is named', async () => {
  const vehicle = await aVehicle();
  const { items } = (await robin.call({ url: `${vehicle}/timeline` })).body;
  const { id: eventId } = items.find(({ version }: { version: number }) => version === 2);
  await on.database.admin().pool.query(
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE app.vehicle_events SET payload = payload || '{"reason":"x"}' WHERE id = '${eventId}'; COMMIT`,
  );
  const { body } = await robin.call({ method: 'POST', url: `${vehicle}/verification` });
  expect(body).toMatchObject({ unchanged: false, fault: { what: 'altered', version: 2, eventId } });
});

test('an exported history proves itself without us, and its key by any JOSE library', async () => {
  const { file, verdict, name } = await exported(await aVehicle());
  expect(verdict).toMatchObject({ events: 2, issuer: publicUrl, vehicle: { make: 'Daihatsu', year: 2008 } });
  expect(name).toBe(`attachment; filename="history-${verdict.code}.json"`);
  expect(file).not.toContain('RE-X 1');
  const { body } = await ask(on.app, { url: `/v1/proof-keys/${verdict.keyId}` });
  expect(await calculateJwkThumbprint(body.keys[0])).toBe(verdict.keyId);
  const { signature } = JSON.parse(file) as { signature: string };
  const { payload } = await compactVerify(signature, await importJWK(body.keys[0], 'EdDSA'));
  expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ jti: verdict.code, iss: publicUrl });
});

test('whoever holds the code learns that the history stands, which vehicle it was, and nothing else', async () => {
  const vehicle = await aVehicle();
  const { verdict } = await exported(vehicle);
  const { code, events: version, chainHash, keyId, issuedAt } = verdict;
  const typed = code.toLowerCase().replaceAll('-', '');
  const { body } = await ask(on.app, { url: `/v1/proofs/${typed}` });
  expect(body).toEqual({
    code,
    issuedAt: expect.stringMatching(issuedAt.slice(0, 19)),
    version,
    chainHash,
    keyId,
    standsToday: true,
    vehicle: { make: 'Daihatsu', model: 'Cuore', year: 2008 },
    lastCheckedAt: null,
  });
  const { items } = (await robin.call({ url: `${vehicle}/exports` })).body;
  expect(items).toMatchObject([{ code, version: 2, standsToday: true }]);
});

test('a code or key that nobody has leads nowhere', async () => {
  for (const url of ['/v1/proofs/0000-0000-0000', '/v1/proofs/nothing', `/v1/proof-keys/${'a'.repeat(43)}`])
    expect((await ask(on.app, { url })).status).toBe(404);
});

test('an export is kept in the audit trail', async () => {
  const { verdict } = await exported(await aVehicle());
  const { body } = await robin.call({ url: '/v1/audit?limit=1' });
  expect(body.items).toMatchObject([{ action: 'export.made', detail: { code: verdict.code } }]);
});
