'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { Vehicle } from '@/api/schema.gen';
import type { Parting } from './part-dialog';

const PartDialog = lazy(() => import('./part-dialog'));
const VehicleMenuItems = lazy(() => import('./vehicle-menu-items'));

/** What is done to a vehicle seldom. The menu's code comes with the first press. */
export function VehicleMenu({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('vehicle');
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const [parting, setParting] = useState<Parting>();
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className="btn btn--icon"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('more')}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis className="i" />
      </button>
      {open && (
        <Suspense>
          <VehicleMenuItems
            vehicle={vehicle}
            anchor={anchor}
            onPart={setParting}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
      {parting && (
        <Suspense>
          <PartDialog vehicle={vehicle} parting={parting} onClose={() => setParting(undefined)} />
        </Suspense>
      )}
    </>
  );
}
