import { rounds } from '@odolog/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicPath } from '../src/http/openapi.js';
import { routes } from '../src/routes.js';
import { arbitraryOf } from './any-request/arbitrary-of.js';
import { aHousehold, freshThings, type Household } from './every-route/household.js';
import { testApp, type TestApp } from './test-app.js';

/** The same requests in every run: what fails once fails again. */
const seed = 20261121;
const requestsARoute = rounds(2, 40);
/** Of what is slow on purpose, or sends mail, of which only so many leave in an hour. */
const requestsAMail = rounds(2, 3);

let on: TestApp;
let household: Household;
beforeAll(async () => {
  on = await testApp();
  household = await aHousehold(on);
});
afterAll(() => on.close());

/** Ways to leave what all the others need, a stream that ends when its reader does. */
const leftOut = [
  ...['signOut', 'endSessions', 'endSession', 'deleteAccount', 'leaveTenant', 'transferTenant'],
  ...['streamFeed'],
];
const slow = ['requestPasswordReset', 'fillSampleGarage'];
const attacked = routes
  .filter(({ operation, consumes }) => consumes !== 'multipart' && !leftOut.includes(operation))
  .sort((a, b) => Number(a.sendsMail) - Number(b.sendsMail));
/** To wait for what never comes is what they are for. */
const waiting = ['minPosition', 'min-position'];

test.each(attacked.map((route) => [`${route.method} ${publicPath(route)}`, route] as const))(
  '%s takes or refuses whatever is sent, and never fails over it',
  async (_, route) => {
    const path = publicPath(route).replace(/^\/api/, '');
    const ids = await freshThings(on, household, path);
    const known = Object.values(ids);
    const parameters = Object.keys(route.query.properties).filter((name) => !waiting.includes(name));
    const request = fc.record({
      params: fc.record(
        Object.fromEntries(
          Object.entries(route.params.properties).map(([name, schema]) => [
            name,
            fc.oneof(
              { arbitrary: fc.constant(ids[name]), weight: 9 },
              { arbitrary: arbitraryOf(schema, known), weight: 1 },
            ),
          ]),
        ),
      ),
      query: fc.record(
        Object.fromEntries(
          parameters.map((name) => [name, arbitraryOf(route.query.properties[name]!, known)]),
        ),
        { requiredKeys: [] },
      ),
      body: route.consumes === 'json' ? arbitraryOf(route.body, known) : fc.constant(undefined),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ params, query, body }) => {
        const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => inAddress(params[name]) || '-');
        const search = new URLSearchParams();
        for (const [name, value] of Object.entries(query)) search.append(name, asText(value));
        const { status } = await household.owner.call({
          method: route.method,
          url: `${address}?${search.toString()}`,
          ...(body !== undefined && { body: JSON.stringify(body) }),
          ...(body !== undefined && { headers: { 'content-type': 'application/json' } }),
        });
        // 503 is an answer, too: the worker that it needs is not running here
        expect(status === 503 ? 0 : status).toBeLessThan(500);
      }),
      { seed, numRuns: route.sendsMail || slow.includes(route.operation) ? requestsAMail : requestsARoute },
    );
  },
);

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
const inAddress = (value: unknown): string => encodeURIComponent(asText(value).toWellFormed());
