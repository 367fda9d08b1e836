import { expect, test } from 'vitest';
import { describeApi } from '../routes.js';

interface Operation {
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Record<string, { readonly headers?: object; readonly content?: object }>;
}
const paths = describeApi()['paths'] as Record<string, Record<string, Operation>>;
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));

const headersOf = (path: string, method: string, status: number) =>
  Object.keys(paths[`/api/v1${path}`]?.[method]?.responses[status]?.headers ?? {});

test('a stream names the header by which it resumes', () => {
  const named = paths['/api/v1/feed/stream']?.['get']?.parameters.filter(
    ({ in: where }) => where === 'header',
  );
  expect(named?.map(({ name }) => name)).toContain('Last-Event-ID');
});

test.each([
  ['/vehicles/{vehicleId}', 'get', 200, ['ETag', 'odolog-position', 'odolog-stale']],
  ['/vehicles/{vehicleId}', 'patch', 200, ['ETag']],
  ['/vehicles/{vehicleId}/events', 'post', 201, ['ETag', 'Location']],
  ['/timeline', 'get', 200, ['odolog-position', 'odolog-stale']],
  ['/imports', 'post', 201, ['Location']],
  ['/me', 'get', 200, []],
] as const)('%s %s %i names the headers of its answer', (path, method, status, headers) => {
  expect(headersOf(path, method, status)).toEqual(headers);
});

test.each([429, 503])('every refusal by %i says when to come again', (status) => {
  const refusals = operations
    .flatMap(({ responses }) => responses[status] ?? [])
    .filter(({ content = {} }) => 'application/problem+json' in content);
  expect(refusals.length).toBeGreaterThan(100);
  expect(refusals.filter(({ headers = {} }) => !('Retry-After' in headers))).toEqual([]);
});
