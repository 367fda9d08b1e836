import type { GarageMember } from '@/api/schema.gen';

export type GarageRole = GarageMember['role'];

/** In the order in which they are offered. */
export const garageRoles: readonly GarageRole[] = ['manager', 'driver', 'viewer'];
