import Type, { type Static } from 'typebox';
import { GarageRoleName, TenantRoleName } from '../access/access.schema.js';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const Member = named(
  'Member',
  Type.Object({
    id: Uuid,
    name: Type.String(),
    email: nullable(Type.String({ description: 'For those who manage members; null for others' })),
    role: TenantRoleName,
    joinedAt: Instant,
    provided: Type.Boolean({
      description:
        'Whether an identity provider elsewhere gives the membership: what is changed of it lasts until that speaks again',
    }),
    garages: Type.Array(Type.Object({ id: Uuid, role: GarageRoleName }), {
      description: 'Roles in garages; of others than oneself only for those who manage members',
    }),
    vehicles: Type.Array(Uuid, { description: 'Vehicles that the member is a driver of; as for garages' }),
  }),
);
export type Member = Static<typeof Member>;
const GarageMember = named(
  'GarageMember',
  Type.Object({ id: Uuid, name: Type.String(), role: GarageRoleName }),
);
export type GarageMember = Static<typeof GarageMember>;
const Driver = named('Driver', Type.Object({ id: Uuid, name: Type.String() }));
export type Driver = Static<typeof Driver>;

const ofTenant = Type.Object({ tenantId: Uuid });
const oneOfTenant = Type.Object({ tenantId: Uuid, userId: Uuid });
const ofGarage = Type.Object({ garageId: Uuid });
const ofVehicle = Type.Object({ vehicleId: Uuid });
const tag = 'Members';

export const listMembers = route({
  method: 'GET',
  path: '/v1/tenants/:tenantId/members',
  operation: 'listMembers',
  tag,
  access: 'tenant.read',
  summary: 'Who belongs to the tenant, with which roles',
  params: ofTenant,
  query: closed(page),
  answers: { 200: pageOf('MemberPage', Member) },
});
export const changeMember = route({
  method: 'PATCH',
  path: '/v1/tenants/:tenantId/members/:userId',
  operation: 'changeMember',
  tag,
  access: 'members.manage',
  summary: 'Give a member another role',
  params: oneOfTenant,
  body: named('MemberChanges', closed({ role: TenantRoleName })),
  answers: { 200: Member },
  problems: ['last-owner'],
});
export const removeMember = route({
  method: 'DELETE',
  path: '/v1/tenants/:tenantId/members/:userId',
  operation: 'removeMember',
  tag,
  access: 'members.manage',
  summary: 'Take a membership away, and all that hung on it',
  params: oneOfTenant,
  answers: { 204: Type.Null() },
  problems: ['last-owner'],
});

export const listGarageMembers = route({
  method: 'GET',
  path: '/v1/garages/:garageId/members',
  operation: 'listGarageMembers',
  tag,
  access: 'garage.read',
  summary: 'Who has a role in the garage',
  params: ofGarage,
  query: closed(page),
  answers: { 200: pageOf('GarageMemberList', GarageMember) },
});
export const addGarageMember = route({
  method: 'POST',
  path: '/v1/garages/:garageId/members',
  operation: 'addGarageMember',
  tag,
  access: 'members.manage',
  summary: 'Give a member of the tenant a role in the garage, or another one',
  params: ofGarage,
  body: named('NewGarageMember', closed({ userId: Uuid, role: GarageRoleName })),
  answers: { 201: GarageMember },
});
export const removeGarageMember = route({
  method: 'DELETE',
  path: '/v1/garages/:garageId/members/:userId',
  operation: 'removeGarageMember',
  tag,
  access: 'members.manage',
  summary: 'Take the role in the garage away',
  params: Type.Object({ garageId: Uuid, userId: Uuid }),
  answers: { 204: Type.Null() },
});

export const listDrivers = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/drivers',
  operation: 'listDrivers',
  tag,
  access: 'vehicle.manage',
  summary: 'Who drives the vehicle',
  params: ofVehicle,
  query: closed(page),
  answers: { 200: pageOf('DriverList', Driver) },
});
export const assignDriver = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/drivers',
  operation: 'assignDriver',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary: 'Let a member of the tenant see the vehicle and log for it',
  params: ofVehicle,
  body: named('NewDriver', closed({ userId: Uuid })),
  answers: { 201: Driver },
});
export const unassignDriver = route({
  method: 'DELETE',
  path: '/v1/vehicles/:vehicleId/drivers/:userId',
  operation: 'unassignDriver',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary: 'Take the vehicle from a driver',
  params: Type.Object({ vehicleId: Uuid, userId: Uuid }),
  answers: { 204: Type.Null() },
});
