import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { stringFormats } from '@odolog/events';
import { catalogue, type ProblemCode } from '@odolog/problems';
import { expect } from 'vitest';
import type { RouteContract } from '../src/http/contract.js';
import { headersOf, isEmpty, problemsOf, publicPath } from '../src/http/openapi.js';
import { ProblemDocument } from '../src/http/schema.js';
import { routes } from '../src/routes.js';

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true })) as Ajv2020;
for (const [name, isOf] of Object.entries(stringFormats)) ajv.addFormat(name, isOf);
const validators = new Map<unknown, ValidateFunction>();

const addresses = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${publicPath(route).replace(/\{\w+\}/g, '[^/:]+')}$`),
}));

/** The route that an address belongs to. */
export function routeOf(method: string, url: string): RouteContract | undefined {
  const path = url.split('?', 1)[0] ?? '';
  return addresses.find(({ route, pattern }) => route.method === method && pattern.test(path))?.route;
}

/** Holds an answer against what openapi.json says: a declared status or code, every field, and no field that it does not name. */
export function expectKept(
  request: { method: string; url: string },
  answer: { status: number; type: string; body: unknown; headers: object },
) {
  const route = routeOf(request.method, request.url);
  const said = `${request.method} ${request.url} ${answer.status}`;
  if (answer.type.includes('problem+json')) return expectDeclared(said, route, answer.body);
  if (!route) return;
  expect({ said, declared: answer.status in route.answers }).toEqual({ said, declared: true });
  expect({ said, undeclared: undeclaredHeaders(route, answer.headers) }).toEqual({ said, undeclared: [] });
  if (isEmpty(answer.status)) return expect({ said, body: answer.body }).toEqual({ said, body: '' });
  if (route.produces === 'application/json')
    expectValid(said, closedSchema(route.answers[answer.status]), answer.body);
}

/** Of those that mean something to a client of this route: the others every answer carries. */
function undeclaredHeaders(route: RouteContract, headers: object): string[] {
  const declared = headersOf(route).map((name) => name.toLowerCase());
  return ['etag', 'location', 'odolog-position', 'odolog-stale'].filter(
    (name) => name in headers && !declared.includes(name),
  );
}

/** A problem is told with a code that the route names, by the status that the code stands for. */
function expectDeclared(said: string, route: RouteContract | undefined, body: unknown): void {
  expectValid(said, ProblemDocument, body);
  if (!route) return;
  const { code } = body as { code: ProblemCode };
  // the address is one of another route, or of none
  if (code === 'method-not-allowed') return;
  expect({ said, code, declared: problemsOf(route).has(code) }).toEqual({ said, code, declared: true });
  expect({ said, status: (body as { status: number }).status }).toEqual({
    said,
    status: catalogue[code].status,
  });
}

function expectValid(said: string, schema: unknown, body: unknown): void {
  const validate = validators.get(schema) ?? ajv.compile(schema as object);
  validators.set(schema, validate);
  validate(body);
  expect({ said, faults: validate.errors ?? [] }).toEqual({ said, faults: [] });
}

const closed = new Map<unknown, unknown>();

function closedSchema(schema: unknown): unknown {
  if (!closed.has(schema)) closed.set(schema, close(schema));
  return closed.get(schema);
}

/** What is published leaves room for fields to come; what is served today has none that are not named. */
function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (schema === null || typeof schema !== 'object') return schema;
  const { $id: _name, ...rest } = schema as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, close(value)]));
  const isOpen = 'properties' in inner && !('additionalProperties' in inner);
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}
