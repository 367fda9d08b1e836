import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createDatabase } from '@odolog/db';
import { createEventStore, type EventToAppend } from '@odolog/event-store';

/**
 * A process that writes until it is told to stop, or killed: `writer.ts <api url> <vehicles as JSON>`. Each
 * acknowledgement goes out as a line before the next command starts, so that none is lost with the process.
 */
export interface Acknowledgement {
  readonly id: string;
  readonly vehicleId: string;
  readonly status: 'appended' | 'duplicate';
  readonly version: number;
  readonly position: number;
}
export interface WritersVehicle {
  readonly tenantId: string;
  readonly userId: string;
  readonly vehicleId: string;
}

const [url, vehiclesAsJson] = process.argv.slice(2) as [string, string];
const vehicles = JSON.parse(vehiclesAsJson) as WritersVehicle[];
const store = createEventStore(createDatabase({ connectionString: url, max: 8 }));
const recorded: EventToAppend[] = [];
let stopping = false;
process.on('SIGTERM', () => (stopping = true));

const random = (below: number) => Math.floor(Math.random() * below);
const some = <Value>(values: readonly Value[]): Value | undefined => values[random(values.length)];

function aCommand({ tenantId, userId, vehicleId }: WritersVehicle): EventToAppend {
  const day = random(600);
  const metres = (1000 + day * 40 + random(90)) * 1000;
  const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
  return {
    tenantId,
    vehicleId,
    id: randomUUID(),
    type: 'odometer',
    schemaVersion: 1,
    date,
    occurredAt: `${date}T11:00:00.000Z`,
    timeKnown: false,
    odometer: { value: metres / 1000, unit: 'km' },
    odometerM: metres,
    notes: null,
    data: {},
    recordedBy: userId,
    source: `writer ${process.pid}`,
  };
}

async function writeOne(): Promise<void> {
  const dice = random(10);
  const earlier = some(recorded);
  const fresh = aCommand(some(vehicles)!);
  const { tenantId, vehicleId, id } = earlier ?? fresh;
  const command =
    dice === 0 && earlier
      ? earlier
      : dice === 1 && earlier
        ? { ...fresh, tenantId, vehicleId, correctsId: id }
        : fresh;
  const outcome = await store.append(command);
  if (outcome.status !== 'appended' && outcome.status !== 'duplicate') return;
  const acknowledgement: Acknowledgement = { ...outcome, id: command.id, vehicleId: command.vehicleId };
  writeSync(1, `${JSON.stringify(acknowledgement)}\n`);
  if (!command.correctsId) recorded.push(command);
}

await Promise.all(
  Array.from({ length: 8 }, async () => {
    while (!stopping) await writeOne();
  }),
);
process.exit(0);
