import { Module } from '@nestjs/common';
import { FleetController } from './fleet.controller.js';
import { GetFleetHandler } from './get-fleet.query.js';

@Module({ controllers: [FleetController], providers: [GetFleetHandler] })
export class FleetModule {}
