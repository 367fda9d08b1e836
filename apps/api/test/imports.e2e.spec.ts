import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contentsOf } from './every-route/contents.js';
import { foldAll } from './fold-all.js';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
let vehicleId: string;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
beforeEach(async () => {
  const { body } = await robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'Cuore', energies: ['petrol'] },
  });
  vehicleId = body.id;
});
afterAll(() => on.close());

const header =
  'car_name, model, km/l,  odometer, km, litres, price, city_percentage, fuelup_date, date_added, tags, notes, missed_fuelup, partial_fuelup, latitude, longitude, brand';
const row = (date: string, odometer: number, litres = 30, rest = '0,0,,,""') =>
  `"Cuore","Daihatsu Cuore",19,${odometer}.0,500,${litres},1.509,50,${date},${date} 15:33:11,"","",${rest}`;
const sample = [header, row('2021-01-02', 11_000), row('2020-12-26', 10_500), row('2020-12-20', 10_000)].join(
  '\n',
);

interface Declared {
  readonly [field: string]: string;
}

/** As robin and without an Idempotency-Key, unless said otherwise. */
async function upload(
  file: string | Buffer,
  declared: Declared = {},
  { person = robin, key, version }: { person?: Person; key?: string; version?: number } = {},
): Promise<Reply> {
  const boundary = 'boundary-of-the-test';
  const fields = Object.entries({ vehicleId, ...declared }).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const opening = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="fuelups.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(fields.join('') + opening),
    Buffer.from(file),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return ask(on.app, {
    method: 'POST',
    url: '/v1/imports',
    body: payload,
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
  });
}

const timeline = async () =>
  (await robin.call({ url: `/v1/vehicles/${vehicleId}/timeline?limit=200` })).body.items;

test('the same upload under one key is answered as before, and another file under it is refused', async () => {
  const first = await upload(sample, { currency: 'EUR' }, { key: 'one' });
  const again = await upload(sample, { currency: 'EUR' }, { key: 'one' });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toMatchObject({ id: first.body.id, created: 3, duplicates: 0 });
  const other = await upload(
    [header, row('2021-01-03', 11_500)].join('\n'),
    { currency: 'EUR' },
    { key: 'one' },
  );
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  expect(await timeline()).toHaveLength(3);
});

test('a file that cannot be read, and a dry run, leave the key free', async () => {
  const claims = async () =>
    (await on.database.admin().pool.query('SELECT FROM app.idempotent_requests')).rowCount;
  const before = await claims();
  const torn = await upload(sample.slice(0, -40), { currency: 'EUR' }, { key: 'free' });
  expect(torn).toMatchObject({ status: 422, body: { code: 'import-file-torn' } });
  const rehearsed = await upload(sample, { dryRun: 'true' }, { key: 'free' });
  expect(rehearsed).toMatchObject({ status: 200, body: { dryRun: true } });
  expect(await claims()).toBe(before);
  expect(await upload(sample, { currency: 'EUR' }, { key: 'free' })).toMatchObject({ status: 201 });
});

test('two uploads at once under one key bring one file in once', async () => {
  const answers = await Promise.all([1, 2].map(() => upload(sample, { currency: 'EUR' }, { key: 'twice' })));
  expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 201)).toBe(true);
  expect(await timeline()).toHaveLength(3);
});

test('a dry run says what would come of each row, and leaves nothing behind', async () => {
  const { status, body } = await upload(sample, { dryRun: 'true', currency: 'CHF' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: null,
    dryRun: true,
    status: 'planned',
    format: 'fuelly-fuel',
    created: 3,
    duplicates: 0,
    refused: [],
  });
  expect(body.declared).toEqual({ currency: 'CHF' });
  expect(body.file).toEqual({ name: 'fuelups.csv', rows: 3, from: '2020-12-20', to: '2021-01-02' });
  expect(body.rows[0]).toMatchObject({
    outcome: 'new',
    type: 'fuel',
    date: '2021-01-02',
    odometer: { value: 11_000, unit: 'km' },
    cost: { amount: '45.27', currency: 'CHF' },
  });
  expect(await timeline()).toEqual([]);
  expect((await robin.call({ url: '/v1/imports' })).body.items).not.toContainEqual(
    expect.objectContaining({ vehicleId }),
  );
});

