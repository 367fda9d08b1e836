import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, json } from 'node:stream/consumers';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { atAnArchive } from './at-an-archive.js';
import type { Person } from './test-app.js';

const { fleet, url, within, aVehicle, aFile, archiveOf } = atAnArchive();
beforeAll(async () => {
  await fleet.on.app.listen(0, '127.0.0.1');
});

/** As it comes over the wire, for whoever does not read to the end; nobody reads on after the test, however that went. */
async function comingTo(person: Person): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const { port } = fleet.on.app.getHttpServer().address() as AddressInfo;
  const asked = { agent: false, port, host: '127.0.0.1', path: `/api${url}`, headers: within(person) };
  request(asked).on('response', resolve).on('error', reject).end();
  const coming = await promise;
  onTestFinished(() => void coming.destroy());
  return coming;
}

const sealsOf = async (vehicleId: string): Promise<number> => {
  const admin = fleet.on.database.admin().pool;
  return (await admin.query('SELECT FROM app.history_exports WHERE vehicle_id = $1', [vehicleId])).rows
    .length;
};

/** More than lies in any buffer between the database and a reader who does not read. */
async function largeVehicle(nickname: string): Promise<string> {
  const vehicleId = await aVehicle(fleet.owner, nickname);
  const content = Buffer.alloc(10 * 1024 * 1024, 'odolog');
  for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await aFile(vehicleId, { name, content });
  return vehicleId;
}

describe('who takes an archive', () => {
  test('may export all of the tenant', async () => {
    for (const role of ['driver', 'viewer'] as const)
      expect(await (await fleet.aMember(role)).call({ url })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    expect((await (await fleet.aMember('manager')).call({ url })).status).toBe(200);
  });

  test('stands in the audit trail, with how much it was', async () => {
    await aVehicle(fleet.owner, 'Van');
    await archiveOf(fleet.owner);
    const { body } = await fleet.owner.call({ url: '/v1/audit?action=export.made' });
    expect(body.items).toMatchObject([
      { actor: { id: fleet.owner.userId }, subject: null, detail: { kind: 'everything', vehicles: 1 } },
    ]);
  });

  test('takes one at a time, and work ends when they hang up', { tags: ['thorough'] }, async () => {
    await largeVehicle('First');
    const second = await aVehicle(fleet.owner, 'Second');
    const coming = await comingTo(fleet.owner);
    expect(coming.statusCode).toBe(200);
    // not read to its end, which does not come where one is given after all
    const refused = await comingTo(fleet.owner);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '30']);
    expect(await json(refused)).toMatchObject({ code: 'rate-limited' });
    const manager = await fleet.aMember('manager');
    const besides = await comingTo(manager);
    expect(besides.statusCode).toBe(200);
    besides.destroy();
    coming.destroy();
    const third = await vi.waitFor(
      async () => {
        const again = await comingTo(fleet.owner);
        expect(again.statusCode).toBe(200);
        return again;
      },
      { timeout: 5000 },
    );
    await buffer(third);
    // by the third, that was read to its end
    expect(await sealsOf(second)).toBe(1);
  });

  test('gets no more of it once the right to it is taken away', async () => {
    await largeVehicle('First');
    const second = await aVehicle(fleet.owner, 'Second');
    const manager = await fleet.aMember('manager');
    const coming = await comingTo(manager);
    await fleet.remove(fleet.owner, manager);
    const came = buffer(coming).then(({ length }) => length);
    await expect(came).rejects.toThrow('aborted');
    expect(await sealsOf(second)).toBe(0);
  });
});
