import { describe, expect, it } from 'vitest';
import { membershipsByClaims } from './memberships-by-claims.js';
import type { MembershipRule } from './outside-provider.js';

const fleet = '0198c0de-0000-7000-8000-000000000001';
const workshop = '0198c0de-0000-7000-8000-000000000002';
const roles = { admins: 'manager', drivers: 'driver', staff: 'viewer' } as const;

const by = (rule: MembershipRule, claims: Record<string, unknown>) =>
  membershipsByClaims([rule], { sub: 'somebody', ...claims });

describe('the role', () => {
  it.each<[string, MembershipRule, Record<string, unknown>]>([
    ['a claim with one value', { roleClaim: 'role' }, { role: 'drivers' }],
    ['a list', { roleClaim: 'groups' }, { groups: ['everyone', 'drivers'] }],
    [
      'a path, as Keycloak has it',
      { roleClaim: 'realm_access.roles' },
      { realm_access: { roles: ['drivers'] } },
    ],
    [
      'a name with dots, as Auth0 has it',
      { roleClaim: 'https://acme.example/roles' },
      { 'https://acme.example/roles': ['drivers'] },
    ],
  ])('is read from %s', (_name, rule, claims) => {
    expect(by({ tenant: fleet, roles, ...rule }, claims)).toEqual([{ tenantId: fleet, role: 'driver' }]);
  });

  it('is the strongest of those that fit', () => {
    const groups = ['staff', 'admins', 'drivers'];
    expect(by({ tenant: fleet, roleClaim: 'groups', roles }, { groups })).toEqual([
      { tenantId: fleet, role: 'manager' },
    ]);
  });

  it('falls back to the default, and without one there is no membership', () => {
    const rule = { tenant: fleet, roleClaim: 'groups', roles };
    expect(by({ ...rule, defaultRole: 'viewer' }, { groups: ['guests'] })).toEqual([
      { tenantId: fleet, role: 'viewer' },
    ]);
    expect(by(rule, { groups: ['guests'] })).toEqual([]);
    expect(by(rule, {})).toEqual([]);
  });

  it('is not found in what every object has', () => {
    for (const value of ['constructor', '__proto__', 'toString'])
      expect(by({ tenant: fleet, roleClaim: 'groups', roles }, { groups: [value] })).toEqual([]);
    expect(by({ tenant: fleet, roleClaim: 'constructor.name', roles: { Object: 'manager' } }, {})).toEqual(
      [],
    );
  });
});

describe('the tenant', () => {
  it('is read from a claim, by a name that the configuration knows or as an id', () => {
    const rule = { tenantClaim: 'org', defaultRole: 'viewer' } as const;
    expect(by({ ...rule, tenants: { acme: fleet } }, { org: 'acme' })).toEqual([
      { tenantId: fleet, role: 'viewer' },
    ]);
    expect(by(rule, { org: [fleet, workshop.toUpperCase()] }).map(({ tenantId }) => tenantId)).toEqual([
      fleet,
      workshop,
    ]);
  });

  it('that nobody has heard of is none', () => {
    const rule = { tenantClaim: 'org', tenants: { acme: fleet }, defaultRole: 'viewer' } as const;
    expect(by(rule, { org: 'umbrella' })).toEqual([]);
    expect(by({ tenantClaim: 'org', defaultRole: 'viewer' }, { org: 'umbrella' })).toEqual([]);
  });
});

it('several rules give each tenant once, with the strongest role', () => {
  const rules: MembershipRule[] = [
    { tenant: fleet, defaultRole: 'viewer' },
    { tenant: fleet, roleClaim: 'groups', roles },
    { tenant: workshop, defaultRole: 'driver' },
  ];
  expect(membershipsByClaims(rules, { sub: 'somebody', groups: ['admins'] })).toEqual([
    { tenantId: fleet, role: 'manager' },
    { tenantId: workshop, role: 'driver' },
  ]);
});
