import { Module } from '@nestjs/common';
import { GetInstanceHandler } from './get-instance.query.js';
import { InstanceController } from './instance.controller.js';

@Module({ controllers: [InstanceController], providers: [GetInstanceHandler] })
export class InstanceModule {}
