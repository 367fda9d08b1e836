import { actions, scopeOfAction, type Action, type Scope } from './actions.js';
import {
  askableByDrivers,
  grantableBy,
  grantedByAssignment,
  grantedInGarage,
  grantedInTenant,
  ofInstallation,
  type GarageRole,
  type TenantRole,
} from './grants.js';

/** Who asks: everything about a person in one tenant that the answer depends on. */
export interface Standing {
  readonly role: TenantRole;
  readonly garages: readonly { readonly id: string; readonly role: GarageRole }[];
  /** Ids of the vehicles that the person is a driver of. */
  readonly vehicles: readonly string[];
  /** Whether the tenant is the one that operates the installation. */
  readonly operates: boolean;
  /** Of an API key; a person who is signed in has none and is not limited. */
  readonly scopes?: readonly Scope[] | undefined;
}

/** What is asked about, within the same tenant. */
export type Resource =
  | { readonly kind: 'tenant' }
  | { readonly kind: 'garage'; readonly id: string }
  | { readonly kind: 'vehicle'; readonly id: string; readonly garageId: string | null };

/** Which vehicles an action reaches: all of the tenant, or those in these garages and these ones. */
export type Reach =
  | { readonly all: true }
  | { readonly all: false; readonly garageIds: readonly string[]; readonly vehicleIds: readonly string[] };

export const wholeTenant: Resource = { kind: 'tenant' };

/** The policy: whether this may be done to that. */
export function may(standing: Standing, action: Action, resource: Resource): boolean {
  return isInScope(standing, action) && isGranted(standing, action, resource);
}

/** Whether an entry of a vehicle may be corrected, taken out or put back, by who made it and by who did not. */
export function mayCorrect(standing: Standing, vehicle: Resource, isOwn: boolean): boolean {
  return may(standing, isOwn ? 'event.correct' : 'event.correct-others', vehicle);
}

/** Whether it may be done to something in the tenant: for lists, and for what is named only inside a body. */
export function maySomewhere(standing: Standing, action: Action): boolean {
  if (!isInScope(standing, action)) return false;
  if (isGranted(standing, action, wholeTenant)) return true;
  if (standing.role === 'driver' && askableByDrivers.includes(action)) return true;
  const { garageIds, vehicleIds } = reachInParts(standing, action);
  return garageIds.length > 0 || vehicleIds.length > 0;
}

/**
 * `hidden` for what the caller may not even see, which is then as if it were not there. What a key lacks in scopes does not
 * hide what its owner sees.
 */
export function decide(
  standing: Standing,
  action: Action,
  resource: Resource,
): 'allowed' | 'forbidden' | 'hidden' {
  if (!sees(standing, resource)) return 'hidden';
  return may(standing, action, resource) ? 'allowed' : 'forbidden';
}

/** The vehicles that an action reaches, so that a list can be narrowed where it is read. */
export function reachOf(standing: Standing, action: Action): Reach {
  if (may(standing, action, wholeTenant)) return { all: true };
  const none = { garageIds: [], vehicleIds: [] };
  return { all: false, ...(isInScope(standing, action) ? reachInParts(standing, action) : none) };
}

/** All that is allowed: what a client offers. */
export function allowedActions(standing: Standing, resource: Resource): Action[] {
  return actions.filter((action) => may(standing, action, resource));
}

/** The tenant roles that one may give there; none without `members.manage`. */
export function grantableRoles(standing: Standing, resource: Resource): readonly TenantRole[] {
  if (!may(standing, 'members.manage', resource)) return [];
  return grantableBy[standing.role].filter((role) => role !== 'maintainer' || standing.operates);
}

/**
 * The roles of others that one may change and take away there. Nobody takes an owner's: whoever could would lock them out of what is
 * theirs. An owner steps down, leaves or hands over by their own hand.
 */
export function takeableRoles(standing: Standing, resource: Resource): readonly TenantRole[] {
  return grantableRoles(standing, resource).filter((role) => role !== 'owner');
}

function sees(standing: Standing, resource: Resource): boolean {
  if (resource.kind === 'tenant') return true;
  return isGranted(standing, resource.kind === 'garage' ? 'garage.read' : 'vehicle.read', resource);
}

function isInScope({ scopes }: Standing, action: Action): boolean {
  if (scopes === undefined) return true;
  const needed = scopeOfAction[action];
  return needed !== null && scopes.includes(needed);
}

function isGranted(standing: Standing, action: Action, resource: Resource): boolean {
  if (ofInstallation.includes(action) && !standing.operates) return false;
  if (grantedInTenant[standing.role].includes(action)) return true;
  if (resource.kind === 'tenant') return false;
  const { garageIds, vehicleIds } = reachInParts(standing, action);
  if (resource.kind === 'garage') return garageIds.includes(resource.id);
  const isInGarage = resource.garageId !== null && garageIds.includes(resource.garageId);
  return isInGarage || vehicleIds.includes(resource.id);
}

function reachInParts({ role, garages, vehicles }: Standing, action: Action) {
  if (role === 'maintainer') return { garageIds: [], vehicleIds: [] };
  return {
    garageIds: garages.filter((garage) => grantedInGarage[garage.role].includes(action)).map(({ id }) => id),
    vehicleIds: grantedByAssignment.includes(action) ? vehicles : [],
  };
}
