import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';
import { serverApi } from '@/session/server-session';
import { openWhereItIs } from './open-where-it-is';

const vehicleOrNone = cache(async (vehicleId: string): Promise<Vehicle | null> => {
  const api = await serverApi();
  try {
    return await answer(api.GET('/api/v1/vehicles/{vehicleId}', { params: { path: { vehicleId } } }));
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
});

/** The vehicle that an address names, once a request; the not-found page when there is none in any of the person's tenants. */
export async function vehicleOf(vehicleId: string): Promise<Vehicle> {
  const vehicle = await vehicleOrNone(vehicleId);
  if (vehicle) return vehicle;
  await openWhereItIs(vehicleId);
  return notFound();
}

/** Whether the person may still look at it. */
export async function isThere(vehicleId: string): Promise<boolean> {
  return (await vehicleOrNone(vehicleId)) !== null;
}
