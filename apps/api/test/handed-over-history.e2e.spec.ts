import { verifyHistory } from '@odolog/verify';
import { compactVerify, importJWK } from 'jose';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { all, samHandsOver } from './sam-hands-over.js';
import { aPerson, ask, publicUrl, type Person } from './test-app.js';

const deal = samHandsOver();
const { aVehicle, offered, accept, eventsOf, streamOf } = deal;

describe('of the history', () => {
  test('everything that was chosen arrives with the same hashes in the same order', async () => {
    const vehicleId = await aVehicle();
    const before = await streamOf(deal.sam, vehicleId);
    await accept(deal.bea, (await offered(vehicleId, { contents: all })).token);
    const [here, there] = [await streamOf(deal.sam, vehicleId), await streamOf(deal.bea, vehicleId)];
    expect(there.slice(0, -1)).toEqual(before);
    expect(here.slice(0, -1)).toEqual(before);
    expect([here.at(-1)?.type, there.at(-1)?.type]).toEqual(['transferred', 'received']);
  });

  test('notes, costs and what says nothing else stay, and the rest keeps its hash', async () => {
    const vehicleId = await aVehicle();
    const before = new Map((await streamOf(deal.sam, vehicleId)).map((event) => [event.id, event]));
    await accept(deal.bea, (await offered(vehicleId)).token);
    const there = (await streamOf(deal.bea, vehicleId)).slice(0, -1);
    expect(there.map(({ type }) => type)).toEqual(['fuel', 'fuel', 'odometer', 'odometer', 'reminder']);
    const same = there.filter(({ id, contentHash }) => before.get(id)?.contentHash === contentHash);
    expect(same.map(({ type }) => type)).toEqual(['odometer', 'reminder']);
    const { rows } = await deal.on.database.admin().pool.query<{ row: string }>(
      `SELECT e::text AS row FROM app.vehicle_events e JOIN app.memberships m ON m.tenant_id = e.tenant_id
        WHERE m.user_id = $1`,
      [deal.bea.userId],
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Rattles|59\.90|70\.00|misread/);
  });

  test('says where it came from, under the key of whoever handed it over', async () => {
    const vehicleId = await aVehicle();
    const before = await streamOf(deal.sam, vehicleId);
    const { id, token } = await offered(vehicleId);
    await accept(deal.bea, token);
    const there = await streamOf(deal.bea, vehicleId);
    const arrival = there.at(-1)?.id;
    const { data, summary } = (await deal.bea.call({ url: `/v1/vehicles/${vehicleId}/events/${arrival}` }))
      .body;
    expect(summary).toBe('Taken over from Sam with 5 events of history');
    const origin = { version: before.length, chainHash: before.at(-1)?.chainHash };
    expect(data).toMatchObject({ origin, whole: 2, abridged: 3, withheld: 2 });
    const { payload, protectedHeader } = await compactVerify(data.seal, async ({ kid = '' }) =>
      importJWK((await ask(deal.on.app, { url: `/v1/proof-keys/${kid}` })).body.keys[0], 'EdDSA'),
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
    const checked = await deal.bea.call({ method: 'POST', url: `/v1/vehicles/${vehicleId}/verification` });
    expect(checked.body).toMatchObject({ unchanged: true });

    const file = await deal.on.app.inject({
      method: 'POST',
      url: `/api/v1/vehicles/${vehicleId}/exports`,
      headers: { authorization: `Bearer ${deal.bea.token}` },
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
    const before = (await recordedAt(deal.sam)).map(({ recordedAt: at }) => at);
    await accept(deal.bea, (await offered(vehicleId)).token);
    const there = await recordedAt(deal.bea);
    expect(there.map(({ firstRecordedAt }) => firstRecordedAt)).toEqual(before);
    expect(there.every((event) => event.recordedAt > event.firstRecordedAt)).toBe(true);

    const kim = await aPerson(deal.on.app, 'Kim');
    const { body } = await deal.bea.call({
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
      await deal.sam.call({
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
    await deal.sam.call({ url: `/v1/vehicles/${vehicleId}/events`, body: event });
    await accept(deal.bea, (await offered(vehicleId, { contents: { documents: true } })).token);
    expect((await deal.bea.call({ url: `/v1/files/${fileId}` })).status).toBe(200);
    expect((await eventsOf(deal.bea, vehicleId)).map(({ type }) => type)).toContain('document');
  });
});
