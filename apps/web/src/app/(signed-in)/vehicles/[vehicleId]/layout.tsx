import type { ReactNode } from 'react';
import { viewerFormat } from '@/format/viewer-format';
import { MeetVehicle } from '@/known-vehicles/known-vehicles';
import { CatchUp } from '@/refresh/catch-up';
import { viewer } from '@/session/viewer';
import { glance } from '../../glance';
import { glanceOf } from './glance-of';
import { VehicleHeader } from './vehicle-header';
import { vehicleOf } from './vehicle-page';

interface VehicleLayoutProps {
  readonly params: Promise<{ vehicleId: string }>;
  readonly children: ReactNode;
}

/** The head of a vehicle's pages: who it is, its key figures, its tabs. */
export default async function VehicleLayout({ params, children }: VehicleLayoutProps) {
  const { vehicleId } = await params;
  const [vehicle, me, { items: atHand }] = await Promise.all([vehicleOf(vehicleId), viewer(), glance()]);
  return (
    <>
      {!atHand.some(({ id }) => id === vehicle.id) && <MeetVehicle vehicle={glanceOf(vehicle)} />}
      <VehicleHeader vehicle={vehicle} tenantId={me.tenant.id} format={viewerFormat(me.preferences)} />
      {children}
      <CatchUp />
    </>
  );
}
