import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { forgetLink } from '../identity/living-link.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { unlinkProvider } from './people.contract.js';

export class UnlinkProvider extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof unlinkProvider>) {
    super();
  }
}

@CommandHandler(UnlinkProvider)
export class UnlinkProviderHandler implements ICommandHandler<UnlinkProvider> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: UnlinkProvider): Promise<Answer<null>> {
    const { cache, identity } = this.resources;
    const unlinked = await identity.unlinkProvider(caller.userId, params.linkId);
    await forgetLink(cache, unlinked);
    await cache.delete({ key: `memberships:${caller.userId}` });
    return new Answer(204, null);
  }
}
