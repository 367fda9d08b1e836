import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { AcceptTerms } from './accept-terms.command.js';
import { ChangePreferences } from './change-preferences.command.js';
import { EndSession } from './end-session.command.js';
import { EndSessions } from './end-sessions.command.js';
import { GetAcceptedTerms } from './get-accepted-terms.query.js';
import { GetAccount } from './get-account.query.js';
import { GetMe } from './get-me.query.js';
import { GetPreferences } from './get-preferences.query.js';
import { ListSessions } from './list-sessions.query.js';
import { ListTenants } from './list-tenants.query.js';
import {
  changePreferences,
  getAccount,
  getMe,
  getPreferences,
  listTenants,
  unlinkProvider,
} from './people.contract.js';
import { endSession, endSessions, listSessions } from './sessions.contract.js';
import { acceptTerms, getAcceptedTerms } from './terms.contract.js';
import { UnlinkProvider } from './unlink-provider.command.js';

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

  @Route(getAccount)
  account(@Call() call: CallOf<typeof getAccount>) {
    return this.queries.execute(new GetAccount(call));
  }

  @Route(unlinkProvider)
  unlink(@Call() call: CallOf<typeof unlinkProvider>) {
    return this.commands.execute(new UnlinkProvider(call));
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

  @Route(getAcceptedTerms)
  terms(@Call() call: CallOf<typeof getAcceptedTerms>) {
    return this.queries.execute(new GetAcceptedTerms(call));
  }

  @Route(acceptTerms)
  acceptTerms(@Call() call: CallOf<typeof acceptTerms>) {
    return this.commands.execute(new AcceptTerms(call));
  }

  @Route(listSessions)
  sessions(@Call() call: CallOf<typeof listSessions>) {
    return this.queries.execute(new ListSessions(call));
  }

  @Route(endSession)
  endSession(@Call() call: CallOf<typeof endSession>) {
    return this.commands.execute(new EndSession(call));
  }

  @Route(endSessions)
  endSessions(@Call() call: CallOf<typeof endSessions>) {
    return this.commands.execute(new EndSessions(call));
  }
}
