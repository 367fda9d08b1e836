import { Module } from '@nestjs/common';
import { GetImportHandler } from './get-import.query.js';
import { ImportFileHandler } from './import-file.command.js';
import { ImportsController } from './imports.controller.js';
import { ListImportsHandler } from './list-imports.query.js';
import { UndoImportHandler } from './undo-import.command.js';

@Module({
  controllers: [ImportsController],
  providers: [ImportFileHandler, ListImportsHandler, GetImportHandler, UndoImportHandler],
})
export class ImportsModule {}
