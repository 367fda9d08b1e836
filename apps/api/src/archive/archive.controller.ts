import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { getArchive } from './archive.contract.js';
import { GetArchive } from './get-archive.query.js';

@Controller()
export class ArchiveController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getArchive)
  archive(@Call() call: CallOf<typeof getArchive>) {
    return this.queries.execute(new GetArchive(call));
  }
}
