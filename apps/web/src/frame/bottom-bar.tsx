import { Bell, FileInput, Menu, Milestone, Warehouse } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Me } from '@/api/schema.gen';
import { AddEntryButton } from '@/quick-add/add-entry-button';
import { NavLink } from './nav-link';

/** The phone's frame: four places and, in the middle, the one thing that is done most. */
export function BottomBar({
  hasVehicles,
  allowed,
  unread,
}: {
  hasVehicles: boolean;
  /** What the person may do with some vehicle or garage. */
  allowed: Me['allowedSomewhere'];
  /** Notifications that were not seen yet. */
  unread: number;
}) {
  const t = useTranslations('frame');
  const mayAdd = allowed.includes('vehicle.manage');
  return (
    <nav className="bar phone" aria-label={t('main')}>
      <NavLink href="/">
        <Warehouse className="i i-lg" />
        {t('garage')}
      </NavLink>
      {(hasVehicles || mayAdd) && (
        <NavLink
          href={hasVehicles ? '/timeline' : '/vehicles/new'}
          around="^/vehicles/[^/]{36}"
          newest={hasVehicles}
        >
          <Milestone className="i i-lg" />
          {t(hasVehicles ? 'timeline' : 'newVehicle')}
        </NavLink>
      )}
      {(hasVehicles ? allowed.includes('event.record') : mayAdd) && (
        <AddEntryButton variant="bar" hasVehicles={hasVehicles} />
      )}
      {hasVehicles && (
        <NavLink href="/reminders">
          <Bell className="i i-lg" />
          {t('reminders')}
          {unread > 0 && (
            <span className="dot">
              <span aria-hidden="true">{unread}</span>
              <span className="sr">{t('unread', { count: unread })}</span>
            </span>
          )}
        </NavLink>
      )}
      {!hasVehicles && allowed.includes('import.run') && (
        <NavLink href="/import">
          <FileInput className="i i-lg" />
          {t('import')}
        </NavLink>
      )}
      <NavLink href="/settings" deep>
        <Menu className="i i-lg" />
        {t('more')}
      </NavLink>
    </nav>
  );
}
