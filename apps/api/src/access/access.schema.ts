import { actions, garageRoles, tenantRoles } from '@odolog/access';
import Type from 'typebox';

export const TenantRoleName = Type.Enum([...tenantRoles]);
export const GarageRoleName = Type.Enum([...garageRoles]);
/** What the caller may do there, by the very policy that would refuse it: what a client offers. */
export const AllowedActions = Type.Array(Type.Enum([...actions]), {
  description: 'What the caller may do with it',
});
