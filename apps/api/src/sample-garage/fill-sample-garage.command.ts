import { Inject } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readHeadPosition } from '@odolog/event-store';
import { sampleGarage, sampleGarageSize, type SampleGarageVehicle } from '@odolog/sample-garage';
import { localDateOf } from '@odolog/vehicle';
import { wordsIn } from '@odolog/words';
import { RecordEvents } from '../events/record-events.command.js';
import { Answer } from '../http/answer.js';
import type { Static } from 'typebox';
import type { CallOf } from '../http/contract.js';
import { preferencesOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { CreateTariff } from '../tariffs/create-tariff.command.js';
import { CreateVehicle } from '../vehicles/create-vehicle.command.js';
import type { createVehicle, Vehicle } from '../vehicles/vehicles.contract.js';
import type { fillSampleGarage, SampleGarage } from './sample-garage.contract.js';
import { currentSampleGarage, sampleVehicles } from './sample-vehicles.js';

type Call = CallOf<typeof fillSampleGarage>;
type Garage = Static<typeof SampleGarage>;

type Sample = SampleGarageVehicle & { readonly id: string };
type NewVehicle = CallOf<typeof createVehicle>['body'];

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
    const { db } = this.resources;
    const { ids, there } = await forTenant(db, tenantId, (trx) =>
      currentSampleGarage(trx, tenantId, sampleGarageSize),
    );
    const begun = ids.flatMap((id) => there.get(id)?.createdAt ?? []).sort()[0];
    const { locale } = await preferencesOf(this.resources, call.caller);
    const today = localDateOf(begun ?? new Date().toISOString(), 'UTC');
    const missing = sampleGarage(today, wordsIn(locale).say)
      .map((sample, index) => ({ ...sample, id: ids[index]! }))
      .filter(({ id }) => !isComplete(there.get(id)));
    // What the request says of itself is said of the garage as a whole, not of each thing in it.
    const inner = { ...call, idempotencyKey: undefined, expectedVersion: undefined };
    for (const sample of missing) await this.add(inner, sample);
    return this.answer(missing.length > 0 ? 201 : 200, call);
  }

  private answer(status: number, { caller: { tenantId } }: Call): Promise<Answer<Garage>> {
    return forTenant(this.resources.db, tenantId, async (trx) => {
      const items = await sampleVehicles(trx, tenantId);
      return new Answer(status, { items, position: await readHeadPosition(trx) });
    });
  }

  private async add(call: Call, { id, vehicle, tariffs, recordings }: Sample): Promise<void> {
    const body = { ...vehicle, id, energies: [...vehicle.energies] as NewVehicle['energies'] & object };
    await this.commands.execute(new CreateVehicle({ ...call, body }, true));
    const params = { vehicleId: id };
    for (const tariff of tariffs) {
      const idempotencyKey = `${id}:${tariff.validFrom}`;
      const known = {
        ...tariff,
        periods: tariff.periods.map((period) => ({ ...period, days: [...period.days] })),
      };
      await this.commands.execute(new CreateTariff({ ...call, params, body: known, idempotencyKey }));
    }
    const events = { params, body: { events: [...recordings] }, idempotencyKey: id };
    await this.commands.execute(new RecordEvents({ ...call, ...events }, 'sample'));
  }
}

/** Its history is recorded in one piece. Also one that a person removed, of a garage that still has others. */
function isComplete(vehicle: Vehicle | undefined): boolean {
  return vehicle !== undefined && (vehicle.deletedAt !== null || vehicle.version > 0);
}
