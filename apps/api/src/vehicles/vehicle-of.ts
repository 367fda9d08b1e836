import { allowedActions, type Action } from '@odolog/access';
import type { Schema } from '@odolog/db';
import type { Selectable } from 'kysely';
import type { Caller } from '../http/contract.js';
import type { Vehicle } from './vehicles.contract.js';

/** Of a vehicle, what is shown. */
export const shownColumns = [
  'id',
  'garageId',
  'nickname',
  'make',
  'model',
  'year',
  'trim',
  'kind',
  'engine',
  'color',
  'energies',
  'batteryWh',
  'licensePlate',
  'vin',
  'imageId',
  'timeZone',
  'currency',
  'distanceUnit',
  'volumeUnit',
  'revision',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'handedOverAt',
] as const satisfies (keyof Schema['vehicles'])[];

type Row = Pick<Selectable<Schema['vehicles']>, (typeof shownColumns)[number]> & {
  readonly version: number;
};

/** What nobody does to the copy that stays of a vehicle that went to others. */
const writing: readonly Action[] = [
  'event.record',
  'event.correct',
  'event.correct-others',
  'reminder.manage',
  'import.run',
  'vehicle.transfer',
];

/** A vehicle, with what the caller may do with it. */
export function vehicleFor({ standing }: Caller, vehicle: Vehicle): Vehicle {
  const { id, garageId, handedOverAt } = vehicle;
  const allowed = allowedActions(standing, { kind: 'vehicle', id, garageId });
  return {
    ...vehicle,
    allowed: handedOverAt === null ? allowed : allowed.filter((action) => !writing.includes(action)),
  };
}

/** A row of app.vehicles with the version of its stream, as the API shows it. */
export function vehicleOf(row: Row): Vehicle {
  const { createdAt, updatedAt, deletedAt, handedOverAt, nickname, make, model, ...shown } = row;
  return {
    ...(shown as Omit<
      Vehicle,
      'nickname' | 'make' | 'model' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'handedOverAt'
    >),
    nickname: nicknameOf({ nickname, make, model }),
    make,
    model,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
    handedOverAt: handedOverAt?.toISOString() ?? null,
  };
}

/** What people call a vehicle: what it is where it was given no name. */
export function nicknameOf({ nickname, make, model }: Pick<Row, 'nickname' | 'make' | 'model'>): string {
  return nickname ?? [make, model].filter(Boolean).join(' ');
}
