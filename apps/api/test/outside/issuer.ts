import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';
import { publicUrl } from '../test-app.js';
import { issuerStore } from './issuer-store.js';

export const apiAudience = 'urn:odolog:api';
export const clientSecret = 'a secret between the issuer and the client';
const appCallback = 'http://localhost:4000/callback';

/** What the issuer says about somebody, by the name that they sign in with. */
export type People = Record<string, Record<string, unknown>>;

/** An OpenID Connect server of somebody else, listening on loopback. */
export interface Issuer {
  readonly url: string;
  readonly people: People;
  /** Requests so far, by path. */
  readonly requests: Map<string, number>;
  /** Signs with a new key from now on, of this id if one is given; the old ones are published as well unless it is said so. */
  rotate(how?: { readonly keepsOld?: boolean; readonly kid?: string }): Promise<void>;
  /** Publishes no key any more but the one that it signs with. */
  withdrawOld(): void;
  /** While it is true, it answers nothing but 503. */
  isAway: boolean;
  close(): Promise<void>;
}

/** Starts oidc-provider with two clients: Odolog, which signs people in, and an app that calls Odolog's API. */
export async function startIssuer(people: People): Promise<Issuer> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let keys = [await newKey()];
  const adapter = issuerStore();
  const withKeys = () => new Provider(url, { ...configuration(people, keys), adapter });
  let provider = withKeys();
  const requests = new Map<string, number>();
  const issuer: Issuer = {
    url,
    people,
    requests,
    isAway: false,
    rotate: async ({ keepsOld = true, kid } = {}) => {
      keys = [await newKey(kid), ...(keepsOld ? keys : [])];
      provider = withKeys();
    },
    withdrawOld: () => {
      keys = keys.slice(0, 1);
      provider = withKeys();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '', url).pathname;
    requests.set(path, (requests.get(path) ?? 0) + 1);
    if (issuer.isAway) return void response.writeHead(503).end();
    void provider.callback()(request, response);
  });
  return issuer;
}

async function newKey(kid: string = crypto.randomUUID()): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'ES256', kid };
}

function configuration(people: People, keys: JWK[]): Configuration {
  const client = { id_token_signed_response_alg: 'ES256' as const, grant_types: ['authorization_code'] };
  return {
    clients: [
      {
        ...client,
        client_id: 'odolog',
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${publicUrl}/api/auth/callback/elsewhere`],
      },
      { ...client, client_id: 'app', token_endpoint_auth_method: 'none', redirect_uris: [appCallback] },
    ],
    jwks: { keys: keys as NonNullable<Configuration['jwks']>['keys'] },
    cookies: { keys: ['of the test'] },
    claims: {
      openid: ['sub'],
      profile: ['name', 'groups'],
      email: ['email', 'email_verified'],
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    extraTokenClaims: (_, token) => ('accountId' in token ? people[token.accountId ?? ''] : undefined),
    pkce: { required: () => true },
    ttl: { Interaction: 300, Session: 300, Grant: 3600, AccessToken: 3600, IdToken: 300 },
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience: apiAudience,
          accessTokenTTL: 3600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  };
}
