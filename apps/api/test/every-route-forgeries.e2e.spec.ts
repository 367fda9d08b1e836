import { rounds } from '@odolog/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentsOf } from './every-route/contents.js';
import { expectAnswers } from './every-route/expect-walk.js';
import { forgedTokens, forgeries, signedToken, type IssuerKey } from './every-route/forged-tokens.js';
import { aHousehold, type Household } from './every-route/household.js';
import { keyServer, type KeyServer } from './every-route/key-server.js';
import { spent, spentCredentials } from './every-route/spent-credentials.js';
import { builtInKey, outerAudience, outerKey } from './every-route/trusted-keys.js';
import { everyRoute } from './every-route/walk.js';
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
/** The guard is one and the same for every route: each credential is tried at some of them, each of those by others. */
const stride = rounds(25, 5);
const opensNothing = (token: string | undefined, turn: number) =>
  expectAnswers(on, household, {
    column: 'nobody',
    headers: bearer(token),
    routes: everyRoute.filter((_, at) => (at + turn) % stride === 0),
  });

describe.each([
  ['the built-in issuer', () => builtInKey(on, household.owner)],
  ['an issuer elsewhere', () => outerKey(on, issuer!, household.owner)],
])('of %s', (_issuer, plantKey) => {
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

  describe('when it is forged:', () => {
    let kept: Record<string, string>;
    beforeAll(async () => {
      kept = await contentsOf(on);
    });

    test.each([...forgeries.entries()])('%i: %s opens nothing', async (turn, name) => {
      await opensNothing(forged[name], turn);
      expect(attacker!.asked).toEqual([]);
    });

    test('none of them wrote anything', async () => {
      expect(await contentsOf(on)).toEqual(kept);
    });
  });
});

describe('what opened everything once, or never did:', () => {
  let credentials: Record<string, string>;
  let kept: Record<string, string>;
  beforeAll(async () => {
    credentials = await spentCredentials(on, household.owner);
    kept = await contentsOf(on);
  });

  test.each([...spent.entries()])('%i: %s opens nothing', async (turn, name) => {
    await opensNothing(credentials[name], turn);
  });

  test('none of them wrote anything', async () => {
    expect(await contentsOf(on)).toEqual(kept);
  });
});
