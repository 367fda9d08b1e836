import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Problem } from '@odolog/problems';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Account, getAccount } from './people.contract.js';

export class GetAccount extends Query<Account> {
  constructor(readonly call: CallOf<typeof getAccount>) {
    super();
  }
}

@QueryHandler(GetAccount)
export class GetAccountHandler implements IQueryHandler<GetAccount> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: GetAccount): Promise<Account> {
    const { identity, config } = this.resources;
    const account = await identity.accountOf(caller.userId);
    if (!account) throw new Problem('not-found');
    const { links, passkeys, ...rest } = account;
    const nameOf = (of: string) => config.outsideProviders.find(({ id }) => id === of)?.name ?? of;
    return {
      ...rest,
      passkeys: [...passkeys],
      providers: links.map(({ id: linkId, providerId: id, createdAt: linkedAt }) => ({
        linkId,
        id,
        name: nameOf(id),
        linkedAt,
      })),
    };
  }
}
