import fc, { type Arbitrary } from 'fast-check';

interface Schema {
  readonly [keyword: string]: unknown;
}

/** Text that has brought down parsers before: of databases, dates, numbers, addresses and JSON. */
const hostile = [
  ...['', ' ', '\0', '\ud800', '💥', '١٢٣', '%', '%00', "'; DROP TABLE x;--", '../..', '{"a":1}', '[]'],
  ...['-1', '-0', '1e309', 'NaN', 'Infinity', '0x10', 'null', 'true', '99999999999999999999', '__proto__'],
  ...[
    '2026-02-30',
    '0001-01-01',
    '9999-12-31',
    '-000001-01-01',
    '2016-12-31T23:59:60Z',
    '2026-11-21T24:00:00Z',
  ],
  'a'.repeat(5000),
];
/** What is right somewhere, so that a request gets past the door. */
const usual = ['EUR', 'km', 'Europe/Berlin', 'Cuore', '70.21', '-5', 'WVWZZZ1JZ3W386752', 'oil', 'Honda'];
const dates = ['2024-02-29', '2025-01-05', '1886-01-01', '2199-12-31', '0001-01-01', '9999-12-31'];
const instants = [
  '2025-03-30T02:30:00+01:00',
  '2025-01-05T10:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
];
const numbers = [0, -0, 1, -1, 5, 1.5, 1e-9, 1e15, 1e300, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER];

/** Values that mostly fit a JSON Schema, and now and then anything else. @param ids that mean something here */
export function arbitraryOf(schema: object, ids: readonly string[]): Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: fitting(schema as Schema, ids), weight: 14 },
    { arbitrary: anything, weight: 1 },
  );
}

const anything = fc.oneof(
  fc.constantFrom(...hostile, ...numbers, null, true, [], {}),
  fc.jsonValue({ maxDepth: 2 }),
);

function fitting(schema: Schema, ids: readonly string[]): Arbitrary<unknown> {
  const inner = (each: unknown) => arbitraryOf(each as object, ids);
  const union = (schema['anyOf'] ?? schema['oneOf']) as readonly unknown[] | undefined;
  if (union) return fc.oneof(...union.map(inner));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, inner);
    case 'array':
      return fc.array(inner(schema['items'] ?? {}), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.oneof(fc.constantFrom(...numbers), fc.integer({ min: 1, max: 200_000 }));
    case 'boolean':
      return fc.boolean();
    case 'string':
      return stringOf(schema, ids);
    default:
      return anything;
  }
}

function objectOf(schema: Schema, inner: (each: unknown) => Arbitrary<unknown>): Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  const members = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inner(each)]));
  const requiredKeys = ((schema['required'] ?? []) as string[]).filter((name) => name in members);
  const known = fc.record(members, { requiredKeys });
  const stray = known.map((value) => ({ ...value, stray: 1 }));
  return fc.oneof({ arbitrary: known, weight: 20 }, { arbitrary: stray, weight: 1 });
}

function stringOf({ format }: Schema, ids: readonly string[]): Arbitrary<string> {
  const known: Readonly<Record<string, readonly string[]>> = {
    uuid: ids,
    date: dates,
    'date-time': instants,
  };
  const right = known[String(format)] ?? usual;
  return fc.oneof(
    { arbitrary: fc.constantFrom(...right), weight: 8 },
    { arbitrary: fc.constantFrom(...hostile), weight: 1 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 1 },
  );
}
