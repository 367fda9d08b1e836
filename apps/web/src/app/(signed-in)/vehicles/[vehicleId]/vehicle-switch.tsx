'use client';

import { Check, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { vehiclesAtHand } from '@/frame/vehicles-at-hand';
import { useKnownVehicles } from '@/known-vehicles/known-vehicles';
import { ActionMenuButton } from '@/ui/action-menu-button';

/** What every vehicle has for whoever may see it. */
const pages = /\/(overview|reminders)$/;

/** The phone's title: which vehicle it is, and the way to the same page of another. */
export function VehicleSwitch({ id, nickname }: { id: string; nickname: string }) {
  const t = useTranslations('vehicle');
  const router = useRouter();
  const [page = ''] = pages.exec(usePathname()) ?? [];
  const { vehicles, settled } = useKnownVehicles();
  const offered = vehiclesAtHand(vehicles, vehicles.length);
  if (offered.length < 2) return nickname;
  const isAll = settled && offered.length === vehicles.length;
  return (
    <ActionMenuButton
      className="top__switch"
      actions={[
        ...offered.map((vehicle) => ({
          key: vehicle.id,
          label: vehicle.nickname,
          icon: vehicle.id === id ? Check : undefined,
          run: () => router.push(`/vehicles/${vehicle.id}${page}`),
        })),
        ...(isAll ? [] : [{ label: t('allVehicles'), run: () => router.push('/fleet') }]),
      ]}
    >
      <span className="truncate">{nickname}</span>
      <ChevronDown className="i" />
    </ActionMenuButton>
  );
}
