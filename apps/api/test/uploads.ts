import { foldAll } from '@odolog/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

export const header =
  'car_name, model, km/l,  odometer, km, litres, price, city_percentage, fuelup_date, date_added, tags, notes, missed_fuelup, partial_fuelup, latitude, longitude, brand';
export const row = (date: string, odometer: number, litres = 30, rest = '0,0,,,""') =>
  `"Cuore","Daihatsu Cuore",19,${odometer}.0,500,${litres},1.509,50,${date},${date} 15:33:11,"","",${rest}`;
/** Three fills, newest first, as Fuelly writes them. */
export const sample = [
  header,
  row('2021-01-02', 11_000),
  row('2020-12-26', 10_500),
  row('2020-12-20', 10_000),
].join('\n');

/** The fields of the form. */
interface Declared {
  readonly [field: string]: string;
}

/** An application of the file's own, and before each of its tests a new vehicle of robin's to import into. */
export function uploads() {
  let on: TestApp;
  let robin: Person;
  let vehicleId: string;
  beforeAll(async () => {
    on = await testApp();
    robin = await aPerson(on.app);
  });
  beforeEach(async () => {
    const vehicle = { nickname: 'Cuore', energies: ['petrol'] };
    vehicleId = (await robin.call({ url: '/v1/vehicles', body: vehicle })).body.id;
  });
  afterAll(() => on.close());
  return {
    get on() {
      return on;
    },
    get robin() {
      return robin;
    },
    get vehicleId() {
      return vehicleId;
    },
    timeline: async () =>
      (await robin.call({ url: `/v1/vehicles/${vehicleId}/timeline?limit=200` })).body.items,
    /** As robin and without an Idempotency-Key, unless said otherwise. */
    upload: (file: string | Buffer, declared: Declared = {}, { person = robin, key, version }: Sent = {}) =>
      send(on, formOf(file, { vehicleId, ...declared }), {
        authorization: `Bearer ${person.token}`,
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      }),
    /** As if the process had died once the rows were there. */
    cutOff: (importId: string) =>
      on.database.admin().pool.query(
        `UPDATE app.imports
            SET answer = answer || '{"status": "interrupted", "created": 0, "rows": [], "position": null}' WHERE id = $1`,
        [importId],
      ),
  };
}

interface Sent {
  readonly person?: Person;
  readonly key?: string;
  readonly version?: number;
}

const boundary = 'boundary-of-the-test';

function formOf(file: string | Buffer, declared: Declared): Buffer {
  const fields = Object.entries(declared).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const opening = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="fuelups.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(fields.join('') + opening),
    Buffer.from(file),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

/** Folds meanwhile, as the worker does: an import waits for that before it answers. */
async function send(
  { app, database }: TestApp,
  body: Buffer,
  headers: Record<string, string>,
): Promise<Reply> {
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  let isAnswered = false;
  const asked = { method: 'POST', url: '/v1/imports', body, headers: { ...headers, ...type } } as const;
  const answer = ask(app, asked).finally(() => (isAnswered = true));
  while (!isAnswered) {
    await foldAll(database.as('odolog_worker'));
    await pause(5);
  }
  return answer;
}
