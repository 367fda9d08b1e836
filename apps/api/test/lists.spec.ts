import { expect, test } from 'vitest';
import { describeApi } from '../src/routes.js';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Record<string, unknown>;
}
interface Operation {
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>;
}

/** Series and reports, which only say something as a whole, and suggestions, which nobody pages through. */
const wholes = [
  '/v1/fleet',
  '/v1/fleet/glance',
  '/v1/vehicles/{vehicleId}/costs',
  '/v1/vehicles/{vehicleId}/months',
  '/v1/catalogue/makes',
  '/v1/catalogue/models',
  '/v1/catalogue/years',
  '/v1/ops/jobs',
  '/v1/ops/materialized-views',
  '/v1/ops/partitions',
  '/v1/ops/projectors',
];

const document = describeApi() as {
  readonly paths: Record<string, { readonly get?: Operation }>;
  readonly components: { readonly schemas: Record<string, Schema> };
};

const resolved = (schema: Schema): Schema =>
  schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;

const fieldsOf = ({ responses }: Operation): string[] =>
  Object.values(responses[200]?.content ?? {}).flatMap(({ schema }) =>
    Object.keys(resolved(schema).properties ?? {}),
  );

/** Every answer with items that the document knows; one of tomorrow, too. */
const withItems = Object.entries(document.paths).flatMap(([path, { get }]) =>
  get && fieldsOf(get).includes('items') ? [{ path: path.replace(/^\/api/, ''), get }] : [],
);

test('every exception is a route of today', () => {
  expect(withItems.map(({ path }) => path)).toEqual(expect.arrayContaining(wholes));
});

test.each(withItems.filter(({ path }) => !wholes.includes(path)))(
  '$path comes in pages: a limit, a cursor and the next one',
  ({ get }) => {
    const query = get.parameters.filter(({ in: where }) => where === 'query').map(({ name }) => name);
    expect(query).toEqual(expect.arrayContaining(['limit', 'cursor']));
    expect(fieldsOf(get)).toContain('nextCursor');
  },
);
