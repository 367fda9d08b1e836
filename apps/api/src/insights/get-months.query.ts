import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { getMonths, monthsOf, type VehicleMonth } from '@odolog/read-models';
import { moneyFromMinor } from '@odolog/units';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { inMoney } from './in-money.js';
import type { getMonths as contract, Months } from './insights.contract.js';
import { readInsight } from './read-insight.js';

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
      present: async (trx, { id }) => presentMonths(await getMonths(trx, id)),
      past: (past) => presentMonths(monthsOf(past)),
    });
  }
}

function presentMonths(months: readonly VehicleMonth[]): Months {
  return {
    items: months.map(({ costs, ...month }) => ({
      ...month,
      costs: costs.map(({ byCategory, ...line }) => ({
        ...inMoney(line),
        byCategory: Object.fromEntries(
          Object.entries(byCategory).map(([name, minor]) => [name, moneyFromMinor(minor, line.currency)]),
        ),
      })),
    })),
  };
}
