import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Resources, RESOURCES } from '../resources.js';
import type { Instance } from './instance.contract.js';

export class GetInstance extends Query<Instance> {}

@QueryHandler(GetInstance)
export class GetInstanceHandler implements IQueryHandler<GetInstance> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<Instance> {
    return { mail: this.resources.mailer.mode };
  }
}
