import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import { anEvent, aReading, atAStore, type TestTenant } from '@odolog/testing';
import { verifyHistory } from '@odolog/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  checkChain,
  exportHistory,
  findPublicKey,
  lastChainCheck,
  readExports,
  readVerificationCode,
  replaceKey,
  type IssuedHistory,
} from './index.js';

const secret = 'a secret of the tests, 32 characters or more';
const now = new Date('2026-11-21T12:00:00.000Z');
const bytesOf = (file: string) => new Uint8Array(Buffer.from(file));

const on = atAStore();
let robin: TestTenant;
let vehicleId: string;
beforeAll(async () => {
  robin = await on.aTenant();
  vehicleId = await on.aVehicle(robin);
});

const inTenant = <Result>(work: Parameters<typeof forTenant<Result>>[2], tenant = robin): Promise<Result> =>
  forTenant(on.api(), tenant.tenantId, work);

const exported = (vehicle = vehicleId, tenant = robin): Promise<IssuedHistory> =>
  inTenant(
    (trx) =>
      exportHistory(trx, {
        ...tenant,
        secret,
        vehicle: { id: vehicle, make: 'Daihatsu' },
        issuer: 'https://odolog.example',
        now,
      }),
    tenant,
  );

async function aHistoryOfChanges(): Promise<void> {
  const fill = anEvent('fuel', robin, vehicleId, { km: 1000, date: '2026-01-01', notes: 'Öl 5W-30' });
  const typo = aReading(robin, vehicleId, { km: 1100, date: '2026-01-02' });
  const voided = aReading(robin, vehicleId, {
    date: '2026-01-03',
    odometer: { value: 999_999, unit: 'km', void: true },
    odometerM: 999_999_000,
  });
  const { id: correctsId } = typo;
  await on.store.appendAll([
    fill,
    typo,
    voided,
    aReading(robin, vehicleId, { km: 1010, date: '2026-01-02', correctsId, reason: 'A digit too many' }),
    anEvent('note', robin, vehicleId, {
      type: 'retraction',
      schemaVersion: 1,
      data: {},
      correctsId: fill.id,
      reason: 'Twice',
    }),
  ]);
}

