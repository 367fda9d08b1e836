import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { ListAuditEntriesHandler } from './list-audit-entries.query.js';

@Module({ controllers: [AuditController], providers: [ListAuditEntriesHandler] })
export class AuditModule {}
