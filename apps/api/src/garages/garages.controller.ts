import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { ChangeGarage } from './change-garage.command.js';
import { CreateGarage } from './create-garage.command.js';
import { DeleteGarage } from './delete-garage.command.js';
import { changeGarage, createGarage, deleteGarage, listGarages, restoreGarage } from './garages.contract.js';
import { ListGarages } from './list-garages.query.js';
import { RestoreGarage } from './restore-garage.command.js';

@Controller()
export class GaragesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(listGarages)
  list(@Call() call: CallOf<typeof listGarages>) {
    return this.queries.execute(new ListGarages(call));
  }

  @Route(createGarage)
  create(@Call() call: CallOf<typeof createGarage>) {
    return this.commands.execute(new CreateGarage(call));
  }

  @Route(changeGarage)
  change(@Call() call: CallOf<typeof changeGarage>) {
    return this.commands.execute(new ChangeGarage(call));
  }

  @Route(deleteGarage)
  delete(@Call() call: CallOf<typeof deleteGarage>) {
    return this.commands.execute(new DeleteGarage(call));
  }

  @Route(restoreGarage)
  restore(@Call() call: CallOf<typeof restoreGarage>) {
    return this.commands.execute(new RestoreGarage(call));
  }
}
