import { catalogue, type ProblemCode } from '@odolog/problems';
import type { TObject, TSchema } from 'typebox';
import { isRepeatable, type RouteContract } from './contract.js';
import { Position, ProblemDocument } from './schema.js';

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of these routes. JSON Schema is its schema language, so the schemas that guard the door are
 * published as they are; those with a name become components.
 */
export function openApiDocument(routes: readonly RouteContract[], serverUrl: string): Json {
  const components: Json = {};
  const publish = (schema: TSchema): unknown => hoist(schema, components);
  const paths: Record<string, Json> = {};
  publish(ProblemDocument);
  for (const route of routes) {
    (paths[publicPath(route)] ??= {})[route.method.toLowerCase()] = operation(route, publish);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Odolog',
      version: '1',
      description: 'A timeline of vehicles. Errors are application/problem+json with a stable `code`.',
    },
    servers: [{ url: serverUrl }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token of an issuer, or an API key' },
      },
    },
  };
}

/** `/v1/vehicles/:vehicleId` as the world knows it: `/api/v1/vehicles/{vehicleId}`. */
export function publicPath({ path }: Pick<RouteContract, 'path'>): string {
  return `/api${path.replace(/(?<!:):(\w+)/g, '{$1}').replace('::', ':')}`;
}

function operation(route: RouteContract, publish: (schema: TSchema) => unknown): Json {
  const body = requestBody(route, publish);
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    ...(route.access === 'public' && { security: [] }),
    parameters: [
      ...parameters(route.params, 'path', publish),
      ...parameters(route.query, 'query', publish),
      ...headers(route),
    ],
    ...(body && { requestBody: body }),
    responses: { ...answers(route, publish), ...problems(route) },
  };
}

function parameters(schema: TObject, where: 'path' | 'query', publish: (schema: TSchema) => unknown): Json[] {
  const required: readonly string[] = schema.required ?? [];
  return Object.entries(schema.properties).map(([name, value]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: publish(value as TSchema),
  }));
}

function headers(route: RouteContract): Json[] {
  if (route.access === 'public') return [];
  return [
    header('X-Tenant-Id', 'A tenant that the caller is a member of', { type: 'string', format: 'uuid' }),
    ...(isRepeatable(route) ? [idempotencyKey] : []),
    ...(route.heedsVersion ? [ifMatch] : []),
    ...(isReadAfter(route) ? [minPosition] : []),
    ...(isStream(route) ? [lastEventId] : []),
  ];
}

function header(name: string, description: string, schema: object): Json {
  return { name, in: 'header', required: false, description, schema };
}

const idempotencyKey = header(
  'Idempotency-Key',
  'The same request again under its key does nothing more and is answered as the first time; another one is refused',
  { type: 'string', minLength: 1, maxLength: 200 },
);
const ifMatch = header(
  'If-Match',
  'The version of the vehicle that the client knows, quoted, or its ETag, which also counts the changes of the vehicle itself',
  {
    type: 'string',
  },
);
const minPosition = header('Min-Position', 'Wait until what is read has come to this position', Position);
const lastEventId = header('Last-Event-ID', 'Where the stream was cut off; goes before `after`', Position);

const isReadAfter = ({ query }: RouteContract) => 'min-position' in query.properties;
const isStream = ({ produces }: RouteContract) => produces === 'text/event-stream';

const text = { type: 'string' };
const answerHeaders = {
  ETag: {
    description: 'Of what is read or written, quoted; for a vehicle and its events: for If-Match',
    schema: text,
  },
  Location: { description: 'Of what was made, when it was, or of the page to go on to', schema: text },
  'odolog-position': {
    description: 'How far what was read is, when a position was asked for',
    schema: Position,
  },
  'odolog-stale': {
    description: '`true` when that is less far than was asked for',
    schema: { type: 'string', enum: ['true'] },
  },
};
/** Refusals that pass by themselves. */
const comesAgain: readonly ProblemCode[] = ['rate-limited', 'unavailable'];
const retryAfter = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 0 } } };

/** The headers that answers of a route may carry. */
export function headersOf(route: RouteContract): (keyof typeof answerHeaders)[] {
  return [...route.sends, ...(isReadAfter(route) ? (['odolog-position', 'odolog-stale'] as const) : [])];
}

function requestBody(route: RouteContract, publish: (schema: TSchema) => unknown): Json | undefined {
  if (route.consumes === 'nothing') return undefined;
  const type = route.consumes === 'multipart' ? 'multipart/form-data' : 'application/json';
  return { required: true, content: { [type]: { schema: publish(route.body) } } };
}

function answers(route: RouteContract, publish: (schema: TSchema) => unknown): Json {
  const sent = headersOf(route).map((name) => [name, answerHeaders[name]]);
  const carried = sent.length > 0 && { headers: Object.fromEntries(sent) as Json };
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, schema]) => [
      status,
      isEmpty(Number(status))
        ? { description: status === '204' ? 'Done' : route.summary, ...carried }
        : {
            description: route.summary,
            ...carried,
            content: { [route.produces]: { schema: publish(schema) } },
          },
    ]),
  );
}

/** Whether an answer with this status is all said by its headers. */
export function isEmpty(status: number): boolean {
  return status === 204 || status === 302;
}

function problems(route: RouteContract): Json {
  const codes = problemsOf(route);
  const byStatus = Map.groupBy(codes, (code) => catalogue[code].status);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => !(status in route.answers))
      .map(([status, of]) => [
        status,
        {
          description: of.map((code) => `\`${code}\``).join(', '),
          ...(of.some((code) => comesAgain.includes(code)) && { headers: retryAfter }),
          content,
        },
      ]),
  );
}

/** Every problem that a route may answer: what its contract says, and what every route of its kind may. */
export function problemsOf(route: RouteContract): ReadonlySet<ProblemCode> {
  const { access, params, consumes, heedsVersion, problems } = route;
  const codes: ProblemCode[] = [
    'validation-failed',
    'malformed-request',
    'rate-limited',
    'internal',
    'unavailable',
  ];
  if (access !== 'public') codes.push('unauthenticated', 'forbidden', 'not-found');
  if (Object.keys(params.properties).length > 0) codes.push('not-found');
  if (consumes !== 'nothing') codes.push('body-too-large', 'unsupported-media-type');
  if (isRepeatable(route)) codes.push('idempotency-key-reused');
  if (heedsVersion) codes.push('version-conflict');
  return new Set([...problems, ...codes]);
}

/** Moves every named schema into the components, and leaves a reference in its place. */
function hoist(value: unknown, components: Json): unknown {
  if (Array.isArray(value)) return value.map((item) => hoist(item, components));
  if (value === null || typeof value !== 'object') return value;
  const { $id: name, ...rest } = value as Json;
  const published = Object.fromEntries(
    Object.entries(rest).map(([key, item]) => [key, hoist(item, components)]),
  );
  if (typeof name !== 'string') return published;
  components[name] = published;
  return { $ref: `#/components/schemas/${name}` };
}
