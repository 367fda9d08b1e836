import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller.js';
import { CreateApiKeyHandler } from './create-api-key.command.js';
import { ListApiKeysHandler } from './list-api-keys.query.js';
import { RevokeApiKeyHandler } from './revoke-api-key.command.js';

@Module({
  controllers: [ApiKeysController],
  providers: [ListApiKeysHandler, CreateApiKeyHandler, RevokeApiKeyHandler],
})
export class ApiKeysModule {}
