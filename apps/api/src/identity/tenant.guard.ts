import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { maySomewhere } from '@odolog/access';
import { Problem } from '@odolog/problems';
import type { FastifyRequest } from 'fastify';
import { requireAllowed } from '../access/require.js';
import { resourceOf } from '../access/resource-of.js';
import type { Access, Caller, RouteContract } from '../http/contract.js';
import { contractOf } from '../http/route.decorator.js';
import { RequestLimits } from '../limits/request-limits.js';
import { type Resources, RESOURCES } from '../resources.js';
import { callerOf } from './caller-of.js';

/**
 * Lets in who may come in: a verified token, a membership, and what the policy says about the action that the route
 * declares. A route without a contract is closed.
 */
@Injectable()
export class TenantGuard implements CanActivate {
  private readonly limits: RequestLimits;

  constructor(@Inject(RESOURCES) private readonly resources: Resources) {
    this.limits = new RequestLimits(resources.limiter, resources.config.rateLimit);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const contract = contractOf(context);
    if (!contract) throw new Problem('not-found');
    const { access } = contract;
    if (access === 'public') return this.admitPublic(contract, request);
    const identity = await this.limits.countVerified(request, async () =>
      this.resources.verifyToken(bearerOf(request)),
    );
    const asked = { wish: wishOf(request), isPersonal: access === 'person' };
    const caller = await callerOf(this.resources, identity, asked);
    if (access === 'person') refuseKeys(caller, contract);
    else await this.ask({ ...contract, access }, caller, request);
    if (contract.sendsMail) await this.limits.countMessage(caller);
    request.caller = caller;
    return true;
  }

  /** Whoever watches over the product is always answered. */
  private async admitPublic({ path }: RouteContract, request: FastifyRequest): Promise<true> {
    if (path !== '/health' && path !== '/ready') await this.limits.countPublic(request);
    return true;
  }

  private async ask(
    { access, narrows }: RouteContract & { readonly access: Exclude<Access, 'public' | 'person'> },
    caller: Caller,
    { params }: FastifyRequest,
  ): Promise<void> {
    const resource = await resourceOf(this.resources, caller, params as Record<string, string>);
    if (!narrows) return requireAllowed(caller, access, resource);
    if (!maySomewhere(caller.standing, access)) throw new Problem('forbidden');
  }
}

/** What belongs to a person is changed by the person, not by a key of theirs. */
function refuseKeys({ standing: { scopes } }: Caller, { method, forPeople }: RouteContract): void {
  if (scopes === undefined || (method === 'GET' && !forPeople && scopes.includes('read'))) return;
  throw new Problem('forbidden');
}

function bearerOf({ headers }: FastifyRequest): string {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Problem('unauthenticated');
  return token;
}

/** An address that names a tenant says it all; else the header does. */
function wishOf({ headers, params }: FastifyRequest): string | undefined {
  const wish = (params as { tenantId?: string }).tenantId ?? headers['x-tenant-id'];
  return typeof wish === 'string' ? wish.toLowerCase() : undefined;
}
