import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { CreateShare } from './create-share.command.js';
import { GetSharedHistory } from './get-shared-history.query.js';
import { ListShares } from './list-shares.query.js';
import { RevokeShare } from './revoke-share.command.js';
import { createShare, getSharedHistory, listShares, revokeShare } from './shares.contract.js';

@Controller()
export class SharesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(createShare)
  create(@Call() call: CallOf<typeof createShare>) {
    return this.commands.execute(new CreateShare(call));
  }

  @Route(listShares)
  list(@Call() call: CallOf<typeof listShares>) {
    return this.queries.execute(new ListShares(call));
  }

  @Route(revokeShare)
  revoke(@Call() call: CallOf<typeof revokeShare>) {
    return this.commands.execute(new RevokeShare(call));
  }

  @Route(getSharedHistory)
  shared(@Call() call: CallOf<typeof getSharedHistory>) {
    return this.queries.execute(new GetSharedHistory(call));
  }
}
