import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { getMonths, monthsOf, type VehicleMonth } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getMonths as contract } from './insights.contract.js';
import { readInsight } from './read-insight.js';

type Months = { items: VehicleMonth[] };

export class GetMonths extends Query<Answer<Months>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetMonths)
export class GetMonthsHandler implements IQueryHandler<GetMonths> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetMonths): Promise<Answer<Months>> {
    return readInsight(this.resources, call, {
      present: async (trx, vehicleId) => ({ items: await getMonths(trx, vehicleId) }),
      past: (past) => ({ items: monthsOf(past) }),
    });
  }
}
