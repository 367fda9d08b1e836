import { Activity, Bell, FileInput, Settings2, Table2, Warehouse, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Glance, Me } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { NavLink } from './nav-link';

interface MainNavProps {
  readonly me: Me;
  readonly counts: Glance['counts'];
  readonly format: ViewerFormat;
}

/** Where somebody may go; how many vehicles there are, and what they were not told of yet. */
export function MainNav({ me, counts: { present, unread }, format }: MainNavProps) {
  const t = useTranslations('frame');
  const may = (action: Me['allowedSomewhere'][number]) => me.allowedSomewhere.includes(action);
  return (
    <nav aria-label={t('main')}>
      <ul>
        <Place href="/" icon={Warehouse} name={t('garage')} />
        {present > 0 && (
          <Place href="/reminders" icon={Bell} name={t('reminders')}>
            {unread > 0 && <span className="n n--hot">{t('unread', { count: unread })}</span>}
          </Place>
        )}
        {may('vehicle.read') && (
          <Place href="/fleet" icon={Table2} name={t('fleet')}>
            {present > 0 && <span className="n num">{format.number(present)}</span>}
          </Place>
        )}
        {may('ops.read') && <Place href="/operations" icon={Activity} name={t('operations')} />}
        {may('import.run') && <Place href="/import" icon={FileInput} name={t('import')} />}
        <Place href="/settings" icon={Settings2} name={t('settings')} deep />
      </ul>
    </nav>
  );
}

interface PlaceProps {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly deep?: boolean;
  readonly children?: ReactNode;
}

function Place({ href, icon: Icon, name, deep = false, children }: PlaceProps) {
  return (
    <li>
      <NavLink className="nav" href={href} deep={deep}>
        <Icon className="i" />
        <span>{name}</span>
        {children}
      </NavLink>
    </li>
  );
}
