/** Someone who is signed in at a running product, as pages know them (a cookie) and as the API does (a token). */
export interface Person {
  readonly origin: string;
  readonly cookie: string;
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer>;
  readonly get: (path: string) => Promise<Response>;
}

/** Signs up, as an owner of a household of their own. */
export async function aPerson(origin: string): Promise<Person> {
  const email = `fleet-${Date.now()}@example.org`;
  const signedUp = await fetch(`${origin}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name: 'Frauke Flotte', email, password: 'correct horse battery' }),
  });
  if (!signedUp.ok) throw new Error(`sign-up answered ${signedUp.status}: ${await signedUp.text()}`);
  const cookie = cookiesOf(signedUp);
  const exchanged = await fetch(`${origin}/api/auth/token`, { headers: { cookie, origin } });
  const { token } = (await exchanged.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(`${origin}/api/v1${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    origin,
    cookie,
    post: async <Answer>(path: string, body: unknown) =>
      (await (await ask(path, { method: 'POST', body: JSON.stringify(body) })).json()) as Answer,
    get: (path) => ask(path, {}),
  };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
