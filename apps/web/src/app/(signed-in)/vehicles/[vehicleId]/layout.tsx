import type { ReactNode } from 'react';
import { answer } from '@/api/client';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { VehicleHeader } from './vehicle-header';
import { vehicleOf } from './vehicle-page';

interface VehicleLayoutProps {
  readonly params: Promise<{ vehicleId: string }>;
  readonly children: ReactNode;
}

/** The head of a vehicle's pages: who it is, its key figures, its tabs. */
export default async function VehicleLayout({ params, children }: VehicleLayoutProps) {
  const { vehicleId } = await params;
  const api = await serverApi();
  const [vehicle, me] = await Promise.all([vehicleOf(vehicleId), answer(api.GET('/api/v1/me'))]);
  return (
    <>
      <VehicleHeader vehicle={vehicle} format={viewerFormat(me.preferences)} />
      {children}
    </>
  );
}
