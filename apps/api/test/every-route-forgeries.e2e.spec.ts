import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWalk } from './every-route/expect-walk.js';
import { forgedTokens, forgeries, signedToken, type IssuerKey } from './every-route/forged-tokens.js';
import { aHousehold, type Household } from './every-route/household.js';
import { keyServer, type KeyServer } from './every-route/key-server.js';
import { spent, spentCredentials } from './every-route/spent-credentials.js';
import { builtInKey, outerAudience, outerKey } from './every-route/trusted-keys.js';
import { ask, testApp, type TestApp } from './test-app.js';

let on: TestApp;
let household: Household;
/** The provider elsewhere, and whoever would like to be believed in its place. */
let [issuer, attacker]: KeyServer[] = [];
beforeAll(async () => {
  [issuer, attacker] = [await keyServer(), await keyServer()];
  const outer = { id: 'outer', name: 'Outer', issuer: issuer.url, audience: outerAudience };
  on = await testApp({
    trustedProxies: 1,
    outsideProviders: [{ ...outer, scopes: [], trustsEmail: false, memberships: [] }],
  });
  household = await aHousehold(on);
});
afterAll(async () => {
  await on.close();
  await Promise.all([issuer?.close(), attacker?.close()]);
});

const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` });
const opensNothing = (token: string | undefined) =>
  expectWalk(on, household, { column: 'nobody', headers: bearer(token) });

/** One door for the tokens of both issuers: behind it every route is tried with those of one, and two with those of the other. */
async function opensNeither(token: string | undefined): Promise<void> {
  const headers = bearer(token);
  const asked = [
    { url: '/v1/me', headers },
    { method: 'POST', url: '/v1/vehicles', headers, body: { nickname: 'Cuore' } },
  ] as const;
  for (const request of asked) expect((await ask(on.app, request)).status).toBe(401);
}

describe.each([
  ['the built-in issuer', () => builtInKey(on, household.owner), opensNothing],
  ['an issuer elsewhere', () => outerKey(on, issuer!, household.owner), opensNeither],
])('of %s', (_issuer, plantKey, expectRefusal) => {
  let key: IssuerKey;
  let forged: Record<string, string>;
  beforeAll(async () => {
    key = await plantKey();
    forged = await forgedTokens(key, attacker!);
  });

  test.each([{}, { typ: 'JWT' }, { typ: 'at+jwt' }])(
    'a token holds while nothing is wrong with it, and opens what is the owner’s: %o',
    async (header) => {
      const headers = bearer(await signedToken(key, { header }));
      const { status, body } = await ask(on.app, { url: '/v1/me', headers });
      expect({ status, id: body.id }).toEqual({ status: 200, id: household.owner.userId });
    },
  );

  test.each(forgeries)('%s opens nothing', async (name) => {
    await expectRefusal(forged[name]);
    expect(attacker!.asked).toEqual([]);
  });
});

describe('what opened everything once, or never did:', () => {
  let credentials: Record<string, string>;
  beforeAll(async () => {
    credentials = await spentCredentials(on, household.owner);
  });

  test.each(spent)('%s opens nothing', async (name) => {
    await opensNothing(credentials[name]);
  });
});
