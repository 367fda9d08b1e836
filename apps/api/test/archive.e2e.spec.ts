import { verifyHistory } from '@odolog/verify';
import { parse } from 'csv-parse/sync';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fillUp } from './fill-up.js';
import { inAFleet } from './in-a-fleet.js';
import { readZip } from './read-zip.js';
import { aPerson, type Person } from './test-app.js';

const fleet = inAFleet();
beforeAll(async () => {
  await fleet.on.app.listen(0, '127.0.0.1');
});

const url = '/v1/archive';

const aVehicle = async (person: Person, nickname: string, rest: object = {}): Promise<string> =>
  (await person.call({ url: '/v1/vehicles', body: { nickname, ...rest } })).body.id;

const record = async (person: Person, vehicleId: string, body: object): Promise<string> =>
  (await person.call({ url: `/v1/vehicles/${vehicleId}/events`, body })).body.event.id;

/** By the owner's hand in the database: what comes through the door has no such name. */
const aFile = async (vehicleId: string, { name, content }: { name: string; content: Buffer }) => {
  const { rows } = await fleet.on.database.admin().pool.query<{ id: string }>(
    `INSERT INTO app.files (tenant_id, vehicle_id, name, media_type, bytes, sha256, content, created_by)
     VALUES ($1, $2, $3, 'application/pdf', $4, sha256($5), $5, $6) RETURNING id`,
    [fleet.tenantId, vehicleId, name, content.length, content, fleet.owner.userId],
  );
  return rows[0]!.id;
};

const within = (person: Person) => ({
  authorization: `Bearer ${person.token}`,
  'x-tenant-id': fleet.tenantId,
});

async function archiveOf(person: Person) {
  const headers = within(person);
  const { statusCode, headers: told, rawPayload } = await fleet.on.app.inject({ url: `/api${url}`, headers });
  expect({ statusCode, type: told['content-type'] }).toEqual({ statusCode: 200, type: 'application/zip' });
  const files = await readZip(rawPayload);
  const textOf = (name: string) =>
    files.get(name)?.toString() ?? `no ${name} among ${[...files.keys()].join()}`;
  return {
    name: told['content-disposition'],
    names: [...files.keys()],
    files,
    textOf,
    tenant: () => JSON.parse(textOf('tenant.json')),
    events: (folder: string): Record<string, string>[] =>
      parse(textOf(`${folder}/events.csv`), { bom: true, columns: true }),
  };
}

/** As it comes over the wire, for whoever does not read to the end. */
function comingTo(person: Person): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const { port } = fleet.on.app.getHttpServer().address() as AddressInfo;
  const asked = { agent: false, port, host: '127.0.0.1', path: `/api${url}`, headers: within(person) };
  request(asked).on('response', resolve).on('error', reject).end();
  return promise;
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

