import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { getHours, getOdometer, hoursOf, odometerOf } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getOdometer as contract, OdometerHistory } from './insights.contract.js';
import { readInsight } from './read-insight.js';

export class GetOdometer extends Query<Answer<OdometerHistory>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetOdometer)
export class GetOdometerHandler implements IQueryHandler<GetOdometer> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetOdometer): Promise<Answer<OdometerHistory>> {
    const { from } = call.query;
    return readInsight(this.resources, call, {
      present: async (trx, { id, today }) =>
        ({
          ...(await getOdometer(trx, id, { today, from })),
          hours: await getHours(trx, id, { today }),
        }) as OdometerHistory,
      past: (past, today) =>
        ({ ...odometerOf(past, { today, from }), hours: hoursOf(past, { today }) }) as OdometerHistory,
    });
  }
}
