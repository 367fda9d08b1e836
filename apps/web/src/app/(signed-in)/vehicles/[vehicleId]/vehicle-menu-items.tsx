'use client';

import { FileInput, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import { ActionMenu, type Action } from '@/ui/action-menu';
import { useVehicleRemoval } from './use-vehicle-removal';

interface VehicleMenuItemsProps {
  readonly vehicle: Vehicle;
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
}

export default function VehicleMenuItems({ vehicle, anchor, onClose }: VehicleMenuItemsProps) {
  const t = useTranslations('vehicle');
  const router = useRouter();
  const remove = useVehicleRemoval(vehicle);
  return (
    <ActionMenu
      anchor={anchor}
      onClose={onClose}
      actions={[
        ...when(may(vehicle, 'vehicle.manage'), {
          label: t('edit'),
          icon: Pencil,
          run: () => router.push(`/vehicles/${vehicle.id}/edit`),
        }),
        ...when(may(vehicle, 'import.run'), {
          label: t('importHere'),
          icon: FileInput,
          run: () => router.push(`/import?vehicle=${vehicle.id}`),
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
