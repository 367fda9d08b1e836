import { wholeTenant, type Resource } from '@odolog/access';
import { forTenant } from '@odolog/db';
import { readEvent } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import { validate } from 'uuid';
import { readFileRecord } from '../files/file-records.js';
import { readGarage, requireGarageOf } from '../garages/read-garages.js';
import type { Caller } from '../http/contract.js';
import { readImport } from '../imports/import-records.js';
import { readInvitation } from '../invitations/read-invitations.js';
import type { Resources } from '../resources.js';
import { knownVehicle } from '../vehicles/recordable-vehicle.js';

type Resolve = (resources: Resources, caller: Caller, id: string) => Promise<Resource>;

/**
 * How each parameter of an address leads to the vehicle or garage that a request is about. All others are of the tenant, and
 * open only to those who may do it everywhere in it.
 */
const leadsTo: Readonly<Record<string, Resolve>> = {
  vehicleId: vehicleResource,
  garageId: async ({ db }, { tenantId }, id) => {
    await forTenant(db, tenantId, (trx) => readGarage(trx, tenantId, id));
    return { kind: 'garage', id };
  },
  // by which it is restored
  formerGarageId: async ({ db }, { tenantId }, id) => {
    await forTenant(db, tenantId, (trx) => requireGarageOf(trx, tenantId, id));
    return { kind: 'garage', id };
  },
  reminderId: async (resources, caller, id) => {
    const set = await forTenant(resources.db, caller.tenantId, (trx) => readEvent(trx, id));
    if (!set) throw new Problem('not-found');
    return vehicleResource(resources, caller, set.vehicleId);
  },
  invitationId: async ({ db }, { tenantId }, id) => {
    const { garageId } = await forTenant(db, tenantId, (trx) => readInvitation(trx, tenantId, id));
    return garageId ? { kind: 'garage', id: garageId } : wholeTenant;
  },
  fileId: async (resources, caller, id) => {
    const { tenantId } = caller;
    const { vehicleId } = await forTenant(resources.db, tenantId, (trx) =>
      readFileRecord(trx, { tenantId, id }),
    );
    return vehicleResource(resources, caller, vehicleId);
  },
  importId: async (resources, caller, id) => {
    const { tenantId } = caller;
    const { vehicleId } = await forTenant(resources.db, tenantId, (trx) => readImport(trx, tenantId, id));
    return vehicleResource(resources, caller, vehicleId);
  },
};

/**
 * What a request is about, by its address.
 *
 * @throws Problem `not-found` for what is not there, or of another tenant
 */
export async function resourceOf(
  resources: Resources,
  caller: Caller,
  params: Readonly<Record<string, string>>,
): Promise<Resource> {
  for (const [name, id] of Object.entries(params)) {
    const resolve = leadsTo[name];
    if (!resolve) continue;
    if (!validate(id)) throw new Problem('not-found');
    return resolve(resources, caller, id);
  }
  return wholeTenant;
}

/** A vehicle with the garage that it stands in. @throws Problem `not-found` */
export async function vehicleResource(
  resources: Resources,
  { tenantId }: Caller,
  vehicleId: string,
): Promise<Resource> {
  const { garageId } = await knownVehicle(resources, tenantId, vehicleId);
  return { kind: 'vehicle', id: vehicleId, garageId };
}
