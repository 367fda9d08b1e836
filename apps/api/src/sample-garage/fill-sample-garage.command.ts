import { Inject } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readHeadPosition } from '@odolog/event-store';
import { sampleGarage, type SampleGarageVehicle } from '@odolog/sample-garage';
import { localDateOf } from '@odolog/vehicle';
import { RecordEvents } from '../events/record-events.command.js';
import { Answer } from '../http/answer.js';
import type { Static } from 'typebox';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { CreateVehicle } from '../vehicles/create-vehicle.command.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { createVehicle, Vehicle } from '../vehicles/vehicles.contract.js';
import type { fillSampleGarage, SampleGarage } from './sample-garage.contract.js';
import { sampleVehicles } from './sample-vehicles.js';

type Call = CallOf<typeof fillSampleGarage>;
type Garage = Static<typeof SampleGarage>;

type NewVehicle = CallOf<typeof createVehicle>['body'];

const largestBatch = 1000;

export class FillSampleGarage extends Command<Answer<Garage>> {
  constructor(readonly call: Call) {
    super();
  }
}

/** Through the ordinary commands: the samples are subject to every rule that a person's own entries are. */
@CommandHandler(FillSampleGarage)
export class FillSampleGarageHandler implements ICommandHandler<FillSampleGarage> {
  constructor(
    @Inject(RESOURCES) private readonly resources: Resources,
    private readonly commands: CommandBus,
  ) {}

  async execute({ call }: FillSampleGarage): Promise<Answer<Garage>> {
    const { tenantId } = call.caller;
    const there = await forTenant(this.resources.db, tenantId, (trx) => sampleVehicles(trx, tenantId));
    if (there.length > 0) return this.answer(200, call, there);
    const today = localDateOf(new Date().toISOString(), 'UTC');
    const items: Vehicle[] = [];
    // What the request says of itself is said of the garage as a whole, not of each thing in it.
    const inner = { ...call, idempotencyKey: undefined, expectedVersion: undefined };
    for (const sample of sampleGarage(today)) items.push(await this.add(inner, sample));
    return this.answer(201, call, items);
  }

  private async answer(status: number, { caller }: Call, items: Vehicle[]): Promise<Answer<Garage>> {
    const position = await forTenant(this.resources.db, caller.tenantId, readHeadPosition);
    return new Answer(status, { items, position });
  }

  private async add(call: Call, { vehicle, recordings }: SampleGarageVehicle): Promise<Vehicle> {
    const body = { ...vehicle, energies: [...vehicle.energies] as NewVehicle['energies'] & object };
    const created = await this.commands.execute(new CreateVehicle({ ...call, body }, true));
    const vehicleId = created.body.id;
    for (let at = 0; at < recordings.length; at += largestBatch) {
      const events = recordings.slice(at, at + largestBatch);
      await this.commands.execute(
        new RecordEvents({ ...call, params: { vehicleId }, body: { events } }, 'sample'),
      );
    }
    const { tenantId } = call.caller;
    return forTenant(this.resources.db, tenantId, (trx) => readVehicle(trx, tenantId, vehicleId));
  }
}
