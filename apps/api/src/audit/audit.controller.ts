import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { listAuditEntries } from './audit.contract.js';
import { ListAuditEntries } from './list-audit-entries.query.js';

@Controller()
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

  @Route(listAuditEntries)
  list(@Call() call: CallOf<typeof listAuditEntries>) {
    return this.queries.execute(new ListAuditEntries(call));
  }
}
