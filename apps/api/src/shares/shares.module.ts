import { Module } from '@nestjs/common';
import { CreateShareHandler } from './create-share.command.js';
import { GetSharedHistoryHandler } from './get-shared-history.query.js';
import { ListSharesHandler } from './list-shares.query.js';
import { RevokeShareHandler } from './revoke-share.command.js';
import { SharesController } from './shares.controller.js';

@Module({
  controllers: [SharesController],
  providers: [CreateShareHandler, ListSharesHandler, RevokeShareHandler, GetSharedHistoryHandler],
})
export class SharesModule {}
