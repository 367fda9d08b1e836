import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { ChangeVehicle } from './change-vehicle.command.js';
import { CreateVehicle } from './create-vehicle.command.js';
import { DeleteVehicle } from './delete-vehicle.command.js';
import { GetVehicle } from './get-vehicle.query.js';
import { ListVehicles } from './list-vehicles.query.js';
import { RestoreVehicle } from './restore-vehicle.command.js';
import {
  changeVehicle,
  createVehicle,
  deleteVehicle,
  getVehicle,
  listVehicles,
  restoreVehicle,
} from './vehicles.contract.js';

@Controller()
export class VehiclesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(createVehicle)
  create(@Call() call: CallOf<typeof createVehicle>) {
    return this.commands.execute(new CreateVehicle(call));
  }

  @Route(listVehicles)
  list(@Call() call: CallOf<typeof listVehicles>) {
    return this.queries.execute(new ListVehicles(call));
  }

  @Route(getVehicle)
  get(@Call() call: CallOf<typeof getVehicle>) {
    return this.queries.execute(new GetVehicle(call));
  }

  @Route(changeVehicle)
  change(@Call() call: CallOf<typeof changeVehicle>) {
    return this.commands.execute(new ChangeVehicle(call));
  }

  @Route(deleteVehicle)
  delete(@Call() call: CallOf<typeof deleteVehicle>) {
    return this.commands.execute(new DeleteVehicle(call));
  }

  @Route(restoreVehicle)
  restore(@Call() call: CallOf<typeof restoreVehicle>) {
    return this.commands.execute(new RestoreVehicle(call));
  }
}
