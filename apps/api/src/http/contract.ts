import type { Action, Standing } from '@odolog/access';
import type { Identity } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import type { ProblemCode, Rule } from '@odolog/problems';
import type { Answer } from './answer.js';
import type { Upload } from './read-upload.js';
import Type, { type Static, type TObject, type TSchema } from 'typebox';

/**
 * Who may call: `public` needs no token, `person` anyone who is signed in, and an action whoever the policy allows it, for
 * the vehicle or garage that the address names, or else for the tenant. A route without a contract is not served, so nothing
 * is open by omission.
 */
export type Access = 'public' | 'person' | Action;

/**
 * Everything that a route promises, in one value: the router mounts it, the door validates by it, and the OpenAPI
 * document is written from it.
 */
export interface RouteContract<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Body extends TSchema = TSchema,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** In the router's syntax, from `/api` on. */
  readonly path: string;
  readonly operation: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: Access;
  /**
   * The door only asks whether the caller may do it somewhere in the tenant: the handler narrows a list to what the caller
   * may see, or asks again about the vehicle or garage that the body names.
   */
  readonly narrows: boolean;
  /** Of how a person signs in: nothing for a program of theirs, whatever its key is for. */
  readonly forPeople: boolean;
  /**
   * Who makes one of a write that is sent again under its Idempotency-Key: the command, whose things get ids that follow from
   * the key and are looked for in the transaction that makes them, or else the door, which keeps the first answer for a week.
   * A route that is public heeds no key.
   */
  readonly onceBy: 'command' | 'door';
  /** Heeds If-Match: the version of the vehicle that the client knows. */
  readonly heedsVersion: boolean;
  /** Sends a message to someone who did not ask for it: only so many an hour. */
  readonly sendsMail: boolean;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** `json` is validated by `body`; of a `multipart` body the handler reads the parts as they arrive. */
  readonly consumes: 'nothing' | 'json' | 'multipart';
  /** What the door holds the body to, where the rest is checked by rules that know the event's type. */
  readonly bodyAtDoor: TSchema;
  /**
   * What the handler holds the body to that no schema says. Where the schema refuses it, the door tells these faults in the same
   * answer; what follows from anything stored is for the handler alone.
   */
  readonly rules: readonly Rule<Static<Body>>[];
  readonly answers: Readonly<Record<number, TSchema>>;
  /** Which headers an answer carries besides those that every route of its kind does. */
  readonly sends: readonly ('ETag' | 'Location')[];
  readonly produces: 'application/json' | 'text/event-stream' | 'text/calendar' | 'application/zip' | '*/*';
  readonly problems: readonly ProblemCode[];
}

type Declared<P extends TObject, Q extends TObject, B extends TSchema> = Pick<
  RouteContract<P, Q, B>,
  'method' | 'path' | 'operation' | 'tag' | 'summary' | 'access' | 'answers'
> &
  Partial<RouteContract<P, Q, B>>;

const nothing = Type.Object({}, { additionalProperties: false });

/** Fills what a route leaves out: no parameters, no query, no body. */
export function route<
  P extends TObject = typeof nothing,
  Q extends TObject = typeof nothing,
  B extends TSchema = typeof nothing,
>(declared: Declared<P, Q, B>): RouteContract<P, Q, B> {
  const filled = {
    narrows: false,
    forPeople: false,
    onceBy: 'door',
    heedsVersion: false,
    sendsMail: false,
    params: nothing,
    query: nothing,
    body: nothing,
    consumes: declared.body ? 'json' : 'nothing',
    bodyAtDoor: declared.body ?? nothing,
    rules: [],
    produces: 'application/json',
    sends: [],
    problems: [],
    ...declared,
  };
  return filled as unknown as RouteContract<P, Q, B>;
}

/** What a handler gets of a request that kept the contract. */
export interface CallOf<Contract extends RouteContract> {
  readonly caller: Caller;
  readonly params: Static<Contract['params']>;
  readonly query: Static<Contract['query']>;
  readonly body: Static<Contract['body']>;
  /** Of a form. */
  readonly file: Upload | undefined;
  readonly idempotencyKey: string | undefined;
  /**
   * Keeps the answer under the key, in the transaction that does what it says: neither is there without the other, whatever
   * dies in between. For what would be made twice otherwise, since it has no id that follows from the key.
   */
  readonly keepAnswer?: ((trx: TenantTransaction, answer: Answer<unknown>) => Promise<void>) | undefined;
  /** Of If-Match: the version of the vehicle that the client knows. */
  readonly expectedVersion: number | undefined;
  /** Of If-Match, where it is the ETag of a vehicle: how often the vehicle itself was changed, as the client knows it. */
  readonly expectedRevision?: number | undefined;
  /** Of Last-Event-ID: where a stream of events was cut off. */
  readonly lastEventId: number | undefined;
  /** Of the header Min-Position; the query says the same. */
  readonly minPosition: number | undefined;
}

/** Who calls, in which tenant. */
export interface Caller {
  readonly userId: string;
  readonly tenantId: string;
  /** The session of the built-in identity provider that the call belongs to, where it does to one. */
  readonly sessionId?: string;
  /** What the policy is asked with. */
  readonly standing: Standing;
  /** The key that the caller came with, in place of a session. */
  readonly apiKeyId?: string;
  /** The provider elsewhere whose token the caller came with, and who they are there. */
  readonly link?: NonNullable<Identity['link']>;
}

/** Whether a route writes for someone, and therefore once under an Idempotency-Key. */
export function isRepeatable({ access, method }: RouteContract): boolean {
  return access !== 'public' && method !== 'GET';
}
