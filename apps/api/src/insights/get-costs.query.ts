import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { costsOf, getCosts, type Costs as ReadCosts } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { inMoney } from './in-money.js';
import type { Costs, getCosts as contract } from './insights.contract.js';
import { readInsight } from './read-insight.js';

export class GetCosts extends Query<Answer<Costs>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetCosts)
export class GetCostsHandler implements IQueryHandler<GetCosts> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetCosts): Promise<Answer<Costs>> {
    const { from } = call.query;
    return readInsight(this.resources, call, {
      ...(from === undefined && {
        present: async (trx, { id }) => presentCosts(await getCosts(trx, id)),
      }),
      past: (past) => presentCosts(costsOf(past, from)),
    });
  }
}

function presentCosts({ items, totals, distanceM }: ReadCosts): Costs {
  return { items: items.map(inMoney), totals: totals.map(inMoney), distanceM };
}
