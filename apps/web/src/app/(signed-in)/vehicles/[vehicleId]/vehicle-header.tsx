import { ChevronLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import { describe } from '@/format/vehicle-words';
import type { ViewerFormat } from '@/format/viewer-format';
import { NavLink } from '@/frame/nav-link';
import { AddEntryButton } from '@/quick-add/add-entry-button';
import { InThePresent } from '@/time-travel/in-the-present';
import { ViewTab } from '@/time-travel/view-tab';
import { KeyFigures } from '@/ui/key-figures';
import { VehiclePicture } from '@/ui/vehicle-picture';
import { Departed } from './departed';
import { SearchButton } from './search-button';
import { VehicleMenu } from './vehicle-menu';
import { VehicleSwitch } from './vehicle-switch';

interface VehicleHeaderProps {
  readonly vehicle: Vehicle;
  readonly tenantId: string;
  readonly format: ViewerFormat;
}

export function VehicleHeader({ vehicle, tenantId, format }: VehicleHeaderProps) {
  const t = useTranslations('vehicle');
  const { id, nickname, licensePlate, timeZone } = vehicle;
  const mayManage = may(vehicle, 'vehicle.manage');
  const hasMenu = mayManage || may(vehicle, 'import.run');
  return (
    <>
      <header className="top">
        <Link className="btn btn--quiet btn--icon top__back" href="/" aria-label={t('back')}>
          <ChevronLeft className="i i-lg" />
        </Link>
        <h1>
          <VehicleSwitch id={id} nickname={nickname} />
        </h1>
        <SearchButton />
        <InThePresent timeZone={timeZone}>{hasMenu && <VehicleMenu vehicle={vehicle} />}</InThePresent>
      </header>
      <div className="veh">
        <div className="veh__sil">
          <VehiclePicture vehicle={vehicle} tenantId={tenantId} />
          <div className="floor" />
        </div>
        <div className="veh__id">
          <h1>{nickname}</h1>
          <p className="muted">
            {describe(vehicle)} {licensePlate && <span className="plate">{licensePlate}</span>}
          </p>
        </div>
        <InThePresent timeZone={timeZone}>
          <KeyFigures vehicle={vehicle} format={format} />
          <Departed vehicle={vehicle} format={format} />
        </InThePresent>
        <div className="tabs">
          <ViewTab href={`/vehicles/${id}`} timeZone={timeZone}>
            {t('timeline')}
          </ViewTab>
          <ViewTab href={`/vehicles/${id}/overview`} timeZone={timeZone}>
            {t('overview')}
          </ViewTab>
          <NavLink href={`/vehicles/${id}/reminders`}>{t('reminders')}</NavLink>
          {may(vehicle, 'share.manage') && (
            <NavLink href={`/vehicles/${id}/proof`} deep>
              {t('proof')}
            </NavLink>
          )}
          {mayManage && vehicle.handedOverAt === null && (
            <NavLink href={`/vehicles/${id}/edit`} around="/(tariffs|hand-over)$">
              {t('details')}
            </NavLink>
          )}
          <span className="end desk">
            <InThePresent timeZone={timeZone}>
              {hasMenu && <VehicleMenu vehicle={vehicle} />}
              {may(vehicle, 'event.record') && <AddEntryButton variant="head" />}
            </InThePresent>
          </span>
        </div>
      </div>
    </>
  );
}
