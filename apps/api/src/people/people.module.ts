import { Module } from '@nestjs/common';
import { ChangePreferencesHandler } from './change-preferences.command.js';
import { GetMeHandler } from './get-me.query.js';
import { GetPreferencesHandler } from './get-preferences.query.js';
import { ListTenantsHandler } from './list-tenants.query.js';
import { PeopleController } from './people.controller.js';

@Module({
  controllers: [PeopleController],
  providers: [GetMeHandler, GetPreferencesHandler, ListTenantsHandler, ChangePreferencesHandler],
})
export class PeopleModule {}
