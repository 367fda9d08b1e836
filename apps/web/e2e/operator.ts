import { origin } from './config';

export const credentials = { email: 'operator@example.org', password: 'correct horse battery' };
const account = { name: 'Olga Operator', ...credentials };

/** Of a new installation the first account is the one that operates it: it is made before any journey begins. */
export default async function signUpFirst(): Promise<void> {
  await enter('sign-up', account);
}

/** The operator asks somebody to maintain the installation. @returns where their invitation is answered */
export async function inviteMaintainer(email: string): Promise<string> {
  const cookie = cookiesOf(await enter('sign-in', credentials));
  const { token } = (await read(await fetch(`${origin}/api/auth/token`, { headers: { cookie } }))) as {
    token: string;
  };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const me = (await read(await fetch(`${origin}/api/v1/me`, { headers }))) as { tenant: { id: string } };
  const body = JSON.stringify({ email, role: 'maintainer' });
  const address = `${origin}/api/v1/tenants/${me.tenant.id}/invitations`;
  const { link } = (await read(await fetch(address, { method: 'POST', headers, body }))) as { link: string };
  return new URL(link).pathname;
}

function enter(by: 'sign-up' | 'sign-in', body: object): Promise<Response> {
  return fetch(`${origin}/api/auth/${by}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
