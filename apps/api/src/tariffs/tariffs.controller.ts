import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { CreateTariff } from './create-tariff.command.js';
import { ListTariffs } from './list-tariffs.query.js';
import { RemoveTariff } from './remove-tariff.command.js';
import { createTariff, listTariffs, removeTariff } from './tariffs.contract.js';

@Controller()
export class TariffsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(createTariff)
  create(@Call() call: CallOf<typeof createTariff>) {
    return this.commands.execute(new CreateTariff(call));
  }

  @Route(listTariffs)
  list(@Call() call: CallOf<typeof listTariffs>) {
    return this.queries.execute(new ListTariffs(call));
  }

  @Route(removeTariff)
  remove(@Call() call: CallOf<typeof removeTariff>) {
    return this.commands.execute(new RemoveTariff(call));
  }
}
