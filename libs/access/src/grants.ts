import type { Action } from './actions.js';

/** What a person is in a tenant. */
export const tenantRoles = ['owner', 'manager', 'driver', 'viewer', 'maintainer'] as const;
export type TenantRole = (typeof tenantRoles)[number];

/** What a person is in one garage, besides. */
export const garageRoles = ['manager', 'driver', 'viewer'] as const;
export type GarageRole = (typeof garageRoles)[number];

const look: readonly Action[] = ['vehicle.read', 'garage.read'];
/** Whoever drives also puts right what they mistyped themselves; what others entered is for who answers for the vehicle. */
const log: readonly Action[] = ['event.record', 'event.correct', 'reminder.manage'];
const manage: readonly Action[] = [
  'event.correct-others',
  'vehicle.manage',
  'vehicle.transfer',
  'import.run',
  'export.run',
  'share.manage',
  'garage.manage',
  'members.manage',
];

/** Of the whole installation, not of a tenant: granted only in the tenant that operates it. */
export const ofInstallation: readonly Action[] = ['ops.read', 'ops.run'];

/** One's own: a key does nothing that the person may not do, so everyone may have some. */
const keys: readonly Action[] = ['keys.manage'];

/** What each role may do everywhere in its tenant. */
export const grantedInTenant: Readonly<Record<TenantRole, readonly Action[]>> = {
  owner: [
    ...look,
    ...log,
    ...manage,
    ...keys,
    'tenant.read',
    'tenant.manage',
    'audit.read',
    ...ofInstallation,
  ],
  manager: [...look, ...log, ...manage, ...keys, 'tenant.read'],
  driver: [...keys, 'tenant.read'],
  viewer: [...look, ...keys, 'tenant.read'],
  // Keeps the installation running and sees no user data: nothing is added by a garage or an assignment either.
  maintainer: [...keys, ...ofInstallation],
};

/** What a role in a garage adds, for the garage and the vehicles in it. */
export const grantedInGarage: Readonly<Record<GarageRole, readonly Action[]>> = {
  manager: [...look, ...log, ...manage],
  driver: [...look, ...log],
  viewer: look,
};

/** What it adds to be one of a vehicle's drivers. */
export const grantedByAssignment: readonly Action[] = ['vehicle.read', ...log];

/** What a driver may ask for before anything is assigned to them: the list is empty, not refused. */
export const askableByDrivers: readonly Action[] = [...look, ...log];

/** Which roles one may give, where one manages members; a maintainer only where there is something to maintain. */
export const grantableBy: Readonly<Record<TenantRole, readonly TenantRole[]>> = {
  owner: tenantRoles,
  manager: ['driver', 'viewer'],
  // Who manages only a garage lets people into that garage: a viewer would read the whole tenant.
  driver: ['driver'],
  viewer: ['driver'],
  maintainer: [],
};
