import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentsOf } from './every-route/contents.js';
import { aPerson } from './test-app.js';
import { header, row, sample, uploads } from './uploads.js';

const at = uploads();

test('the same upload under one key is answered as before, and another file under it is refused', async () => {
  const first = await at.upload(sample, { currency: 'EUR' }, { key: 'one' });
  const again = await at.upload(sample, { currency: 'EUR' }, { key: 'one' });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toMatchObject({ id: first.body.id, created: 3, duplicates: 0 });
  const other = await at.upload(
    [header, row('2021-01-03', 11_500)].join('\n'),
    { currency: 'EUR' },
    { key: 'one' },
  );
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  expect(await at.timeline()).toHaveLength(3);
});

test('a file that cannot be read, and a dry run, leave the key free', async () => {
  const claims = async () =>
    (await at.on.database.admin().pool.query('SELECT FROM app.idempotent_requests')).rowCount;
  const before = await claims();
  const torn = await at.upload(sample.slice(0, -40), { currency: 'EUR' }, { key: 'free' });
  expect(torn).toMatchObject({ status: 422, body: { code: 'import-file-torn' } });
  const rehearsed = await at.upload(sample, { dryRun: 'true' }, { key: 'free' });
  expect(rehearsed).toMatchObject({ status: 200, body: { dryRun: true } });
  expect(await claims()).toBe(before);
  expect(await at.upload(sample, { currency: 'EUR' }, { key: 'free' })).toMatchObject({ status: 201 });
});

test('two uploads at once under one key bring one file in once', async () => {
  const answers = await Promise.all(
    [1, 2].map(() => at.upload(sample, { currency: 'EUR' }, { key: 'twice' })),
  );
  expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 201)).toBe(true);
  expect(await at.timeline()).toHaveLength(3);
});

test.each([{}, { version: 0 }])(
  'an import that was cut off once its rows were there says, asked again with %j, what it brought in',
  async (known) => {
    const { body: first } = await at.upload(sample, {}, { key: JSON.stringify(known), ...known });
    await at.cutOff(first.id);
    const again = await at.upload(sample, {}, { key: JSON.stringify(known), ...known });
    expect(again).toMatchObject({ status: 201, body: first });
    expect(await at.timeline()).toHaveLength(3);
  },
);

test('one that was cut off says so too where a row of it does not fit in', async () => {
  const file = [header, row('2021-01-02', 11_000), row('2020-12-26', 9_000), row('2020-12-20', 10_000)].join(
    '\n',
  );
  const sent = { key: 'with a row refused', version: 0 };
  const { body: first } = await at.upload(file, {}, sent);
  expect(first).toMatchObject({ created: 2, refused: [{ code: 'odometer-out-of-order' }] });
  await at.cutOff(first.id);
  expect(await at.upload(file, {}, sent)).toMatchObject({ status: 201, body: first });
});

test('a row of which something stays out comes in with a word about it', async () => {
  const fuelio = readFileSync(new URL('../../../libs/imports/samples/fuelio.csv', import.meta.url), 'utf8');
  const excluded = fuelio.replace('"17","0.0","8"', '"17","120.5","8"');
  const { body } = await at.upload(excluded, { dryRun: 'true', currency: 'EUR' });
  expect(body.rows[0]).toMatchObject({ row: 1, outcome: 'warning', code: 'distance-excluded' });
  expect(body.economy).toMatchObject({ counts: 2 });
});

test('a dry run says what would come of each row, and leaves nothing behind', async () => {
  const { status, body } = await at.upload(sample, { dryRun: 'true', currency: 'CHF' });
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
  expect(await at.timeline()).toEqual([]);
  expect((await at.robin.call({ url: '/v1/imports' })).body.items).not.toContainEqual(
    expect.objectContaining({ vehicleId: at.vehicleId }),
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
    const { body } = await at.upload(file, { dryRun });
    expect(body).toMatchObject({ created: 5, duplicates: 0, refused: [] });
    const warned = body.rows.filter(({ outcome }: { outcome: string }) => outcome === 'warning');
    expect(warned).toMatchObject([
      { date: '2021-01-30', code: 'odometer-jump', odometer: { value: 120_000 } },
    ]);
    expect(warned[0].detail).toContain('far above the usual');
  }
});

test('an import can be read again, and the same file again adds nothing and says so', async () => {
  const first = await at.upload(sample);
  expect(first).toMatchObject({ status: 201, body: { created: 3, duplicates: 0, status: 'done' } });
  expect((await at.robin.call({ url: `/v1/imports/${first.body.id}` })).body).toMatchObject({
    ...first.body,
    createdAt: expect.any(String),
  });
  expect(await at.upload(sample)).toMatchObject({
    status: 201,
    body: { created: 0, duplicates: 3, refused: [] },
  });
  const items = await at.timeline();
  expect(items).toHaveLength(3);
  expect(items[0].source).toBe(`import:${first.body.id}:${first.body.rows[0].row}`);
});

test('rows that cannot be recorded are refused one by one, with their number and line', async () => {
  const rows = [
    row('2021-01-02', 11_000),
    row('2021-02-30', 11_500),
    row('2021-01-05', 10_500),
    row('2020-12-20', 10_000),
    row('2021-01-03', 11_050),
  ];
  const { body } = await at.upload([header, ...rows].join('\n'));
  expect(body.created).toBe(3);
  expect(body.refused).toEqual([
    { row: 2, code: 'date-unreadable', detail: expect.stringContaining('2021-02-30'), raw: rows[1] },
    { row: 3, code: 'odometer-out-of-order', detail: expect.stringContaining('11050 km'), raw: rows[2] },
  ]);
  const outcomes = body.rows.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(['new', 'refused', 'refused', 'new', 'new']);
});