describe('an archive of everything', () => {
  test('has a folder for each vehicle, whose history proves itself, and nothing of others', async () => {
    const { owner } = fleet;
    const garage = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body;
    const said = { vin: '1M8GDM9AXKP042788', licensePlate: 'RE-X 1', garageId: garage.id };
    const van = await aVehicle(owner, 'Van', said);
    const twin = await aVehicle(owner, 'van');
    const gone = await aVehicle(owner, 'Gone');
    await owner.call({ method: 'DELETE', url: `/v1/vehicles/${gone}` });
    const tariff = {
      name: 'Home',
      charger: 'home',
      currency: 'EUR',
      validFrom: '2026-01-01',
      unitPrice: '0.31',
    };
    await owner.call({ url: `/v1/vehicles/${van}/tariffs`, body: tariff });
    await record(owner, van, fillUp('2026-03-01', 1000));
    await record(owner, van, fillUp('2026-03-10', 1500));
    const stranger = await aPerson(fleet.on.app, 'Stranger');
    const foreign = await aVehicle(stranger, 'Foreign');

    const { name, names, files, tenant } = await archiveOf(owner);
    expect(name).toMatch(/^attachment; filename="North Fleet \d{4}-\d\d-\d\d\.zip"/);
    expect(names).toEqual([
      'README.txt',
      'tenant.json',
      'vehicles/Van/history.json',
      'vehicles/Van/events.csv',
      'vehicles/van (2)/history.json',
      'vehicles/van (2)/events.csv',
    ]);
    expect(tenant()).toMatchObject({
      format: 'odolog-archive/1',
      tenant: { id: fleet.tenantId, name: 'North Fleet', kind: 'fleet' },
      members: [{ id: owner.userId, name: 'Owner', role: 'owner' }],
      garages: [{ id: garage.id, name: 'North' }],
      vehicles: [
        { ...said, id: van, folder: 'vehicles/Van', tariffs: [{ name: 'Home', unitPrice: '0.31' }] },
        { id: twin, folder: 'vehicles/van (2)', tariffs: [] },
      ],
    });
    for (const [id, folder, events] of [
      [van, 'Van', 2],
      [twin, 'van (2)', 0],
    ] as const) {
      const verdict = await verifyHistory(new Uint8Array(files.get(`vehicles/${folder}/history.json`)!));
      expect(verdict).toMatchObject({ ok: true, events, vehicle: { id } });
    }
    const all = Buffer.concat([...files.values()]).toString();
    expect([foreign, gone, stranger.userId, owner.email].filter((id) => all.includes(id))).toEqual([]);
  });

  test('tells what stands and, marked, what was corrected and taken back, in typed and canonical units', async () => {
    const { owner } = fleet;
    await owner.call({ method: 'PATCH', url: '/v1/me/preferences', body: { locale: 'en-IE' } });
    const van = await aVehicle(owner, 'Van', { timeZone: 'Europe/Berlin', distanceUnit: 'mi' });
    const events = { url: `/v1/vehicles/${van}/events` };
    const wrong = await record(owner, van, fillUp('2026-03-01', 1000));
    const right = (
      await owner.call({
        url: `${events.url}/${wrong}/corrections`,
        body: { reason: 'Typo', event: fillUp('2026-03-01', 1010, { occurredAt: '2026-03-01T17:30:00Z' }) },
      })
    ).body.event.id;
    const other = await record(owner, van, fillUp('2026-02-01', 500));
    const reason = { reason: '=HYPERLINK("http://x")' };
    await owner.call({ url: `${events.url}/${other}/retractions`, body: reason });
    const note = { type: 'note', date: '2026-03-02', notes: '=1+1', data: { text: '@SUM(A1), "said"' } };
    await record(owner, van, note);
    const income = { category: 'other', total: { amount: '-12.50', currency: 'EUR' } };
    await record(owner, van, { type: 'expense', date: '2026-03-03', data: income });

    const rows = (await archiveOf(owner)).events('vehicles/Van');
    expect(rows.map(({ date, type, status }) => [date, type, status])).toEqual([
      ['2026-03-03', 'expense', 'effective'],
      ['2026-03-02', 'note', 'effective'],
      ['2026-03-01', 'fuel', 'corrected'],
      ['2026-03-01', 'fuel', 'superseded'],
      ['2026-02-01', 'fuel', 'retracted'],
    ]);
    expect(rows[0]).toMatchObject({ amount: '-12.5', currency: 'EUR', category: 'other' });
    expect(rows[1]).toMatchObject({ notes: "'=1+1", summary: `'@SUM(A1), "said"`, time: '' });
    expect(rows[2]).toMatchObject({
      id: right,
      correctsId: wrong,
      reason: 'Typo',
      time: '18:30',
      occurredAt: '2026-03-01T17:30:00.000Z',
      summary: '40.00 L for €70.00',
      odometer: '1010',
      odometerUnit: 'km',
      odometerM: '1010000',
      quantity: '40',
      quantityUnit: 'L',
      volumeMl: '40000',
      energy: 'petrol',
      amount: '70',
      recordedBy: 'Owner',
    });
    expect(JSON.parse(rows[2]!['data']!)).toMatchObject({ volume: { value: 40, unit: 'L' } });
    expect(rows[3]).toMatchObject({ id: wrong, supersededById: right, reason: 'Typo', odometerM: '1000000' });
    expect(rows[4]).toMatchObject({ id: other, reason: `'=HYPERLINK("http://x")` });
  });

  test('has the files, under names that lead nowhere else', async () => {
    const { owner } = fleet;
    const van = await aVehicle(owner, '../x');
    const [first, second] = [Buffer.from('%PDF-1.7 first'), Buffer.from('%PDF-1.7 second')];
    const receipt = await aFile(van, { name: '../../etc/cron.d/x', content: first });
    const other = await aFile(van, { name: '.. /../etc/cron.d/x', content: second });
    const named = { fileIds: [other], receiptId: receipt.toUpperCase() };
    await record(owner, van, {
      type: 'note',
      date: '2026-03-01',
      data: { text: 'Papers', fileIds: [receipt] },
    });
    const { data } = fillUp('2026-03-02', 1000);
    await record(owner, van, fillUp('2026-03-02', 1000, { data: { ...data, ...named } }));

    const { names, files, events } = await archiveOf(owner);
    const [one, two] = ['_.._etc_cron.d_x', '_.._etc_cron.d_x (2)'];
    expect(names.slice(2)).toEqual([
      'vehicles/_x/history.json',
      'vehicles/_x/events.csv',
      `vehicles/_x/files/${one}`,
      `vehicles/_x/files/${two}`,
    ]);
    expect(files.get(`vehicles/_x/files/${one}`)).toEqual(first);
    expect(files.get(`vehicles/_x/files/${two}`)).toEqual(second);
    expect(events('vehicles/_x').map((row) => row['files'])).toEqual([`${one}; ${two}`, one]);
  });

  test('goes through histories of many pages', async () => {
    const { owner } = fleet;
    const van = await aVehicle(owner, 'Van');
    const days = Array.from({ length: 450 }, (_, day) =>
      new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
    );
    for (let from = 0; from < days.length; from += 50) {
      const some = days.slice(from, from + 50).map((date, at) => fillUp(date, 1000 + from + at));
      await owner.call({ url: `/v1/vehicles/${van}/events:batch`, body: { events: some } });
    }
    const rows = (await archiveOf(owner)).events('vehicles/Van');
    expect(rows.map(({ date }) => date)).toEqual(days.toReversed());
  });

  test('says what is what in the language of whoever takes it', async () => {
    const { owner } = fleet;
    await owner.call({ method: 'PATCH', url: '/v1/me/preferences', body: { locale: 'de-DE' } });
    const { textOf } = await archiveOf(owner);
    expect(textOf('README.txt')).toMatch(/^Alles, was North Fleet in Odolog aufbewahrt/);
    expect(textOf('README.txt')).toContain('http://localhost:3000/verify');
  });

  test('vouches for no history that was altered, and gives what is there', async () => {
    const { owner } = fleet;
    const van = await aVehicle(owner, 'Van');
    const noteId = await record(owner, van, { type: 'note', date: '2026-03-01', data: { text: 'Parked' } });
    await fleet.on.database.admin().pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica;
       UPDATE app.vehicle_events SET payload = payload || '{"reason":"x"}' WHERE id = '${noteId}'; COMMIT`,
    );
    const { names, textOf, events } = await archiveOf(owner);
    expect(names.slice(2)).toEqual(['vehicles/Van/NOT-SEALED.txt', 'vehicles/Van/events.csv']);
    expect(textOf('vehicles/Van/NOT-SEALED.txt')).toMatch(/nobody vouches/);
    expect(events('vehicles/Van')).toMatchObject([{ id: noteId, status: 'effective' }]);
  });
});

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

  test('takes one at a time, and work ends when they hang up', async () => {
    await largeVehicle('First');
    const second = await aVehicle(fleet.owner, 'Second');
    const coming = await comingTo(fleet.owner);
    expect(coming.statusCode).toBe(200);
    expect(await fleet.owner.call({ url })).toMatchObject({
      status: 429,
      body: { code: 'rate-limited' },
      headers: { 'retry-after': '30' },
    });
    const manager = await fleet.aMember('manager');
    const besides = await comingTo(manager);
    expect(besides.statusCode).toBe(200);
    besides.destroy();
    coming.destroy();
    await vi.waitFor(async () => expect((await fleet.owner.call({ url })).status).toBe(200), {
      timeout: 5000,
    });
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
