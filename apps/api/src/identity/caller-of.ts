import type { Identity, Membership } from '@odolog/auth';
import { Problem } from '@odolog/problems';
import { standingOf } from '../access/standing.js';
import { requireApiKeyStands } from '../api-keys/read-api-keys.js';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { refuseCutLink } from './living-link.js';
import { refuseEndedSession } from './living-session.js';

interface Asked {
  /** X-Tenant-Id. */
  readonly wish: string | undefined;
  /** What is asked for is the person's own: where none is named, any of their tenants will do. */
  readonly isPersonal: boolean;
}

/**
 * Who calls, in which tenant. What a token or a header says about the tenant is a wish; the membership decides.
 *
 * @throws Problem `not-found` for a tenant of others, `forbidden` for one that the person has left since the token was made
 */
export async function callerOf(resources: Resources, identity: Identity, asked: Asked): Promise<Caller> {
  const { userId, scopes, apiKeyId, sessionId, link } = identity;
  const memberships = await resources.membershipsOf(userId);
  const membership = choose(memberships, identity, asked);
  const standing = await standingOf(resources, userId, membership);
  const { tenantId } = membership;
  const means = { ...(apiKeyId && { apiKeyId }), ...(sessionId && { sessionId }), ...(link && { link }) };
  return { userId, tenantId, standing: { ...standing, scopes }, ...means };
}

/**
 * The caller as of now, for what goes on after the answer has begun.
 *
 * @throws Problem `forbidden` once they have left, `unauthenticated` once their session is over, their key is revoked, or the
 * provider unlinked whose token they came with
 */
export async function callerStill(
  resources: Resources,
  { standing: { scopes }, ...caller }: Caller,
): Promise<Caller> {
  if (caller.apiKeyId) await requireApiKeyStands(resources.db, caller.tenantId, caller.apiKeyId);
  await refuseEndedSession(resources, caller);
  await refuseCutLink(resources, caller);
  const identity = { ...caller, ...(scopes && { scopes }) };
  return callerOf(resources, identity, { wish: undefined, isPersonal: false });
}

function choose(memberships: readonly Membership[], of: Identity, { wish, isPersonal }: Asked): Membership {
  const isElsewhere = of.scopes !== undefined && wish !== undefined && wish !== of.tenantId;
  const wanted = wish ?? of.tenantId ?? memberships[0]?.tenantId;
  const membership = memberships.find(({ tenantId }) => tenantId === wanted);
  const found = isPersonal && wish === undefined ? (membership ?? memberships[0]) : membership;
  // A key opens the tenant that it was made in, and no other.
  if (!found || isElsewhere) throw new Problem(wish === undefined ? 'forbidden' : 'not-found');
  return found;
}