describe('a reading that was mistyped', () => {
  const readings = [10_000, 10_500, 110_000, 11_500, 12_000];
  const file = [header, ...readings.map((km, index) => row(`2021-01-0${index + 1}`, km))].join('\n');
  const outcomes = ({ rows }: { rows: { outcome: string }[] }) => rows.map(({ outcome }) => outcome);

  test('is refused alone, not with everything after it, and names its ways out', async () => {
    const { body } = await at.upload(file, { dryRun: 'true' });
    expect(outcomes(body)).toEqual(['new', 'new', 'refused', 'new', 'new']);
    expect(body.rows[2]).toMatchObject({
      code: 'odometer-out-of-order',
      detail: '110000 km does not fit between 10500 km on 2021-01-02 and 11500 km on 2021-01-04',
      waysOut: [{ kind: 'tenths', odometer: { value: 11_000, unit: 'km' } }, { kind: 'void' }],
    });
  });

  test.each([
    ['another reading', 11_000, { value: 11_000, unit: 'km' }],
    ['that it does not count', 'void', { value: 110_000, unit: 'km', void: true }],
  ] as const)(
    'is imported with %s in its place, and the file again adds nothing',
    async (_what, said, odometer) => {
      const answers = JSON.stringify({ 3: said });
      const rehearsed = await at.upload(file, { dryRun: 'true', readings: answers });
      expect(rehearsed.body.created).toBe(5);
      const { body } = await at.upload(file, { readings: answers });
      expect(outcomes(body)).toEqual(Array.from({ length: 5 }, () => 'new'));
      const kept = await at.robin.call({ url: `/v1/imports/${body.id}` });
      expect(kept.body.rows.map(({ inFile }: { inFile?: object }) => inFile)).toEqual([
        ...[undefined, undefined],
        { value: 110_000, unit: 'km' },
        ...[undefined, undefined],
      ]);
      expect((await at.timeline()).at(2)).toMatchObject({ date: '2021-01-03', odometer });
      expect((await at.upload(file)).body).toMatchObject({ created: 0, duplicates: 5, refused: [] });
    },
  );

  test.each([
    ['no JSON', '{', '/readings'],
    ['a list', '[11000]', '/readings'],
    ['a row that the file does not have', '{"9": 11000}', '/readings/9'],
    ['what is no number of a row', '{"third": 11000}', '/readings/third'],
    ['what is no reading', '{"3": -1}', '/readings/3'],
  ])('is not said by %s', async (_what, answers, pointer) => {
    expect(await at.upload(file, { readings: answers })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer }] },
    });
    expect(await at.timeline()).toEqual([]);
  });
});

describe('a file that cannot be imported leaves nothing behind:', () => {
  test.each([
    ['torn', Buffer.from(sample).subarray(0, -20), 'import-file-torn'],
    ['not text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]), 'import-file-torn'],
    ['empty', '', 'import-file-empty'],
    [
      'of more rows than are imported at once',
      `${header}${`\n${row('2021-01-02', 11_000)}`.repeat(20_000)}`,
      'import-file-too-long',
    ],
    ['of no known tracker', 'a,b,c\n1,2,3\n', 'import-format-unknown'],
  ])('%s', async (_name, file, code) => {
    const answer = await at.upload(file);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await at.timeline()).toEqual([]);
  });

  test.each([21, 50])('of %i MB, larger than allowed', async (megabytes) => {
    const before = await contentsOf(at.on);
    const rows = Buffer.alloc(megabytes * 1024 * 1024, `${row('2021-01-02', 11_000)}\n`);
    const answer = await at.upload(
      Buffer.concat([Buffer.from(`${header}\n`), rows]),
      {},
      { key: `large-${megabytes}` },
    );
    expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await contentsOf(at.on)).toEqual(before);
  });

  test('without a file, with an unknown field, for no vehicle of the tenant', async () => {
    expect(await at.upload(sample, { colour: 'red' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/colour' }] },
    });
    const kim = await aPerson(at.on.app);
    expect((await at.upload(sample, {}, { person: kim })).status).toBe(404);
    expect((await at.robin.call({ url: '/v1/imports', body: { vehicleId: at.vehicleId } })).status).toBe(415);
  });
});

test('a row stays in its place among those of its day when a person corrects it', async () => {
  await at.upload([header, row('2021-01-02', 11_300), row('2021-01-02', 11_000)].join('\n'));
  const [later] = await at.timeline();
  const { type, date, odometer, data } = later;
  const total = { amount: '46.00', currency: 'EUR' };
  const event = { type, date, odometer, data: { ...data, unitPrice: undefined, total } };
  const url = `/v1/vehicles/${at.vehicleId}/events/${later.id}/corrections`;
  expect(await at.robin.call({ url, body: { reason: 'By the receipt', event } })).toMatchObject({
    status: 201,
  });
  const readings = (await at.timeline()).map((item: { odometer: { value: number } }) => item.odometer.value);
  expect(readings).toEqual([11_300, 11_000]);
});
