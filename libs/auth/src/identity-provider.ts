import { betterAuth } from 'better-auth';
import type { JSONWebKeySet } from 'jose';
import { Pool } from 'pg';
import { identityOptions } from './identity-options.js';

export interface IdentityProviderConfig {
  /** Connects as the role that owns schema `auth`. */
  readonly databaseUrl: string;
  /** Signs sessions and encrypts the private keys; at least 32 characters. */
  readonly secret: string;
  /** The public origin: issuer and audience of the tokens. */
  readonly publicUrl: string;
}

/** The built-in identity provider: sign-up, sign-in, sessions, tokens and their keys, under `/api/auth`. */
export interface IdentityProvider {
  /** Answers a request to `/api/auth/*`. */
  handle(request: Request): Promise<Response>;
  /** The public keys by which its tokens are verified. */
  keys(): Promise<JSONWebKeySet>;
  close(): Promise<void>;
}

/** Makes the identity provider. Connects when it is first asked. */
export function createIdentityProvider(config: IdentityProviderConfig): IdentityProvider {
  const pool = new Pool({ connectionString: config.databaseUrl, max: 5, application_name: 'odolog-auth' });
  // A connection that drops while idle is the pool's business: the next query gets a fresh one.
  pool.on('error', () => undefined);
  const auth = betterAuth(identityOptions(config, pool));
  return {
    handle: (request) => auth.handler(fromPlainClient(request, config.publicUrl)),
    keys: async () => (await auth.api.getJwks()) as JSONWebKeySet,
    close: () => pool.end(),
  };
}

/**
 * Browsers always say where a writing request comes from, and are held to it. A client that is no browser may keep
 * cookies without sending an Origin: nobody can be tricked through it, so it counts as ours.
 */
function fromPlainClient(request: Request, publicUrl: string): Request {
  const { headers } = request;
  if (headers.has('origin') || headers.has('referer') || headers.has('sec-fetch-site')) return request;
  headers.set('origin', publicUrl);
  return request;
}
