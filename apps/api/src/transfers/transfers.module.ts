import { Module } from '@nestjs/common';
import { AcceptTransferHandler } from './accept-transfer.command.js';
import { DeclineTransferHandler } from './decline-transfer.command.js';
import { GetTransferHandler } from './get-transfer.query.js';
import { ListTransfersHandler } from './list-transfers.query.js';
import { OfferTransferHandler } from './offer-transfer.command.js';
import { RevokeTransferHandler } from './revoke-transfer.command.js';
import { TransfersController } from './transfers.controller.js';

@Module({
  controllers: [TransfersController],
  providers: [
    OfferTransferHandler,
    ListTransfersHandler,
    RevokeTransferHandler,
    GetTransferHandler,
    AcceptTransferHandler,
    DeclineTransferHandler,
  ],
})
export class TransfersModule {}
