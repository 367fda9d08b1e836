import createClient, { type Client } from 'openapi-fetch';
import { problemOf, unreachable } from './api-problem';
import type { paths } from './schema.gen';

export type Api = Client<paths, 'application/json'>;

interface Connection {
  readonly origin: string;
  /** Without one, requests are a stranger's. */
  readonly token?: () => Promise<string>;
  /** In which of the person's tenants; without it in the one that they had first. */
  readonly tenant?: () => string | undefined;
  /** Of the last write, so that reads see it. */
  readonly minPosition?: () => number | undefined;
  /** When the token holds no more: the session was ended elsewhere. */
  readonly onSignedOut?: () => void;
  /** When an answer does not have the last write yet, though it was waited for. */
  readonly onBehind?: () => void;
  /** Of the browser, or Next's, without. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** One client for server components and browsers, which differ only in how they come to a token. */
export function createApi(connection: Connection): Api {
  const api = createClient<paths, 'application/json'>({
    baseUrl: connection.origin,
    cache: 'no-store',
    ...(connection.fetch && { fetch: connection.fetch }),
  });
  api.use({
    async onRequest({ request }) {
      if (connection.token) request.headers.set('authorization', `Bearer ${await connection.token()}`);
      const tenant = connection.tenant?.();
      if (tenant !== undefined) request.headers.set('x-tenant-id', tenant);
      const position = request.method === 'GET' ? connection.minPosition?.() : undefined;
      if (position !== undefined) request.headers.set('min-position', String(position));
      return request;
    },
    onResponse({ response }) {
      if (response.status === 401) connection.onSignedOut?.();
      if (response.headers.get('odolog-stale') === 'true') connection.onBehind?.();
    },
    onError: () => unreachable(),
  });
  return api;
}

/** The body of an answer, or an ApiProblem thrown. */
export async function answer<Body>(
  call: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<NonNullable<Body>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response.status);
  return data as NonNullable<Body>;
}
