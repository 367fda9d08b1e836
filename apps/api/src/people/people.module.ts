import { Module } from '@nestjs/common';
import { AcceptTermsHandler } from './accept-terms.command.js';
import { ChangePreferencesHandler } from './change-preferences.command.js';
import { EndSessionHandler } from './end-session.command.js';
import { EndSessionsHandler } from './end-sessions.command.js';
import { GetAcceptedTermsHandler } from './get-accepted-terms.query.js';
import { GetAccountHandler } from './get-account.query.js';
import { GetMeHandler } from './get-me.query.js';
import { GetPreferencesHandler } from './get-preferences.query.js';
import { ListSessionsHandler } from './list-sessions.query.js';
import { ListTenantsHandler } from './list-tenants.query.js';
import { PeopleController } from './people.controller.js';
import { UnlinkProviderHandler } from './unlink-provider.command.js';

@Module({
  controllers: [PeopleController],
  providers: [
    GetMeHandler,
    GetAccountHandler,
    UnlinkProviderHandler,
    GetAcceptedTermsHandler,
    AcceptTermsHandler,
    GetPreferencesHandler,
    ListTenantsHandler,
    ListSessionsHandler,
    ChangePreferencesHandler,
    EndSessionHandler,
    EndSessionsHandler,
  ],
})
export class PeopleModule {}
