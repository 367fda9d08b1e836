import { Module } from '@nestjs/common';
import { GetReadyHandler } from './get-ready.query.js';
import { OpsController } from './ops.controller.js';

@Module({ controllers: [OpsController], providers: [GetReadyHandler] })
export class OpsModule {}
