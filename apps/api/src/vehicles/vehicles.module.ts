import { Module } from '@nestjs/common';
import { ChangeVehicleHandler } from './change-vehicle.command.js';
import { CreateVehicleHandler } from './create-vehicle.command.js';
import { DeleteVehicleHandler } from './delete-vehicle.command.js';
import { GetVehicleHandler } from './get-vehicle.query.js';
import { ListVehiclesHandler } from './list-vehicles.query.js';
import { RestoreVehicleHandler } from './restore-vehicle.command.js';
import { VehiclesController } from './vehicles.controller.js';

@Module({
  controllers: [VehiclesController],
  providers: [
    CreateVehicleHandler,
    ListVehiclesHandler,
    GetVehicleHandler,
    ChangeVehicleHandler,
    DeleteVehicleHandler,
    RestoreVehicleHandler,
  ],
})
export class VehiclesModule {}
