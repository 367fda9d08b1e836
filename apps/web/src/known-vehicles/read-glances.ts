import { answer } from '@/api/client';
import type { VehicleGlance } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

/** Every vehicle of a fleet, in a few facts each. */
export async function readGlances(): Promise<readonly VehicleGlance[]> {
  const { items } = await answer(browserApi.GET('/api/v1/fleet/glance'));
  return items;
}
