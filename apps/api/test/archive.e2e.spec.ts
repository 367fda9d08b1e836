import { verifyHistory } from '@odolog/verify';
import { describe, expect, test } from 'vitest';
import { atAnArchive } from './at-an-archive.js';
import { fillUp } from './fill-up.js';
import { aPerson } from './test-app.js';

const { fleet, aVehicle, aFile, record, archiveOf } = atAnArchive();

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
