import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Resources, RESOURCES } from '../resources.js';
import type { Instance } from './instance.contract.js';

export class GetInstance extends Query<Instance> {}

@QueryHandler(GetInstance)
export class GetInstanceHandler implements IQueryHandler<GetInstance> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<Instance> {
    const { config, mailer } = this.resources;
    const offered = config.outsideProviders.filter(({ clientId }) => clientId !== undefined);
    const { version, text = null, url = null } = config.terms;
    return {
      mail: mailer.mode,
      terms: { version, text, url },
      identityProviders: offered.map(({ id, name }) => ({ id, name })),
    };
  }
}
