import { allowedActions } from '@odolog/access';
import type { Schema } from '@odolog/db';
import type { Selectable } from 'kysely';
import type { Caller } from '../http/contract.js';
import type { Vehicle } from './vehicles.contract.js';

type Row = Selectable<Schema['vehicles']> & { readonly version: number };

/** A vehicle, with what the caller may do with it. */
export function vehicleFor({ standing }: Caller, vehicle: Vehicle): Vehicle {
  const { id, garageId } = vehicle;
  return { ...vehicle, allowed: allowedActions(standing, { kind: 'vehicle', id, garageId }) };
}

/** A row of app.vehicles with the version of its stream, as the API shows it. */
export function vehicleOf(row: Row): Vehicle {
  const { createdAt, updatedAt, deletedAt, handedOverAt, nickname, make, model, ...rest } = row;
  const {
    tenantId: _tenant,
    createdBy: _by,
    updatedBy: _updater,
    deletedBy: _deleter,
    sample: _sample,
    ...shown
  } = rest;
  return {
    ...(shown as Omit<
      Vehicle,
      'nickname' | 'make' | 'model' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'handedOverAt'
    >),
    nickname: nickname ?? [make, model].filter(Boolean).join(' '),
    make,
    model,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
    handedOverAt: handedOverAt?.toISOString() ?? null,
  };
}
