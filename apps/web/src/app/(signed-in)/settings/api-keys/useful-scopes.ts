import { scopeOfAction, scopes, type Action, type Scope } from '@odolog/access';

/** The scopes that would open something to a key of someone who may do this. */
export function usefulScopes(allowed: readonly Action[]): Scope[] {
  return scopes.filter((scope) => allowed.some((action) => scopeOfAction[action] === scope));
}
