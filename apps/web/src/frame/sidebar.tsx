import Link from '@/ui/link';
import type { Glance, Me } from '@/api/schema.gen';
import { initials } from '@/format/initials';
import { viewerFormat } from '@/format/viewer-format';
import type { Theme } from '@/theme/theme';
import type { LoggableVehicle } from '@/quick-add/loggable-vehicle';
import { ThemeToggle } from '@/theme/theme-toggle';
import { Logo } from '@/ui/logo';
import { JumpButton } from './jump-button';
import { MainNav } from './main-nav';
import { SidebarVehicles } from './sidebar-vehicles';
import { TenantSwitch } from './tenant-switch';

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
  const format = viewerFormat(me.preferences);
  return (
    <aside className="side">
      <Link className="logo" href="/">
        <Logo />
      </Link>
      <TenantSwitch me={me} />
      <JumpButton />
      <MainNav me={me} counts={counts} format={format} />
      <SidebarVehicles vehicles={vehicles} counts={counts} format={format} />
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
