import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { holdTo, Problem } from '@odolog/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, map, type Observable, of } from 'rxjs';
import { type Resources, RESOURCES } from '../resources.js';
import { Answer } from './answer.js';
import { bindCursor, unboundCursor } from './bound-cursor.js';
import { type Caller, type CallOf, isRepeatable, type RouteContract } from './contract.js';
import { claimOf, firstAnswer } from './first-answer.js';
import { oneRequestAKey } from './one-request-a-key.js';
import { readUpload } from './read-upload.js';
import { contractOf } from './route.decorator.js';
import { checkOfAddress, checkOfBody, type Check } from './schema-check.js';

interface Checks {
  readonly params: Check;
  readonly query: Check;
  readonly body: Check;
}

/** A version is an int4; no vehicle gets there, so that a higher one is only stale. */
const highestVersion = 2 ** 31 - 1;
const noFile = { pointer: '/file', code: 'missing', detail: 'The file is missing' };
/** Nobody: without a scope nothing is allowed. */
const publicCaller: Caller = {
  userId: '',
  tenantId: '',
  standing: { role: 'driver', operates: false, garages: [], vehicles: [], scopes: [] },
};

/** Holds the request to the route's contract on the way in, and turns an Answer into status and headers on the way out. */
@Injectable()
export class CheckContractInterceptor implements NestInterceptor {
  private readonly checks = new WeakMap<RouteContract, Checks>();

  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const contract = contractOf(context);
    if (!contract) throw new Problem('not-found');
    const call = await this.check(contract, request);
    const list = { operation: contract.operation, params: call.params, query: call.query };
    request.call = { ...call, query: unboundCursor(list) as Record<string, never> };
    const answers = next.handle().pipe(
      map((answer) => asAnswer(answer, contract)),
      map(({ status, body, headers }) => new Answer(status, bindCursor(body, list), headers)),
    );
    const once = await this.once(contract, request, answers);
    return once.pipe(map((answer) => unwrap(answer, http.getResponse<FastifyReply>())));
  }

  /** What the command itself does not look for is carried out here, once under a key. */
  private async once(
    contract: RouteContract,
    request: FastifyRequest,
    answers: Observable<Answer<unknown>>,
  ): Promise<Observable<Answer<unknown>>> {
    const call = request.call!;
    const { idempotencyKey } = call;
    if (idempotencyKey === undefined || !isRepeatable(contract)) return answers;
    const claim = claimOf(contract, { ...call, idempotencyKey });
    if (contract.onceBy === 'command') {
      if (contract.consumes === 'multipart') return answers;
      // An id that follows from the key holds it to what was asked by itself; many ids hold it to their own events only.
      const content = isBatch(call.body) || hasChosenId(call.body) ? claim.content : null;
      const carryOut = () => firstValueFrom(answers);
      return of(await oneRequestAKey(this.resources, { ...claim, content }, carryOut));
    }
    const carryOut = (keepAnswer: typeof call.keepAnswer) => {
      request.call = { ...call, keepAnswer };
      return firstValueFrom(answers);
    };
    return of(await firstAnswer(this.resources, claim, carryOut));
  }

  private async check(contract: RouteContract, request: FastifyRequest): Promise<CallOf<RouteContract>> {
    const checks = this.checksOf(contract);
    const query = withLists(contract, request.query as Record<string, unknown>);
    // An address that cannot be right leads nowhere: 404, as for an id that is unknown.
    if (checks.params(request.params).length > 0) throw new Problem('not-found');
    const form = contract.consumes === 'multipart' ? await readUpload(request) : undefined;
    const body = form?.fields ?? request.body ?? {};
    const faults = [...checks.query(query), ...checks.body(body), ...(form && !form.file ? [noFile] : [])];
    if (faults.length > 0) holdTo(body, contract.rules, faults);
    return {
      caller: request.caller ?? publicCaller,
      params: request.params as Record<string, never>,
      query: query as Record<string, never>,
      body,
      file: form?.file,
      idempotencyKey: idempotencyKeyOf(request),
      ...expectedOf(request),
      lastEventId: positionOf(request, 'last-event-id'),
      minPosition: positionOf(request, 'min-position'),
    };
  }

  private checksOf(contract: RouteContract): Checks {
    const known = this.checks.get(contract);
    if (known) return known;
    const checks = {
      params: checkOfAddress(contract.params, 'path'),
      query: checkOfAddress(contract.query, 'query'),
      body: checkOfBody(contract.bodyAtDoor),
    };
    this.checks.set(contract, checks);
    return checks;
  }
}

/** `?type=fuel,expense` says the same as `?type=fuel&type=expense`. */
function withLists({ query }: RouteContract, given: Record<string, unknown>): Record<string, unknown> {
  const lists = Object.entries(query.properties).filter(([, schema]) => 'items' in (schema as object));
  const split = lists.flatMap(([name]) => {
    const value = given[name];
    return typeof value === 'string' ? [[name, value.split(',')] as const] : [];
  });
  return { ...given, ...Object.fromEntries(split) };
}

function isBatch(body: unknown): boolean {
  return Array.isArray((body as { readonly events?: unknown }).events);
}

/** At the top of the body, or in the event that a correction puts in the place of another. */
function hasChosenId(body: unknown): boolean {
  return [body, (body as { readonly event?: unknown }).event].some(isIdentified);
}

function isIdentified(made: unknown): boolean {
  return typeof (made as { readonly id?: unknown } | null | undefined)?.id === 'string';
}

function idempotencyKeyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key.length >= 1 && key.length <= 200) return key;
  throw new Problem('malformed-request', { detail: 'Idempotency-Key must have 1 to 200 characters' });
}

/** `"5"` names the version of the vehicle's stream, `"5.2"` also how often the vehicle itself was changed. */
function expectedOf({
  headers,
}: FastifyRequest): Pick<CallOf<RouteContract>, 'expectedVersion' | 'expectedRevision'> {
  const tag = headers['if-match'];
  if (tag === undefined || tag === '*') return { expectedVersion: undefined, expectedRevision: undefined };
  const [, version, revision] = /^(?:W\/)?"?(\d{1,15})(?:[.](\d{1,9}))?"?$/.exec(tag) ?? [];
  if (version === undefined) {
    throw new Problem('malformed-request', {
      detail: 'If-Match must be the version of the vehicle or its ETag, in quotes',
    });
  }
  return {
    expectedVersion: Math.min(Number(version), highestVersion),
    expectedRevision: revision === undefined ? undefined : Number(revision),
  };
}

function positionOf({ headers }: FastifyRequest, name: string): number | undefined {
  const text = headers[name];
  if (text === undefined) return undefined;
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text);
  throw new Problem('malformed-request', { detail: `${name} must be a position` });
}

/** A plain answer has the first status that the contract declares. */
function asAnswer(answer: unknown, { answers }: RouteContract): Answer<unknown> {
  return answer instanceof Answer ? answer : new Answer(Number(Object.keys(answers)[0]), answer);
}

function unwrap({ status, headers, body }: Answer<unknown>, reply: FastifyReply): unknown {
  void reply.status(status).headers(headers);
  return body;
}
