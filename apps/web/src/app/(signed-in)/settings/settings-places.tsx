import {
  Activity,
  Archive,
  BellRing,
  FileDown,
  FileInput,
  History,
  KeyRound,
  Palette,
  ShieldCheck,
  Table2,
  UserRound,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Me } from '@/api/schema.gen';
import { PlaceList } from '@/ui/place-list';

interface Place {
  readonly name:
    | 'fleet'
    | 'import'
    | 'former'
    | 'operations'
    | 'account'
    | 'security'
    | 'members'
    | 'apiKeys'
    | 'audit'
    | 'data'
    | 'notifications'
    | 'design';
  readonly href: string;
  readonly Icon: LucideIcon;
  /** Without it the place is for everyone. */
  readonly needs?: Me['allowedSomewhere'][number];
}

/** What the sidebar leads to on a desktop, and the phone's bar has no room for. */
export const placesBeside: readonly Place[] = [
  { name: 'fleet', href: '/fleet', Icon: Table2, needs: 'vehicle.read' },
  { name: 'import', href: '/import', Icon: FileInput, needs: 'import.run' },
  { name: 'former', href: '/vehicles/former', Icon: Archive, needs: 'vehicle.read' },
  { name: 'operations', href: '/operations', Icon: Activity, needs: 'ops.read' },
];

/** The pages below the settings. */
export const placesBelow: readonly Place[] = [
  { name: 'account', href: '/settings/account', Icon: UserRound },
  { name: 'security', href: '/settings/security', Icon: ShieldCheck },
  { name: 'members', href: '/settings/members', Icon: UsersRound },
  { name: 'apiKeys', href: '/settings/api-keys', Icon: KeyRound, needs: 'keys.manage' },
  { name: 'audit', href: '/settings/audit', Icon: History, needs: 'audit.read' },
  { name: 'data', href: '/settings/data', Icon: FileDown, needs: 'export.run' },
  { name: 'notifications', href: '/reminders#notifications', Icon: BellRing, needs: 'vehicle.read' },
  { name: 'design', href: '/design', Icon: Palette },
];

/** Pages to go to; one that would be refused is not offered. */
export function SettingsPlaces({
  places,
  allowed,
}: {
  places: readonly Place[];
  allowed: Me['allowedSomewhere'];
}) {
  const t = useTranslations('settings');
  const open = places.filter(({ needs }) => needs === undefined || allowed.includes(needs));
  return (
    <PlaceList
      places={open.map(({ name, ...place }) => ({ ...place, title: t(name), words: t(`${name}Words`) }))}
    />
  );
}
