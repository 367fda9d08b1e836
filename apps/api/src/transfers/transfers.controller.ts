import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { AcceptTransfer } from './accept-transfer.command.js';
import { DeclineTransfer } from './decline-transfer.command.js';
import { GetTransfer } from './get-transfer.query.js';
import { ListTransfers } from './list-transfers.query.js';
import { OfferTransfer } from './offer-transfer.command.js';
import { RevokeTransfer } from './revoke-transfer.command.js';
import {
  acceptTransfer,
  declineTransfer,
  getTransfer,
  listTransfers,
  offerTransfer,
  revokeTransfer,
} from './transfers.contract.js';

@Controller()
export class TransfersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(offerTransfer)
  offer(@Call() call: CallOf<typeof offerTransfer>) {
    return this.commands.execute(new OfferTransfer(call));
  }

  @Route(listTransfers)
  list(@Call() call: CallOf<typeof listTransfers>) {
    return this.queries.execute(new ListTransfers(call));
  }

  @Route(revokeTransfer)
  revoke(@Call() call: CallOf<typeof revokeTransfer>) {
    return this.commands.execute(new RevokeTransfer(call));
  }

  @Route(getTransfer)
  offered(@Call() call: CallOf<typeof getTransfer>) {
    return this.queries.execute(new GetTransfer(call));
  }

  @Route(acceptTransfer)
  accept(@Call() call: CallOf<typeof acceptTransfer>) {
    return this.commands.execute(new AcceptTransfer(call));
  }

  @Route(declineTransfer)
  decline(@Call() call: CallOf<typeof declineTransfer>) {
    return this.commands.execute(new DeclineTransfer(call));
  }
}
