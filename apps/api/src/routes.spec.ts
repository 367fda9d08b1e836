import { expect, test } from 'vitest';
import { routes } from './routes.js';

/** Where in a schema an object takes fields that it does not name. */
function openings(schema: unknown, at = ''): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const isOpen = 'properties' in schema && !('additionalProperties' in schema);
  return [
    ...(isOpen ? [at] : []),
    ...Object.entries(schema).flatMap(([name, inner]) => openings(inner, `${at}/${name}`)),
  ];
}

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s takes no field that it does not name',
  (_, { body, query }) => {
    expect({ body: openings(body), query: openings(query) }).toEqual({ body: [], query: [] });
  },
);

test('only who comes back from a provider elsewhere may bring what nobody named', () => {
  const open = routes.filter(({ query, bodyAtDoor }) =>
    [query, bodyAtDoor].some((schema) => 'additionalProperties' in schema && schema.additionalProperties),
  );
  expect(open.map(({ operation }) => operation)).toEqual(['comeBackFromElsewhere']);
});
