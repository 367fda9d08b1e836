import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';

/** A server on loopback that speaks for an issuer: what it is, and which keys it signs with. */
export interface KeyServer {
  readonly url: string;
  readonly keys: JWK[];
  /** Paths that were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function keyServer(): Promise<KeyServer> {
  const [keys, asked]: [JWK[], string[]] = [[], []];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(path.includes('openid-configuration') ? discoveryOf(url) : { keys }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    keys,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const discoveryOf = (url: string) => ({
  issuer: url,
  jwks_uri: `${url}/jwks`,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
});
