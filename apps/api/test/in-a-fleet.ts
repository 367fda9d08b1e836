import type { TenantRole } from '@odolog/access';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

/** An application of the file's own, and before each of its tests a new fleet with an owner. */
export function inAFleet() {
  let on: TestApp;
  let owner: Person;
  let tenantId: string;
  beforeAll(async () => {
    on = await testApp();
  });
  beforeEach(async () => {
    const founder = await aPerson(on.app, 'Owner');
    tenantId = (await founder.call({ url: '/v1/tenants', body: { name: 'North Fleet' } })).body.id;
    owner = within(founder);
  });
  afterAll(() => on.close());
  /** The same person, calling in the fleet. */
  const within = (person: Person): Person => {
    const tenant = { 'x-tenant-id': tenantId };
    return {
      ...person,
      call: ({ headers, ...rest }) => person.call({ ...rest, headers: { ...tenant, ...headers } }),
    };
  };
  const members = () => `/v1/tenants/${tenantId}/members`;
  return {
    get on() {
      return on;
    },
    get owner() {
      return owner;
    },
    get tenantId() {
      return tenantId;
    },
    within,
    /** The address of the list. */
    members,
    aMember: async (role: TenantRole, name: string = role): Promise<Person> => {
      const person = await aPerson(on.app, name);
      await addToTenant(on, owner, person, { role });
      return within(person);
    },
    giveRole: (by: Person, to: Person, role: TenantRole) =>
      by.call({ method: 'PATCH', url: `${members()}/${to.userId}`, body: { role } }),
    remove: (by: Person, whom: Person) => by.call({ method: 'DELETE', url: `${members()}/${whom.userId}` }),
    leave: (who: Person) => who.call({ method: 'POST', url: `/v1/tenants/${tenantId}/leave` }),
  };
}
