export { actions, scopes, scopeOfAction, type Action, type Scope } from './actions.js';
export { garageRoles, tenantRoles, type GarageRole, type TenantRole } from './grants.js';
export {
  allowedActions,
  decide,
  grantableRoles,
  takeableRoles,
  may,
  mayCorrect,
  maySomewhere,
  reachOf,
  wholeTenant,
  type Reach,
  type Resource,
  type Standing,
} from './policy.js';
