import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

export const tokenIn = (link: string) => link.split('/').at(-1) ?? '';

/** An application of the file's own, and before each of its tests a new owner and a new guest. */
export function olgaInvites() {
  let on: TestApp;
  let owner: Person;
  let guest: Person;
  let tenantId: string;
  beforeAll(async () => {
    on = await testApp();
  });
  beforeEach(async () => {
    owner = await aPerson(on.app, 'Olga');
    guest = await aPerson(on.app, 'Gustav');
    tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id;
  });
  afterAll(() => on.close());
  const invitations = () => `/v1/tenants/${tenantId}/invitations`;
  return {
    get on() {
      return on;
    },
    get owner() {
      return owner;
    },
    get guest() {
      return guest;
    },
    get tenantId() {
      return tenantId;
    },
    /** The address of the list. */
    invitations,
    accept: (who: Person, token: string, body = {}) =>
      who.call({ method: 'POST', url: `/v1/invitations/${token}/accept`, body }),
    decline: (token: string) => ask(on.app, { method: 'POST', url: `/v1/invitations/${token}/decline` }),
    look: (token: string) => ask(on.app, { url: `/v1/invitations/${token}` }),
    /** As a driver, unless said otherwise. */
    invited: async (body: object = {}): Promise<{ id: string; token: string }> => {
      const answer = await owner.call({
        url: invitations(),
        body: { email: guest.email, role: 'driver', ...body },
      });
      expect(answer.status).toBe(201);
      return { id: answer.body.id, token: tokenIn(answer.body.link) };
    },
    roleOf: async (person: Person): Promise<string | undefined> => {
      const { rows } = await on.database.admin().pool.query<{
        role: string;
      }>('SELECT role FROM app.memberships WHERE tenant_id = $1 AND user_id = $2', [tenantId, person.userId]);
      return rows[0]?.role;
    },
  };
}
