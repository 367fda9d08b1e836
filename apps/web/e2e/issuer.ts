import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { origin } from './config';

/** A login by which somebody belongs to a tenant. */
export const loginOf = (tenantId: string) => `of-${tenantId}`;

/** An OpenID Connect server of somebody else, with its own sign-in page: whoever comes is who they say, and belongs where they say. */
export async function startIssuer(port: number): Promise<Server> {
  const provider = new Provider(`http://localhost:${port}`, {
    clients: [
      {
        client_id: 'odolog',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${origin}/api/auth/callback/elsewhere`],
      },
    ],
    claims: { openid: ['sub', 'fleet'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        ...(id.startsWith('of-') && { fleet: id.slice('of-'.length) }),
        name: 'Ada Elsewhere',
        email: `${id}@elsewhere.example`,
        email_verified: true,
      }),
    }),
    cookies: { keys: ['of the journeys'] },
    ttl: { Interaction: 300, Session: 300, Grant: 300, AccessToken: 300, IdToken: 300 },
    features: { devInteractions: { enabled: true } },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(port, 'localhost', resolve));
  return server;
}
