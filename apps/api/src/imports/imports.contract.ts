import { differences } from '@odolog/imports';
import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { knownTimeZone } from '../http/time-zone.js';
import {
  afterPosition,
  closed,
  Currency,
  DistanceUnit,
  Instant,
  Integer,
  LocalDate,
  Money,
  named,
  nullable,
  OdometerAsTyped,
  page,
  pageOf,
  Uuid,
  VolumeUnit,
} from '../http/schema.js';

/** What a file does not say, said by the person. */
export const Declaration = named(
  'ImportDeclaration',
  closed({
    currency: Type.Optional(Currency),
    distanceUnit: Type.Optional(DistanceUnit),
    volumeUnit: Type.Optional(VolumeUnit),
    energyUnit: Type.Optional(
      Type.Enum(['kWh'], { description: 'Of charges; where it is not said, rows of charges are refused' }),
    ),
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    dateOrder: Type.Optional(Type.Enum(['ymd', 'dmy', 'mdy'])),
  }),
);

const fields = {
  vehicleId: Uuid,
  format: Type.Optional(Type.String({ default: 'auto', minLength: 1, maxLength: 40 })),
  ...Declaration.properties,
  readings: Type.Optional(
    Type.String({
      maxLength: 65_536,
      description:
        'A JSON object that says of rows by their number what their odometer showed, in the unit of the file, or that it does not count: `{"61": 75691, "66": "void"}`',
    }),
  ),
  dryRun: Type.Optional(Type.Enum(['true', 'false'])),
};
/** The parts of the form. Everything but the file and the vehicle has a default. */
const UploadForm = named('ImportUpload', closed({ file: Type.String({ format: 'binary' }), ...fields }));

const Row = named(
  'ImportRow',
  Type.Object({
    row: Integer,
    date: nullable(LocalDate),
    outcome: Type.Enum(['new', 'duplicate', 'refused', 'warning']),
    eventId: Type.Optional(Uuid),
    type: nullable(Type.String()),
    summary: nullable(Type.String()),
    odometer: nullable(OdometerAsTyped),
    /** The reading in the file, where `readings` said another one of the row, or none. */
    inFile: Type.Optional(OdometerAsTyped),
    cost: nullable(Money),
    code: Type.Optional(Type.String()),
    detail: Type.Optional(Type.String()),
    waysOut: Type.Optional(
      Type.Array(Type.Object({ kind: Type.String(), odometer: Type.Optional(OdometerAsTyped) }), {
        description: 'Of a reading out of order: what `readings` can say of the row in place of the file',
      }),
    ),
  }),
);
const Refusal = Type.Object({
  row: Integer,
  code: Type.String(),
  detail: Type.String(),
  raw: Type.Optional(Type.String()),
});

/** How the economy that the file tells compares with ours. */
const Economy = named(
  'ImportEconomy',
  Type.Object({
    counts: Type.Integer({
      description: 'How many fill-ups the file tells an economy of, those that are refused left out',
    }),
    equal: Type.Integer({ description: 'Of how many ours is the same, but for what was rounded away' }),
    differing: Type.Array(
      Type.Object({
        row: Integer,
        unit: Type.Enum(['kmPerL', 'lPer100Km', 'mpgUs', 'mpgUk']),
        value: Type.Number({ description: 'As the file tells it' }),
        ours: nullable(Type.Number({ description: 'Null where nobody can know one' })),
        reason: Type.Enum([...differences]),
      }),
    ),
  }),
);

export const Import = named(
  'Import',
  Type.Object({
    id: nullable(Uuid),
    vehicleId: Uuid,
    format: Type.String(),
    dryRun: Type.Boolean(),
    status: Type.Enum(['planned', 'done', 'undone', 'interrupted'], {
      description: 'Of a dry run: planned',
    }),
    created: Integer,
    duplicates: Integer,
    refused: Type.Array(Refusal),
    rows: Type.Array(Row),
    economy: Type.Optional(nullable(Economy)),
    declared: Declaration,
    detected: Type.Record(Type.String(), Type.Unknown(), {
      description: 'What the file tells of itself; `currencyIn` is `rows` where its rows name their currency',
    }),
    file: Type.Object({
      name: Type.String(),
      rows: Integer,
      from: nullable(LocalDate),
      to: nullable(LocalDate),
    }),
    position: nullable(Integer),
    createdAt: nullable(Instant),
    undoneAt: nullable(Instant),
    kept: Type.Optional(
      Type.Array(Type.Object({ eventId: Uuid, code: Type.String(), detail: Type.String() }), {
        description: 'Of an undo: what was corrected since and therefore stays',
      }),
    ),
  }),
);
export type Import = Static<typeof Import>;

const { rows: _rows, refused: _refused, economy: _economy, ...withoutRows } = Import.properties;
const ImportSummary = named('ImportSummary', Type.Object(withoutRows));

const one = Type.Object({ importId: Uuid });
const tag = 'Imports';

export const uploadImport = route({
  method: 'POST',
  path: '/v1/imports',
  operation: 'uploadImport',
  tag,
  access: 'import.run',
  onceBy: 'command',
  heedsVersion: true,
  narrows: true,
  summary: 'Import an export of another tracker, or see what it would do',
  body: UploadForm,
  bodyAtDoor: closed(fields),
  rules: [knownTimeZone],
  consumes: 'multipart',
  sends: ['Location'],
  answers: { 201: Import, 200: Import },
  problems: [
    'import-format-unknown',
    'import-file-torn',
    'import-file-empty',
    'import-file-too-long',
    'import-declaration-missing',
    'import-declaration-contradicted',
    'unknown-time-zone',
  ],
});
export const listImports = route({
  method: 'GET',
  path: '/v1/imports',
  operation: 'listImports',
  tag,
  access: 'vehicle.read',
  narrows: true,
  summary: 'Imports, newest first, without their rows',
  query: closed({ ...page, vehicleId: Type.Optional(Uuid), ...afterPosition }),
  answers: { 200: pageOf('ImportPage', ImportSummary) },
});
export const getImport = route({
  method: 'GET',
  path: '/v1/imports/:importId',
  operation: 'getImport',
  tag,
  access: 'vehicle.read',
  summary: 'What an import answered, row by row',
  params: one,
  query: closed(afterPosition),
  answers: { 200: Import },
});
export const undoImport = route({
  method: 'POST',
  path: '/v1/imports/:importId/undo',
  operation: 'undoImport',
  tag,
  access: 'import.run',
  heedsVersion: true,
  summary: 'Retract everything that an import created, or nothing',
  params: one,
  answers: { 200: Import },
  problems: ['import-already-undone', 'conflict'],
});
