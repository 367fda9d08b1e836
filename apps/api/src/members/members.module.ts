import { Module } from '@nestjs/common';
import { AddGarageMemberHandler } from './add-garage-member.command.js';
import { AssignDriverHandler } from './assign-driver.command.js';
import { ChangeMemberHandler } from './change-member.command.js';
import { ListDriversHandler } from './list-drivers.query.js';
import { ListGarageMembersHandler } from './list-garage-members.query.js';
import { ListMembersHandler } from './list-members.query.js';
import { RemoveGarageMemberHandler } from './remove-garage-member.command.js';
import { RemoveMemberHandler } from './remove-member.command.js';
import { UnassignDriverHandler } from './unassign-driver.command.js';
import { MembersController } from './members.controller.js';

@Module({
  controllers: [MembersController],
  providers: [
    ListMembersHandler,
    ChangeMemberHandler,
    RemoveMemberHandler,
    ListGarageMembersHandler,
    AddGarageMemberHandler,
    RemoveGarageMemberHandler,
    ListDriversHandler,
    AssignDriverHandler,
    UnassignDriverHandler,
  ],
})
export class MembersModule {}
