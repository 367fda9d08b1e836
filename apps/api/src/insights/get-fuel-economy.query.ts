import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { fuelEconomyOf, getFuelEconomy, type FuelEconomy } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getFuelEconomy as contract } from './insights.contract.js';
import { readInsight } from './read-insight.js';

export class GetFuelEconomy extends Query<Answer<FuelEconomy>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetFuelEconomy)
export class GetFuelEconomyHandler implements IQueryHandler<GetFuelEconomy> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetFuelEconomy): Promise<Answer<FuelEconomy>> {
    const { from } = call.query;
    return readInsight(this.resources, call, {
      present: (trx, { id }) => getFuelEconomy(trx, id, { from }),
      past: (past) => fuelEconomyOf(past, from),
    });
  }
}