test('a dry run warns of a reading far above the usual, row by row, and the import records it all the same', async () => {
  const days = ['2021-01-02', '2021-01-09', '2021-01-16', '2021-01-23'];
  const file = [
    header,
    row('2021-01-30', 120_000),
    ...days.map((day, at) => row(day, 10_000 + at * 300)).toReversed(),
  ].join('\n');
  for (const dryRun of ['true', 'false']) {
    const { body } = await upload(file, { dryRun });
    expect(body).toMatchObject({ created: 5, duplicates: 0, refused: [] });
    const warned = body.rows.filter(({ outcome }: { outcome: string }) => outcome === 'warning');
    expect(warned).toMatchObject([
      { date: '2021-01-30', code: 'odometer-jump', odometer: { value: 120_000 } },
    ]);
    expect(warned[0].detail).toContain('far above the usual');
  }
});

test('an import can be read again, and the same file again adds nothing and says so', async () => {
  const first = await upload(sample);
  expect(first).toMatchObject({ status: 201, body: { created: 3, duplicates: 0, status: 'done' } });
  expect((await robin.call({ url: `/v1/imports/${first.body.id}` })).body).toMatchObject({
    ...first.body,
    createdAt: expect.any(String),
  });
  expect(await upload(sample)).toMatchObject({
    status: 201,
    body: { created: 0, duplicates: 3, refused: [] },
  });
  const items = await timeline();
  expect(items).toHaveLength(3);
  expect(items[0].source).toBe(`import:${first.body.id}:${first.body.rows[0].row}`);
});

test('rows that cannot be recorded are refused one by one, with their number and line', async () => {
  const rows = [
    row('2021-01-02', 11_000),
    row('2021-02-30', 11_500),
    row('2021-01-05', 10_500),
    row('2020-12-20', 10_000),
  ];
  const { body } = await upload([header, ...rows].join('\n'));
  expect(body.created).toBe(2);
  expect(body.refused).toEqual([
    { row: 2, code: 'date-unreadable', detail: expect.stringContaining('2021-02-30'), raw: rows[1] },
    { row: 3, code: 'odometer-out-of-order', detail: expect.stringContaining('11000 km'), raw: rows[2] },
  ]);
  const outcomes = body.rows.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(['new', 'refused', 'refused', 'new']);
});

