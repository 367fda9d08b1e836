import {
  Activity,
  ChevronRight,
  History,
  KeyRound,
  Palette,
  ShieldCheck,
  UserRound,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Me } from '@/api/schema.gen';

interface Place {
  readonly name: 'account' | 'security' | 'members' | 'apiKeys' | 'audit' | 'operations' | 'design';
  readonly href: string;
  readonly Icon: LucideIcon;
  /** Without it the place is for everyone. */
  readonly needs?: Me['allowed'][number];
}

const places: readonly Place[] = [
  { name: 'account', href: '/settings/account', Icon: UserRound },
  { name: 'security', href: '/settings/security', Icon: ShieldCheck },
  { name: 'members', href: '/settings/members', Icon: UsersRound },
  { name: 'apiKeys', href: '/settings/api-keys', Icon: KeyRound, needs: 'keys.manage' },
  { name: 'audit', href: '/settings/audit', Icon: History, needs: 'audit.read' },
  { name: 'operations', href: '/operations', Icon: Activity, needs: 'ops.read' },
  { name: 'design', href: '/design', Icon: Palette },
];

/** The pages below the settings; one that would be refused is not offered. */
export function SettingsPlaces({ allowed }: Pick<Me, 'allowed'>) {
  const t = useTranslations('settings');
  const open = places.filter(({ needs }) => needs === undefined || allowed.includes(needs));
  return (
    <ul className="list">
      {open.map(({ name, href, Icon }) => (
        <li key={name}>
          <span className="av" aria-hidden="true">
            <Icon className="i" />
          </span>
          <div>
            <h3>
              <Link href={href} prefetch={false}>
                {t(name)}
              </Link>
            </h3>
            <p>{t(`${name}Words`)}</p>
          </div>
          <ChevronRight className="i muted" aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}
