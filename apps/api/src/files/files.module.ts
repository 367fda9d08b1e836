import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { GetFileHandler } from './get-file.query.js';
import { UploadFileHandler } from './upload-file.command.js';

@Module({ controllers: [FilesController], providers: [UploadFileHandler, GetFileHandler] })
export class FilesModule {}
