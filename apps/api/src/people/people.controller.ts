import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { ChangePreferences } from './change-preferences.command.js';
import { GetMe } from './get-me.query.js';
import { GetPreferences } from './get-preferences.query.js';
import { ListTenants } from './list-tenants.query.js';
import { changePreferences, getMe, getPreferences, listTenants } from './people.contract.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(getMe)
  me(@Call() call: CallOf<typeof getMe>) {
    return this.queries.execute(new GetMe(call));
  }

  @Route(getPreferences)
  preferences(@Call() call: CallOf<typeof getPreferences>) {
    return this.queries.execute(new GetPreferences(call));
  }

  @Route(changePreferences)
  change(@Call() call: CallOf<typeof changePreferences>) {
    return this.commands.execute(new ChangePreferences(call));
  }

  @Route(listTenants)
  tenants(@Call() call: CallOf<typeof listTenants>) {
    return this.queries.execute(new ListTenants(call));
  }
}
