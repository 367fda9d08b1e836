import type { TenantRole } from '@odolog/access';

/** A role that claims can give. Owners are made by people: no claim makes one, and none takes one away. */
export type ProvidedRole = Exclude<TenantRole, 'owner'>;

/** An identity provider elsewhere, as the configuration names it. */
export interface OutsideProvider {
  /** Stands in addresses and in the links of people to it: it must not change. */
  readonly id: string;
  /** Stands on the button. */
  readonly name: string;
  readonly issuer: string;
  /** Where its keys are; discovered without it. */
  readonly jwksUrl?: string;
  /** What its access tokens for this API are made for. Without it they are not taken. */
  readonly audience?: string;
  /** With it people can sign in there. A public client has no secret: PKCE is used in any case. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly scopes: readonly string[];
  /** Whether an address that it calls verified is believed, which lets a person in to what exists under the address. */
  readonly trustsEmail: boolean;
  readonly memberships: readonly MembershipRule[];
}

/** The ids of those at which people can sign in. */
export function idsOfOffered(providers: readonly OutsideProvider[]): string[] {
  return providers.flatMap(({ id, clientId }) => (clientId === undefined ? [] : [id]));
}

/**
 * How claims become a membership. The tenant is fixed or read from a claim; the role is read from a claim, the
 * strongest one where several fit. Claims are named as they stand or by a path: `https://acme.example/roles`,
 * `realm_access.roles`.
 */
export interface MembershipRule {
  readonly tenant?: string;
  readonly tenantClaim?: string;
  /** What the values of the claim stand for; without it they are ids of tenants. */
  readonly tenants?: Readonly<Record<string, string>>;
  readonly roleClaim?: string;
  readonly roles?: Readonly<Record<string, ProvidedRole>>;
  /** For whom no value fits. Without it they do not belong. */
  readonly defaultRole?: ProvidedRole;
}

/** What an issuer says about a person; verified by whoever hands it on. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };
