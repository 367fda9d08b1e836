import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { AddGarageMember } from './add-garage-member.command.js';
import { AssignDriver } from './assign-driver.command.js';
import { ChangeMember } from './change-member.command.js';
import { ListDrivers } from './list-drivers.query.js';
import { ListGarageMembers } from './list-garage-members.query.js';
import { ListMembers } from './list-members.query.js';
import { RemoveGarageMember } from './remove-garage-member.command.js';
import { RemoveMember } from './remove-member.command.js';
import { UnassignDriver } from './unassign-driver.command.js';
import * as contract from './members.contract.js';

@Controller()
export class MembersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(contract.listMembers)
  list(@Call() call: CallOf<typeof contract.listMembers>) {
    return this.queries.execute(new ListMembers(call));
  }

  @Route(contract.changeMember)
  change(@Call() call: CallOf<typeof contract.changeMember>) {
    return this.commands.execute(new ChangeMember(call));
  }

  @Route(contract.removeMember)
  remove(@Call() call: CallOf<typeof contract.removeMember>) {
    return this.commands.execute(new RemoveMember(call));
  }

  @Route(contract.listGarageMembers)
  ofGarage(@Call() call: CallOf<typeof contract.listGarageMembers>) {
    return this.queries.execute(new ListGarageMembers(call));
  }

  @Route(contract.addGarageMember)
  addToGarage(@Call() call: CallOf<typeof contract.addGarageMember>) {
    return this.commands.execute(new AddGarageMember(call));
  }

  @Route(contract.removeGarageMember)
  removeFromGarage(@Call() call: CallOf<typeof contract.removeGarageMember>) {
    return this.commands.execute(new RemoveGarageMember(call));
  }

  @Route(contract.listDrivers)
  drivers(@Call() call: CallOf<typeof contract.listDrivers>) {
    return this.queries.execute(new ListDrivers(call));
  }

  @Route(contract.assignDriver)
  assign(@Call() call: CallOf<typeof contract.assignDriver>) {
    return this.commands.execute(new AssignDriver(call));
  }

  @Route(contract.unassignDriver)
  unassign(@Call() call: CallOf<typeof contract.unassignDriver>) {
    return this.commands.execute(new UnassignDriver(call));
  }
}
