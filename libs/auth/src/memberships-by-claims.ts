import type { Claims, MembershipRule, ProvidedRole } from './outside-provider.js';

/** That a person belongs to a tenant because an issuer says so. */
export interface ProvidedMembership {
  readonly tenantId: string;
  readonly role: ProvidedRole;
}

/** The strongest first. */
const strength: readonly ProvidedRole[] = ['manager', 'driver', 'viewer', 'maintainer'];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a person belongs by what an issuer says: each tenant once, with the strongest role. */
export function membershipsByClaims(rules: readonly MembershipRule[], claims: Claims): ProvidedMembership[] {
  const roles = new Map<string, ProvidedRole>();
  for (const rule of rules) {
    const role = roleBy(rule, claims);
    if (!role) continue;
    for (const tenantId of tenantsBy(rule, claims))
      roles.set(tenantId, strongest([role, roles.get(tenantId)]) ?? role);
  }
  return [...roles].map(([tenantId, role]) => ({ tenantId, role }));
}

function tenantsBy({ tenant, tenantClaim, tenants }: MembershipRule, claims: Claims): string[] {
  if (tenant !== undefined) return [tenant];
  const values = tenantClaim === undefined ? [] : valuesOf(claims, tenantClaim);
  return values.map((value) => (tenants ? tenants[value] : value.toLowerCase())).filter(isTenantId);
}

function roleBy({ roleClaim, roles = {}, defaultRole }: MembershipRule, claims: Claims) {
  const values = roleClaim === undefined ? [] : valuesOf(claims, roleClaim);
  const fitting = values.map((value) => (Object.hasOwn(roles, value) ? roles[value] : undefined));
  return strongest(fitting) ?? defaultRole;
}

function strongest(roles: readonly (ProvidedRole | undefined)[]): ProvidedRole | undefined {
  return strength.find((role) => roles.includes(role));
}

/** A claim by its own name, which may hold dots, or by the path to it; its texts, whether one or many. */
function valuesOf(claims: Claims, name: string): string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : name.split('.').reduce(member, claims);
  return [value].flat().filter((each) => typeof each === 'string');
}

function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
}

function isTenantId(value: string | undefined): value is string {
  return value !== undefined && uuid.test(value);
}
