import { Module } from '@nestjs/common';
import { ChangeGarageHandler } from './change-garage.command.js';
import { CreateGarageHandler } from './create-garage.command.js';
import { DeleteGarageHandler } from './delete-garage.command.js';
import { GaragesController } from './garages.controller.js';
import { ListGaragesHandler } from './list-garages.query.js';
import { RestoreGarageHandler } from './restore-garage.command.js';

@Module({
  controllers: [GaragesController],
  providers: [
    ListGaragesHandler,
    CreateGarageHandler,
    ChangeGarageHandler,
    DeleteGarageHandler,
    RestoreGarageHandler,
  ],
})
export class GaragesModule {}
