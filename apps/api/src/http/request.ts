import type { Caller, CallOf, RouteContract } from './contract.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of the tenant. */
    caller?: Caller;
    /** Set once the request has kept its contract. */
    call?: CallOf<RouteContract>;
  }
}
