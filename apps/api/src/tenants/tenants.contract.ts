import Type from 'typebox';
import { route } from '../http/contract.js';
import { closed, named, Uuid } from '../http/schema.js';
import { Tenant } from '../people/people.contract.js';

const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
const params = Type.Object({ tenantId: Uuid });
const tag = 'Tenants';

export const createTenant = route({
  method: 'POST',
  path: '/v1/tenants',
  operation: 'createTenant',
  tag,
  access: 'person',
  onceBy: 'command',
  summary: 'A fleet of its own, owned by the caller',
  body: named('NewTenant', closed({ name: Name })),
  answers: { 201: Tenant, 200: Tenant },
  problems: [],
});
export const changeTenant = route({
  method: 'PATCH',
  path: '/v1/tenants/:tenantId',
  operation: 'changeTenant',
  tag,
  access: 'tenant.manage',
  summary: 'Give the tenant another name',
  params,
  body: named('TenantChanges', closed({ name: Name })),
  answers: { 200: Tenant },
});
export const transferTenant = route({
  method: 'POST',
  path: '/v1/tenants/:tenantId/transfer',
  operation: 'transferTenant',
  tag,
  access: 'tenant.manage',
  summary: 'Make another member the owner; the caller stays as a manager',
  params,
  body: named('TenantTransfer', closed({ userId: Uuid })),
  answers: { 204: Type.Null() },
});
export const leaveTenant = route({
  method: 'POST',
  path: '/v1/tenants/:tenantId/leave',
  operation: 'leaveTenant',
  tag,
  access: 'person',
  summary: 'Give up the membership',
  params,
  answers: { 204: Type.Null() },
  problems: ['last-owner'],
});
