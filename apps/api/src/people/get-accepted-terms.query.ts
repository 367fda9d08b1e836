import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readAcceptedTerms } from './accepted-terms.js';
import type { AcceptedTerms, getAcceptedTerms } from './terms.contract.js';

export class GetAcceptedTerms extends Query<AcceptedTerms> {
  constructor(readonly call: CallOf<typeof getAcceptedTerms>) {
    super();
  }
}

@QueryHandler(GetAcceptedTerms)
export class GetAcceptedTermsHandler implements IQueryHandler<GetAcceptedTerms> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  execute({ call }: GetAcceptedTerms): Promise<AcceptedTerms> {
    return readAcceptedTerms(this.resources, call.caller);
  }
}
