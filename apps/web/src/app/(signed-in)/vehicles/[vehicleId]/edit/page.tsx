import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { may } from '@/format/may';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { everyGarage } from '../../../every-garage';
import { namedCurrencies } from '../../../named-currencies';
import { VehicleForm } from '../../vehicle-form';
import { vehicleOf } from '../vehicle-page';
import { DetailPlaces } from './detail-places';
import { Photo } from './photo';
import { RemoveVehicle } from './remove-vehicle';

interface EditVehiclePageProps {
  readonly params: Promise<{ vehicleId: string }>;
}

export async function generateMetadata({ params }: EditVehiclePageProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('vehicleForm'))('editTitle', { nickname }) };
}

export default async function EditVehiclePage({ params }: EditVehiclePageProps) {
  const { vehicleId } = await params;
  const api = await serverApi();
  const [vehicle, me, garages] = await Promise.all([vehicleOf(vehicleId), viewer(), everyGarage(api)]);
  if (!may(vehicle, 'vehicle.manage')) notFound();
  const { preferences } = me;
  return (
    <div className="wrap wrap--form">
      {may(vehicle, 'event.record') && <Photo vehicle={vehicle} tenantId={me.tenant.id} />}
      <VehicleForm
        vehicle={vehicle}
        preferences={preferences}
        garages={garages.filter((garage) => may(garage, 'vehicle.manage'))}
        mayStandAlone={me.allowed.includes('vehicle.manage')}
        currencies={namedCurrencies(preferences.locale)}
      />
      <DetailPlaces vehicle={vehicle} />
      <RemoveVehicle vehicle={vehicle} />
    </div>
  );
}