test('an undo takes everything back, and the file can be imported again', async () => {
  const { body } = await upload(sample);
  const undone = await robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  expect(undone).toMatchObject({ status: 200, body: { status: 'undone', kept: [] } });
  const { headPosition } = (await robin.call({ url: '/v1/feed' })).body;
  expect(undone.body.position).toBe(headPosition);
  expect(await timeline()).toEqual([]);
  expect(await robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` })).toMatchObject({
    status: 409,
    body: { code: 'import-already-undone' },
  });
  expect((await upload(sample)).body).toMatchObject({ created: 3, duplicates: 0 });
  expect(await timeline()).toHaveLength(3);
});

test('an import and its undo heed the version that the client knows', async () => {
  const stale = await upload(sample, {}, { version: 7 });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version-conflict', currentVersion: 0 } });
  expect(await importsKept()).toBe(0);
  const { body } = await upload(sample, {}, { version: 0 });
  const url = `/v1/imports/${body.id}/undo`;
  const undo = (version: number) =>
    robin.call({ method: 'POST', url, headers: { 'if-match': `"${version}"` } });
  expect(await undo(2)).toMatchObject({ status: 412, body: { currentVersion: 3 } });
  expect(await undo(3)).toMatchObject({ status: 200, body: { status: 'undone' } });
});

test('an import that is refused for its version leaves nothing, and its key is free', async () => {
  const refused = await upload(sample, {}, { version: 7, key: 'refused once' });
  expect([refused.status, await importsKept()]).toEqual([412, 0]);
  const corrected = await upload(sample, { currency: 'EUR' }, { version: 0, key: 'refused once' });
  expect(corrected).toMatchObject({ status: 201, body: { status: 'done', created: 3 } });
});

test('one that was cut off before is not forgotten with a refusal: its events name it', async () => {
  const { body } = await upload(sample, {}, { key: 'cut off' });
  await robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  await on.database.admin().pool.query(
    `UPDATE app.imports SET answer = jsonb_set(answer, '{status}', '"interrupted"'), undone_at = NULL, undone_by = NULL
      WHERE id = $1`,
    [body.id],
  );
  expect((await upload(sample, {}, { version: 7, key: 'cut off' })).status).toBe(412);
  expect((await robin.call({ url: `/v1/imports/${body.id}` })).body.status).toBe('interrupted');
});

async function importsKept(): Promise<number> {
  const { rows } = await on.database
    .admin()
    .pool.query('SELECT FROM app.imports WHERE vehicle_id = $1', [vehicleId]);
  return rows.length;
}

test('an undo under a key answers its repetition like the first time', async () => {
  const { body } = await upload(sample);
  const undo = () =>
    robin.call({
      method: 'POST',
      url: `/v1/imports/${body.id}/undo`,
      headers: { 'idempotency-key': `undo-${body.id}` },
    });
  const first = await undo();
  expect(first).toMatchObject({ status: 200, body: { status: 'undone' } });
  expect(await undo()).toMatchObject({ status: 200, body: first.body });
});

test('an import that may still append is not undone', async () => {
  const { body } = await upload(sample);
  const begun = (at: string) =>
    on.database
      .admin()
      .pool.query(
        `UPDATE app.imports SET answer = jsonb_set(answer, '{status}', '"interrupted"'), created_at = ${at} WHERE id = $1`,
        [body.id],
      );
  const undo = () => robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  await begun('now()');
  expect(await undo()).toMatchObject({ status: 409, body: { code: 'conflict' } });
  await begun("now() - interval '3 minutes'");
  expect((await undo()).status).toBe(200);
  expect(await timeline()).toEqual([]);
});

test('what a person corrected since stays when the import is undone, and counts as there', async () => {
  const { body } = await upload(sample);
  const [newest] = await timeline();
  const { id: _id, vehicleId: _vehicle, ...rest } = newest;
  const event = { type: rest.type, date: rest.date, odometer: rest.odometer, data: rest.data, notes: 'Mine' };
  const url = `/v1/vehicles/${vehicleId}/events/${newest.id}/corrections`;
  expect((await robin.call({ url, body: { reason: 'A note', event } })).status).toBe(201);
  expect((await upload(sample)).body).toMatchObject({ created: 0, duplicates: 3 });
  const undone = await robin.call({ method: 'POST', url: `/v1/imports/${body.id}/undo` });
  expect(undone.body.kept).toEqual([
    expect.objectContaining({ eventId: newest.id, code: 'corrected-since' }),
  ]);
  expect((await timeline()).map(({ notes }: { notes: string }) => notes)).toEqual(['Mine']);
});

describe('a file that cannot be imported leaves nothing behind:', () => {
  test.each([
    ['torn', Buffer.from(sample).subarray(0, -20), 'import-file-torn'],
    ['not text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]), 'import-file-torn'],
    ['empty', '', 'import-file-empty'],
    ['of no known tracker', 'a,b,c\n1,2,3\n', 'import-format-unknown'],
  ])('%s', async (_name, file, code) => {
    const answer = await upload(file);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await timeline()).toEqual([]);
  });

  test.each([21, 50])('of %i MB, larger than allowed', async (megabytes) => {
    const before = await contentsOf(on);
    const rows = Buffer.alloc(megabytes * 1024 * 1024, `${row('2021-01-02', 11_000)}\n`);
    const answer = await upload(
      Buffer.concat([Buffer.from(`${header}\n`), rows]),
      {},
      { key: `large-${megabytes}` },
    );
    expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await contentsOf(on)).toEqual(before);
  });

  test('without a file, with an unknown field, for no vehicle of the tenant', async () => {
    expect(await upload(sample, { colour: 'red' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/colour' }] },
    });
    const kim = await aPerson(on.app);
    expect((await upload(sample, {}, { person: kim })).status).toBe(404);
    expect((await robin.call({ url: '/v1/imports', body: { vehicleId } })).status).toBe(415);
  });
});

test('a row stays in its place among those of its day when a person corrects it', async () => {
  await upload([header, row('2021-01-02', 11_300), row('2021-01-02', 11_000)].join('\n'));
  const [later] = await timeline();
  const { type, date, odometer, data } = later;
  const total = { amount: '46.00', currency: 'EUR' };
  const event = { type, date, odometer, data: { ...data, unitPrice: undefined, total } };
  const url = `/v1/vehicles/${vehicleId}/events/${later.id}/corrections`;
  expect(await robin.call({ url, body: { reason: 'By the receipt', event } })).toMatchObject({ status: 201 });
  const readings = (await timeline()).map((item: { odometer: { value: number } }) => item.odometer.value);
  expect(readings).toEqual([11_300, 11_000]);
});

interface Measured {
  readonly date: string;
  readonly km: number;
  readonly kmPerL: number;
}

/** What a closed segment comes to. */
function measuredEconomy({
  date,
  odometer,
  derived,
}: {
  date: string;
  odometer: { value: number } | null;
  derived: { economy?: { kmPerL?: number } };
}): Measured[] {
  const kmPerL = derived.economy?.kmPerL;
  return kmPerL && odometer ? [{ date, km: odometer.value, kmPerL }] : [];
}

/** The economy that the file itself gives for the fill of that day and reading. */
function toldBy(file: Buffer, date: string, km: number): number {
  const line = file
    .toString()
    .split('\n')
    .find((each) => each.includes(`,${km}.0,`) && each.includes(`,${date},`));
  return Number(line?.split(',')[2]);
}

async function importAndMeasure(fuel: Buffer, fills: number): Promise<Measured[]> {
  expect((await upload(fuel)).body).toMatchObject({ created: fills, duplicates: 0, refused: [] });
  const items = await timeline();
  expect(items).toHaveLength(fills);
  const dates = items.map(({ date }: { date: string }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect((await upload(fuel)).body).toMatchObject({ created: 0, duplicates: fills });
  await foldAll(on.database.as('odolog_worker'));
  return (await timeline()).flatMap(measuredEconomy);
}

const samples = path.resolve(import.meta.dirname, '../../../libs/imports/samples');
test.each([
  ['fuelly-car.csv', { fills: 31, measured: 30 }],
  // one fill is partial, and one is said to follow a missed one
  ['fuelly-motorbike.csv', { fills: 23, measured: 20 }],
])(
  '%s: every economy whose start is known is that of the file, to the second decimal',
  async (name, count) => {
    const fuel = readFileSync(path.join(samples, name));
    const measured = await importAndMeasure(fuel, count.fills);
    expect(measured).toHaveLength(count.measured);
    expect(measured.map(({ kmPerL }) => kmPerL.toFixed(2))).toEqual(
      measured.map(({ date, km }) => toldBy(fuel, date, km).toFixed(2)),
    );
  },
);

const fuelly = path.resolve(import.meta.dirname, '../../../../shared/data/fuelly');
/** Of the file: half of the second decimal, and its distances in rounded miles. */
const roundedAway = 0.006;

describe.runIf(existsSync(fuelly))('the exports of two real vehicles', () => {
  test.each([
    // of the car's fills one is partial: it belongs to the stretch that ends with the next
    ['cuore', { fills: 31, measured: 29 }],
    ['vstrom', { fills: 23, measured: 22 }],
  ])('%s', async (name, count) => {
    const fuel = readFileSync(path.join(fuelly, `fuelups-${name}.csv`));
    const measured = await importAndMeasure(fuel, count.fills);
    expect(measured).toHaveLength(count.measured);
    const differing = measured.filter(
      ({ date, km, kmPerL }) => !(Math.abs(kmPerL - toldBy(fuel, date, km)) < roundedAway),
    );
    expect(differing).toEqual([]);
    const { body } = await upload(readFileSync(path.join(fuelly, `services-${name}.csv`)));
    expect(body.refused).toEqual([]);
    expect(await timeline()).toHaveLength(count.fills + body.created);
  });
});
