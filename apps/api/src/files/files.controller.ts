import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { getFile, uploadFile } from './files.contract.js';
import { GetFile } from './get-file.query.js';
import { UploadFile } from './upload-file.command.js';

@Controller()
export class FilesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(uploadFile)
  upload(@Call() call: CallOf<typeof uploadFile>) {
    return this.commands.execute(new UploadFile(call));
  }

  @Route(getFile)
  get(@Call() call: CallOf<typeof getFile>) {
    return this.queries.execute(new GetFile(call));
  }
}
