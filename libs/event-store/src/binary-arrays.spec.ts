import { testDatabase, type TestDatabase } from '@odolog/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as columns from './binary-arrays.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** What the server understood, as text. */
async function understood(type: string, column: Buffer): Promise<(string | null)[]> {
  const { rows } = await database.admin().pool.query<{ value: string | null }>({
    name: `read ${type}`,
    text: `SELECT value::text FROM unnest($1::${type}[]) WITH ORDINALITY AS u (value, at) ORDER BY at`,
    values: [column],
  });
  return rows.map(({ value }) => value);
}

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const storable = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed());
const same = (value: unknown) => String(value);

const cases: [string, fc.Arbitrary<unknown>, (values: never[]) => Buffer, (value: never) => string][] = [
  ['uuid', fc.uuid(), columns.uuids, same],
  ['text', storable, columns.texts, same],
  ['boolean', fc.boolean(), columns.booleans, same],
  ['smallint', fc.integer({ min: -32768, max: 32767 }), columns.smallints, same],
  ['integer', fc.integer(), columns.integers, same],
  ['bigint', fc.maxSafeInteger(), columns.bigints, same],
  ['date', day.map((at) => at.toISOString().slice(0, 10)), columns.dates, same],
];

it.each(cases)('%s arrives as it left, nulls included', async (type, arbitrary, encode, text) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(arbitrary), { minLength: 1 }), async (values) => {
      const expected = values.map((value) => (value === null ? null : text(value as never)));
      expect(await understood(type, encode(values as never[]))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

it('an instant arrives to the millisecond', async () => {
  const instants = ['1969-12-31T23:59:59.999Z', '2026-03-29T01:30:00.001+02:00'];
  const { rows } = await database.admin().pool.query<{ at: Date }>({
    name: 'read timestamptz',
    text: 'SELECT at FROM unnest($1::timestamptz[]) AS u (at)',
    values: [columns.instants(instants)],
  });
  expect(rows.map(({ at }) => at.toISOString())).toEqual([
    '1969-12-31T23:59:59.999Z',
    '2026-03-28T23:30:00.001Z',
  ]);
});

it('JSON arrives as the value that it says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(storable, fc.oneof(storable, fc.integer(), fc.boolean())), { minLength: 1 }),
      async (documents) => {
        const column = columns.jsonbs(documents.map((document) => JSON.stringify(document)));
        const arrived = await understood('jsonb', column);
        expect(arrived.map((text) => JSON.parse(text!) as unknown)).toEqual(
          documents.map((document) => ({ ...document })),
        );
      },
    ),
    { numRuns: 40 },
  );
});
