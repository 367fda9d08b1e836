'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { Vehicle } from '@/api/schema.gen';
import { MenuButton } from '@/ui/menu-button';
import type { Parting } from './part-dialog';

const PartDialog = lazy(() => import('./part-dialog'));
const VehicleMenuItems = lazy(() => import('./vehicle-menu-items'));

/** What is done to a vehicle seldom. */
export function VehicleMenu({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('vehicle');
  const [parting, setParting] = useState<Parting>();
  return (
    <>
      <MenuButton
        className="btn btn--icon"
        label={t('more')}
        menu={(place) => <VehicleMenuItems {...place} vehicle={vehicle} onPart={setParting} />}
      >
        <Ellipsis className="i" />
      </MenuButton>
      {parting && (
        <Suspense>
          <PartDialog vehicle={vehicle} parting={parting} onClose={() => setParting(undefined)} />
        </Suspense>
      )}
    </>
  );
}
