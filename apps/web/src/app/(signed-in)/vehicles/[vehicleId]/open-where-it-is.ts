import { redirect } from 'next/navigation';
import { cache } from 'react';
import { askedDocument } from '@/session/asked-page';
import { ownTenants } from '@/session/own-tenants';
import { apiIn, serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';

/**
 * Leads to the tenant in which a vehicle is, where the person belongs there, too: a bookmark and the way back name no tenant. Only
 * what a window shows as a whole: a part of a page that is asked for in the background must not change where its person works.
 */
export async function openWhereItIs(vehicleId: string): Promise<void> {
  const page = await askedDocument();
  const tenantId = page && (await tenantWith(vehicleId));
  if (tenantId) redirect(`/in/${tenantId}${page}`);
}

const tenantWith = cache(async (vehicleId: string): Promise<string | undefined> => {
  const [tenants, me] = await Promise.all([ownTenants(await serverApi()), viewer()]);
  const others = tenants.filter(({ id }) => id !== me.tenant.id);
  const found = await Promise.all(
    others.map(async ({ id }) => {
      const asked = { params: { path: { vehicleId } } };
      const { response } = await (await apiIn(id)).GET('/api/v1/vehicles/{vehicleId}', asked);
      return response.ok ? [id] : [];
    }),
  );
  return found.flat()[0];
});
