import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { GetImport } from './get-import.query.js';
import { ImportFile } from './import-file.command.js';
import { getImport, listImports, undoImport, uploadImport } from './imports.contract.js';
import { ListImports } from './list-imports.query.js';
import { UndoImport } from './undo-import.command.js';

@Controller()
export class ImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(uploadImport)
  upload(@Call() call: CallOf<typeof uploadImport>) {
    return this.commands.execute(new ImportFile(call));
  }

  @Route(listImports)
  list(@Call() call: CallOf<typeof listImports>) {
    return this.queries.execute(new ListImports(call));
  }

  @Route(getImport)
  get(@Call() call: CallOf<typeof getImport>) {
    return this.queries.execute(new GetImport(call));
  }

  @Route(undoImport)
  undo(@Call() call: CallOf<typeof undoImport>) {
    return this.commands.execute(new UndoImport(call));
  }
}
