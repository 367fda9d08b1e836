import {
  applyDecorators,
  createParamDecorator,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CallOf, RouteContract } from './contract.js';

const contractKey = 'odolog:contract';

/** Mounts a contract: its address, its access, its schemas. */
export function Route(contract: RouteContract): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: contract.path, method: RequestMethod[contract.method] }),
    SetMetadata(contractKey, contract),
  );
}

/** The contract of the route that this request came to. */
export function contractOf(context: ExecutionContext): RouteContract | undefined {
  return Reflect.getMetadata(contractKey, context.getHandler()) as RouteContract | undefined;
}

/** Hands the checked request to the controller's method. */
export const Call = createParamDecorator(
  (_: unknown, context: ExecutionContext): CallOf<RouteContract> | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().call,
);
