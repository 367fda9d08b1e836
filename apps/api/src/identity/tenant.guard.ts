import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Membership, Role } from '@odolog/auth';
import { Problem } from '@odolog/problems';
import type { FastifyRequest } from 'fastify';
import type { Access } from '../http/contract.js';
import { contractOf } from '../http/route.decorator.js';
import { type Resources, RESOURCES } from '../resources.js';

const editors: readonly Role[] = ['owner', 'manager', 'driver', 'maintainer'];

/**
 * Lets in who may come in: a verified token, and a membership in the tenant that the token or X-Tenant-Id names. What a
 * token says about a tenant is a wish; the membership decides. A route without a contract is closed.
 */
@Injectable()
export class TenantGuard implements CanActivate {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = contractOf(context)?.access;
    if (!access) throw new Problem('not-found');
    if (access === 'public') return true;
    const { userId, tenantId } = await this.resources.verifyToken(bearerOf(request));
    const memberships = await this.resources.membershipsOf(userId);
    const { tenantId: tenant, role } = choose(memberships, wishOf(request), tenantId);
    if (!allows(access, role)) throw new Problem('forbidden');
    request.caller = { userId, tenantId: tenant, role };
    return true;
  }
}

function bearerOf({ headers }: FastifyRequest): string {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Problem('unauthenticated');
  return token;
}

function wishOf({ headers }: FastifyRequest): string | undefined {
  const wish = headers['x-tenant-id'];
  return typeof wish === 'string' ? wish.toLowerCase() : undefined;
}

/** A tenant of others is not there; one that the person has left since the token was made is forbidden. */
function choose(
  memberships: readonly Membership[],
  wish: string | undefined,
  ofToken: string | undefined,
): Membership {
  const wanted = wish ?? ofToken ?? memberships[0]?.tenantId;
  const membership = memberships.find(({ tenantId }) => tenantId === wanted);
  if (!membership) throw new Problem(wish ? 'not-found' : 'forbidden');
  return membership;
}

function allows(access: Access, role: Role): boolean {
  return access === 'member' || editors.includes(role);
}
