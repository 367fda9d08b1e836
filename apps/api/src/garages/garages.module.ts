import { Module } from '@nestjs/common';
import { CreateGarageHandler } from './create-garage.command.js';
import { GaragesController } from './garages.controller.js';
import { ListGaragesHandler } from './list-garages.query.js';

@Module({ controllers: [GaragesController], providers: [ListGaragesHandler, CreateGarageHandler] })
export class GaragesModule {}
