import { describeApi } from '../../src/routes.js';
import { ask, type Ask, type Reply, type TestApp } from '../test-app.js';
import { expectedAnswers, type Column } from './expected-answers.js';
import { requests, type Sent } from './requests.js';

type Ids = Readonly<Record<string, string>>;

interface Operation {
  readonly operationId: string;
  readonly requestBody?: unknown;
  readonly parameters: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** A route of openapi.json. */
export interface Walked {
  readonly operation: string;
  readonly method: NonNullable<Ask['method']>;
  readonly path: string;
  readonly takesBody: boolean;
  readonly streams: boolean;
  /** Says that it heeds an Idempotency-Key. */
  readonly heedsKey: boolean;
  /** Says that it heeds If-Match. */
  readonly heedsVersion: boolean;
  /** The statuses of answers that are no problem. */
  readonly answers: readonly number[];
}

/** Every route of the document that is served and committed as openapi.json. */
export const everyRoute: readonly Walked[] = Object.entries(
  describeApi()['paths'] as Record<string, Record<string, Operation>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, requestBody, parameters, responses }]) => ({
    operation: operationId,
    method: method.toUpperCase() as Walked['method'],
    path,
    takesBody: requestBody !== undefined,
    heedsKey: parameters.some(({ name }) => name === 'Idempotency-Key'),
    heedsVersion: parameters.some(({ name }) => name === 'If-Match'),
    streams: 'text/event-stream' in (responses['200']?.content ?? {}),
    answers: Object.keys(responses)
      .filter((status) => !('application/problem+json' in (responses[status]?.content ?? {})))
      .map(Number),
  })),
);

/** Who walks: the column of expectations that holds for them, the headers by which they come, and where to: everywhere when it is not said. */
export interface Walker {
  readonly column: Column;
  readonly headers: Readonly<Record<string, string>>;
  readonly routes?: readonly Walked[];
}

/** Nothing that is asked here writes, so that it may be asked together: while one answer waits, others are made. */
const atOnce = 16;

/** Reads that stand in the audit trail once they are made, and are left out as writes are. */
const leavesTrace: readonly string[] = ['getArchive'];

/** What each route answered: its status, or `in` for every answer that is no problem. A write that is allowed is left out. */
export async function walk(
  on: TestApp,
  { column, headers, routes = everyRoute }: Walker,
  ids: Ids,
): Promise<{ answers: Record<string, unknown>; replies: Reply[] }> {
  const isAsked = ({ operation, method, streams }: Walked) =>
    expectedAnswers.get(operation)?.[column] !== 'in' ||
    (method === 'GET' && !streams && !leavesTrace.includes(operation));
  const asked = routes.filter(isAsked);
  const replies: Reply[] = [];
  for (let from = 0; from < asked.length; from += atOnce) {
    const some = asked.slice(from, from + atOnce);
    replies.push(...(await Promise.all(some.map((route) => send(on, route, { headers, ids })))));
  }
  const outcomes = asked.map((route, at) => [route.operation, outcomeOf(route, replies[at]!)]);
  const left = routes.filter((route) => !isAsked(route)).map(({ operation }) => [operation, 'in']);
  return { answers: Object.fromEntries([...left, ...outcomes]), replies };
}

/** `in`, or the status by which a route refused. */
export function outcomeOf({ answers }: Walked, { status }: Reply): 'in' | number {
  return answers.includes(status) ? 'in' : status;
}

/** Sends a route its request. */
export function send(
  on: TestApp,
  route: Walked,
  {
    headers,
    ids,
    sent = requests[route.operation]?.(ids) ?? {},
  }: { readonly headers: Walker['headers']; readonly ids: Ids; readonly sent?: Sent },
) {
  return ask(on.app, {
    method: route.method,
    url: addressOf(route, ids) + (sent.query ?? ''),
    ...(sent.body !== undefined && { body: sent.body }),
    headers: { 'x-forwarded-for': nextAddress(), ...headers, ...sent.headers },
  });
}

let addresses = 0;

/** Each request comes from a client of its own: how often one may come is no matter of who they are. */
function nextAddress(): string {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

function addressOf({ operation, path }: Walked, ids: Ids): string {
  return path.replace(/^\/api/, '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`${operation} names a ${name}, and the household has none`);
    return id;
  });
}
