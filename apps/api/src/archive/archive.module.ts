import { Module } from '@nestjs/common';
import { ArchiveController } from './archive.controller.js';
import { GetArchiveHandler } from './get-archive.query.js';

@Module({ controllers: [ArchiveController], providers: [GetArchiveHandler] })
export class ArchiveModule {}
