/** Someone who is signed in at a running product, as pages know them (a cookie) and as the API does (a token). */
export interface Person {
  readonly origin: string;
  readonly email: string;
  readonly cookie: string;
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer>;
  readonly get: (path: string) => Promise<Response>;
}

const password = 'correct horse battery';

/** Someone new, an owner of a household of their own. */
export async function signUp(origin: string): Promise<Person> {
  const email = `fleet-${Date.now()}@example.org`;
  return enter(origin, 'sign-up', { name: 'Frauke Flotte', email, acceptedTerms: await termsOf(origin) });
}

/** Someone who has signed up before, perhaps under other terms: without those in force no page opens. */
export async function signIn(origin: string, email: string): Promise<Person> {
  const person = await enter(origin, 'sign-in', { email });
  await person.post('/me/terms', { version: await termsOf(origin) });
  return person;
}

async function termsOf(origin: string): Promise<string> {
  const instance = await fetch(`${origin}/api/v1/instance`);
  return ((await instance.json()) as { terms: { version: string } }).terms.version;
}

async function enter(
  origin: string,
  by: 'sign-up' | 'sign-in',
  who: { readonly name?: string; readonly email: string; readonly acceptedTerms?: string },
): Promise<Person> {
  const entered = await fetch(`${origin}/api/auth/${by}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ ...who, password }),
  });
  if (!entered.ok) throw new Error(`${by} answered ${entered.status}: ${await entered.text()}`);
  const cookie = cookiesOf(entered);
  const exchanged = await fetch(`${origin}/api/auth/token`, { headers: { cookie, origin } });
  const { token } = (await exchanged.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(`${origin}/api/v1${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const person: Person = {
    origin,
    email: who.email,
    cookie,
    post: async <Answer>(path: string, body: unknown) =>
      (await (await ask(path, { method: 'POST', body: JSON.stringify(body) })).json()) as Answer,
    get: (path) => ask(path, {}),
  };
  await acceptTerms(person);
  return person;
}

/** Until they are accepted, every page is the one that asks for it: a kept fleet may be older than the terms in force. */
async function acceptTerms({ get, post }: Person): Promise<void> {
  const { current, accepted } = (await (await get('/me/terms')).json()) as {
    current: string;
    accepted: readonly { version: string }[];
  };
  if (accepted.some(({ version }) => version === current)) return;
  await post('/me/terms', { version: current });
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
