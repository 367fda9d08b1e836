import { Activity, Archive, Bell, FileInput, Settings2, Table2, Warehouse } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Glance, Me } from '@/api/schema.gen';
import { initials } from '@/format/initials';
import { viewerFormat } from '@/format/viewer-format';
import type { Theme } from '@/theme/theme';
import type { LoggableVehicle } from '@/quick-add/loggable-vehicle';
import { ThemeToggle } from '@/theme/theme-toggle';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';
import { JumpButton } from './jump-button';
import { NavLink } from './nav-link';
import { TenantSwitch } from './tenant-switch';
import { vehiclesAtHand } from './vehicles-at-hand';

/** The desktop's frame: where one can go, and the vehicles. */
export function Sidebar({
  vehicles,
  counts,
  me,
  theme,
}: {
  /** Those at hand. */
  vehicles: readonly LoggableVehicle[];
  /** Of all: what stands in the garage, what was sold, handed over or laid up, and what they were not told of yet. */
  counts: Glance['counts'];
  me: Me;
  theme: Theme;
}) {
  const t = useTranslations('frame');
  const { present, former, unread } = counts;
  const format = viewerFormat(me.preferences);
  return (
    <aside className="side">
      <Link className="logo" href="/">
        <Logo />
      </Link>
      <TenantSwitch me={me} />
      <JumpButton />
      <nav aria-label={t('main')}>
        <ul>
          <li>
            <NavLink className="nav" href="/">
              <Warehouse className="i" />
              <span>{t('garage')}</span>
            </NavLink>
          </li>
          {present > 0 && (
            <li>
              <NavLink className="nav" href="/reminders">
                <Bell className="i" />
                <span>{t('reminders')}</span>
                {unread > 0 && <span className="n n--hot">{t('unread', { count: unread })}</span>}
              </NavLink>
            </li>
          )}
          {me.allowedSomewhere.includes('vehicle.read') && (
            <li>
              <NavLink className="nav" href="/fleet">
                <Table2 className="i" />
                <span>{t('fleet')}</span>
                {present > 0 && <span className="n num">{format.number(present)}</span>}
              </NavLink>
            </li>
          )}
          {me.allowedSomewhere.includes('ops.read') && (
            <li>
              <NavLink className="nav" href="/operations">
                <Activity className="i" />
                <span>{t('operations')}</span>
              </NavLink>
            </li>
          )}
          {me.allowedSomewhere.includes('import.run') && (
            <li>
              <NavLink className="nav" href="/import">
                <FileInput className="i" />
                <span>{t('import')}</span>
              </NavLink>
            </li>
          )}
          <li>
            <NavLink className="nav" href="/settings" deep>
              <Settings2 className="i" />
              <span>{t('settings')}</span>
            </NavLink>
          </li>
        </ul>
      </nav>
      {present + former > 0 && (
        <nav aria-label={t('vehicles')}>
          <h2>{t('vehicles')}</h2>
          <ul>
            {vehiclesAtHand(vehicles, present).map((vehicle) => (
              <li key={vehicle.id}>
                <NavLink className="nav" href={`/vehicles/${vehicle.id}`} deep>
                  <Silhouette kind={vehicle.kind} />
                  <span className="truncate">{vehicle.nickname}</span>
                  {vehicle.odometer && (
                    <span className="n num">{format.distance(vehicle.odometer).value}</span>
                  )}
                </NavLink>
              </li>
            ))}
            {former > 0 && (
              <li>
                <NavLink className="nav" href="/vehicles/former">
                  <Archive className="i" />
                  <span>{t('former')}</span>
                  <span className="n num">{format.number(former)}</span>
                </NavLink>
              </li>
            )}
          </ul>
        </nav>
      )}
      <div className="side__foot">
        <span className="av" aria-hidden="true">
          {initials(me.name)}
        </span>
        <span className="truncate">{me.name}</span>
        <ThemeToggle theme={theme} />
      </div>
    </aside>
  );
}