describe('an export', () => {
  test('of a vehicle without events is verifiable', async () => {
    const { file } = await exported();
    expect(await verifyHistory(bytesOf(file))).toMatchObject({ ok: true, events: 0 });
  });

  test('holds what was corrected, retracted and voided, and is verifiable with the tenant’s public key', async () => {
    await aHistoryOfChanges();
    const { file, code } = await exported();
    const verdict = await verifyHistory(bytesOf(file));
    expect(verdict).toMatchObject({ ok: true, events: 5, code, issuer: 'https://odolog.example' });
    const keyId = verdict.ok ? verdict.keyId : '';
    expect(await findPublicKey(on.api(), keyId)).toMatchObject({
      kid: keyId,
      crv: 'Ed25519',
    });
    const { events } = JSON.parse(file) as { events: { content: { type: string; reason: string | null } }[] };
    expect(events.map(({ content }) => [content.type, content.reason])).toEqual([
      ['fuel', null],
      ['odometer', null],
      ['odometer', null],
      ['odometer', 'A digit too many'],
      ['retraction', 'Twice'],
    ]);
  });

  test('names neither the tenant nor who recorded it', async () => {
    const { file } = await exported();
    expect(file).not.toContain(robin.tenantId);
    expect(file).not.toContain(robin.userId);
  });

  test('is kept by its code, with whether the chain still runs through where it ended', async () => {
    const { code } = await exported();
    expect(await inTenant((trx) => readExports(trx, { code }))).toMatchObject([
      { code, vehicleId, version: 5, issuedAt: now.toISOString(), standsToday: true },
    ]);
    expect(readVerificationCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    expect(readVerificationCode('O0IL-0000-0000')).toBe('0011-0000-0000');
    expect(readVerificationCode('U000-0000-0000')).toBeUndefined();
  });

  test('of another tenant’s vehicle is empty, and its code unknown there', async () => {
    const intruder = await on.aTenant();
    const { code } = await exported();
    expect(await inTenant((trx) => readExports(trx, { code, vehicleId }), intruder)).toEqual([]);
    await expect(exported(vehicleId, intruder)).rejects.toThrow(/foreign key/);
  });
});

describe('a tenant’s key', () => {
  test('is one, however many ask for the first at once', async () => {
    const jo = await on.aTenant();
    const vehicle = await on.aVehicle(jo);
    const files = await Promise.all(Array.from({ length: 5 }, () => exported(vehicle, jo)));
    const keys = await Promise.all(files.map(async ({ file }) => verifyHistory(bytesOf(file))));
    expect(new Set(keys.map((verdict) => verdict.ok && verdict.keyId)).size).toBe(1);
  });

  test('lies encrypted: not readable in the database, and of no use under another secret or another tenant', async () => {
    const { rows } = await on.database
      .admin()
      .pool.query<{ private_key: Buffer }>('SELECT private_key FROM app.tenant_keys');
    expect(rows.map((row) => row.private_key.toString('latin1')).join()).not.toMatch(/"d"|OKP/);
    const request = { ...robin, vehicle: { id: vehicleId }, issuer: '', now };
    await expect(inTenant((trx) => exportHistory(trx, { ...request, secret: 'another' }))).rejects.toThrow();
  });

  test('is followed by another: what the old one sealed stays verifiable, and the new one seals from then on', async () => {
    const jo = await on.aTenant();
    const vehicle = await on.aVehicle(jo);
    const before = await exported(vehicle, jo);
    const fresh = await inTenant((trx) => replaceKey(trx, { ...jo, secret }), jo);
    const after = await exported(vehicle, jo);
    const [old, next] = await Promise.all([before, after].map(({ file }) => verifyHistory(bytesOf(file))));
    expect([old?.ok, next]).toMatchObject([true, { ok: true, keyId: fresh.kid }]);
    const oldId = old?.ok ? old.keyId : '';
    expect(oldId).not.toBe(fresh.kid);
    expect(await findPublicKey(on.api(), oldId)).toMatchObject({ kid: oldId });
  });

  test('is not found by an id that nobody has', async () => {
    expect(await findPublicKey(on.api(), 'nobody')).toBeUndefined();
  });
});

describe('a check of the chain', () => {
  test('is kept, and the next one replaces it', async () => {
    expect(await inTenant((trx) => lastChainCheck(trx, vehicleId))).toBeUndefined();
    const check = { vehicleId, checkedAt: now.toISOString(), version: 5, unchanged: true, fault: null };
    expect(await inTenant((trx) => checkChain(trx, vehicleId, now))).toEqual(check);
    expect(await inTenant((trx) => lastChainCheck(trx, vehicleId))).toEqual(check);
  });

  test('names the event that was tampered with, and the code of an export says it too', async () => {
    const vehicle = await on.aVehicle(robin);
    const [first, second] = [aReading(robin, vehicle, { km: 1 }), aReading(robin, vehicle, { km: 2 })];
    await on.store.appendAll([first, second]);
    const { code } = await exported(vehicle);
    await on.database.admin().pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica;
       UPDATE app.vehicle_events SET notes = 'sold', chain_hash = sha256('x') WHERE id = '${second.id}'; COMMIT`,
    );
    const later = new Date('2026-11-22T12:00:00.000Z');
    await inTenant((trx) => checkChain(trx, vehicle, later));
    expect(await inTenant((trx) => lastChainCheck(trx, vehicle))).toMatchObject({
      unchanged: false,
      checkedAt: later.toISOString(),
      fault: { what: 'altered', version: 2, eventId: second.id },
    });
    expect(await inTenant((trx) => readExports(trx, { code }))).toMatchObject([{ standsToday: false }]);
    await expect(exported(vehicle)).rejects.toMatchObject({
      code: 'history-altered',
      extras: { fault: { what: 'altered', version: 2, eventId: second.id } },
    });
  });

  test('finds a history whose end is gone, and that is not sealed', async () => {
    const vehicle = await on.aVehicle(robin);
    const [first, second] = [aReading(robin, vehicle, { km: 1 }), aReading(robin, vehicle, { km: 2 })];
    await on.store.appendAll([first, second]);
    await on.database.admin().pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica;
       DELETE FROM app.vehicle_events WHERE id = '${second.id}'; COMMIT`,
    );
    const fault = { what: 'missing', version: 2, eventId: null };
    expect(await inTenant((trx) => checkChain(trx, vehicle, now))).toMatchObject({ unchanged: false, fault });
    await expect(exported(vehicle)).rejects.toMatchObject({ code: 'history-altered', extras: { fault } });
  });

  test('of a vehicle that is not there is none', async () => {
    expect(await inTenant((trx) => checkChain(trx, randomUUID(), now))).toBeUndefined();
  });
});
