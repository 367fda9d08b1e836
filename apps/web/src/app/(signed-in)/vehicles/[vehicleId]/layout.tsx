import type { ReactNode } from 'react';
import { viewerFormat } from '@/format/viewer-format';
import { viewer } from '@/session/viewer';
import { VehicleHeader } from './vehicle-header';
import { vehicleOf } from './vehicle-page';

interface VehicleLayoutProps {
  readonly params: Promise<{ vehicleId: string }>;
  readonly children: ReactNode;
}

/** The head of a vehicle's pages: who it is, its key figures, its tabs. */
export default async function VehicleLayout({ params, children }: VehicleLayoutProps) {
  const { vehicleId } = await params;
  const [vehicle, me] = await Promise.all([vehicleOf(vehicleId), viewer()]);
  return (
    <>
      <VehicleHeader vehicle={vehicle} format={viewerFormat(me.preferences)} />
      {children}
    </>
  );
}
