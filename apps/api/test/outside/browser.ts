import { createHash, randomBytes } from 'node:crypto';
import { apiAudience, type Issuer } from './issuer.js';

const appCallback = 'http://localhost:4000/callback';

/** Signs in at the issuer as a person would, through its pages; resolves with the address that it sends the browser back to. */
export async function signInAt(issuer: Issuer, address: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let pages = 0; pages < 12; pages += 1) {
    const { location, body } = await visit(next, cookies);
    if (location && !location.href.startsWith(issuer.url)) return location;
    if (location) {
      next = location.href;
      continue;
    }
    const form = Object.fromEntries(
      [...body.matchAll(/name="(prompt)" value="(\w+)"/g)].map(([, name, value]) => [name, value]),
    );
    const submitUrl = /action="([^"]+)"/.exec(body)?.[1] ?? '';
    const answers = new URLSearchParams({ ...form, login, password: 'anything' } as Record<string, string>);
    next = (await visit(new URL(submitUrl, next).href, cookies, answers)).location?.href ?? '';
  }
  throw new Error('The issuer never sends the browser back');
}

async function visit(address: string, cookies: Map<string, string>, form?: URLSearchParams) {
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: form }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';', 1)[0]!.split('=');
    cookies.set(name, value);
  }
  const location = response.headers.get('location');
  return {
    location: location === null ? undefined : new URL(location, address),
    body: await response.text(),
  };
}

/** An access token for Odolog's API, as another app gets it for somebody who signs in to it. */
export async function accessToken(issuer: Issuer, login: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    client_id: 'app',
    response_type: 'code',
    redirect_uri: appCallback,
    scope: 'openid profile email api',
    resource: apiAudience,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'any',
  });
  const back = await signInAt(issuer, `${issuer.url}/auth?${asked}`, login);
  const response = await fetch(`${issuer.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'app',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: appCallback,
      code_verifier: verifier,
      resource: apiAudience,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`No token: ${back.search}`);
  return token;
}
