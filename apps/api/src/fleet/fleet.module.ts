import { Module } from '@nestjs/common';
import { FleetController } from './fleet.controller.js';
import { GetFleetHandler } from './get-fleet.query.js';
import { GetGlanceHandler } from './get-glance.query.js';

@Module({ controllers: [FleetController], providers: [GetFleetHandler, GetGlanceHandler] })
export class FleetModule {}
