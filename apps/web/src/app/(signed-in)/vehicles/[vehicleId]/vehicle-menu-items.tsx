'use client';

import { Archive, FileInput, Handshake, Pencil, PlugZap, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { Vehicle } from '@/api/schema.gen';
import { departureOf } from '@/format/departure';
import { may } from '@/format/may';
import { ActionMenu, type Action } from '@/ui/action-menu';
import type { MenuPlace } from '@/ui/menu-button';
import type { Parting } from './part-dialog';
import { useVehicleRemoval } from './use-vehicle-removal';

interface VehicleMenuItemsProps extends MenuPlace {
  readonly vehicle: Vehicle;
  readonly onPart: (parting: Parting) => void;
}

export default function VehicleMenuItems({ vehicle, onPart, ...place }: VehicleMenuItemsProps) {
  const t = useTranslations('vehicle');
  const router = useRouter();
  const remove = useVehicleRemoval(vehicle);
  const isHere = departureOf(vehicle) === undefined;
  return (
    <ActionMenu
      {...place}
      actions={[
        ...when(may(vehicle, 'vehicle.manage') && vehicle.handedOverAt === null, {
          label: t('edit'),
          icon: Pencil,
          run: () => router.push(`/vehicles/${vehicle.id}/edit`),
        }),
        ...when(may(vehicle, 'import.run'), {
          label: t('importHere'),
          icon: FileInput,
          run: () => router.push(`/import?vehicle=${vehicle.id}`),
        }),
        ...when(vehicle.energies.includes('electricity'), {
          label: t('tariffs'),
          icon: PlugZap,
          run: () => router.push(`/vehicles/${vehicle.id}/tariffs`),
        }),
        ...when(isHere && may(vehicle, 'vehicle.manage'), {
          label: t('sell'),
          icon: Handshake,
          run: () => onPart('sold'),
        }),
        ...when(isHere && may(vehicle, 'vehicle.manage'), {
          label: t('archive'),
          icon: Archive,
          run: () => onPart('archived'),
        }),
        ...when(may(vehicle, 'vehicle.transfer'), {
          label: t('handOver'),
          icon: Send,
          run: () => router.push(`/vehicles/${vehicle.id}/hand-over`),
        }),
        ...when(may(vehicle, 'vehicle.manage'), {
          label: t('remove'),
          icon: Trash2,
          run: () => void remove(),
        }),
      ]}
    />
  );
}

const when = (allowed: boolean, action: Action): Action[] => (allowed ? [action] : []);
