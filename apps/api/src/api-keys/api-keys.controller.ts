import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.contract.js';
import { CreateApiKey } from './create-api-key.command.js';
import { ListApiKeys } from './list-api-keys.query.js';
import { RevokeApiKey } from './revoke-api-key.command.js';

@Controller()
export class ApiKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(listApiKeys)
  list(@Call() call: CallOf<typeof listApiKeys>) {
    return this.queries.execute(new ListApiKeys(call));
  }

  @Route(createApiKey)
  create(@Call() call: CallOf<typeof createApiKey>) {
    return this.commands.execute(new CreateApiKey(call));
  }

  @Route(revokeApiKey)
  revoke(@Call() call: CallOf<typeof revokeApiKey>) {
    return this.commands.execute(new RevokeApiKey(call));
  }
}
