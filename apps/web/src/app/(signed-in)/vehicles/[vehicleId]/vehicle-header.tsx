import { ChevronLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import { describe } from '@/format/vehicle-words';
import type { ViewerFormat } from '@/format/viewer-format';
import { NavLink } from '@/frame/nav-link';
import { AddEntryButton } from '@/quick-add/add-entry-button';
import { Silhouette } from '@/ui/silhouette';
import { DepartedNotice } from './departed-notice';
import { KeyFigures } from './key-figures';
import { SearchButton } from './search-button';
import { VehicleMenu } from './vehicle-menu';

export function VehicleHeader({ vehicle, format }: { vehicle: Vehicle; format: ViewerFormat }) {
  const t = useTranslations('vehicle');
  const { id, nickname, kind, licensePlate } = vehicle;
  const mayManage = may(vehicle, 'vehicle.manage');
  const hasMenu = mayManage || may(vehicle, 'import.run');
  return (
    <>
      <header className="top">
        <Link className="btn btn--quiet btn--icon top__back" href="/" aria-label={t('back')}>
          <ChevronLeft className="i i-lg" />
        </Link>
        <h1>{nickname}</h1>
        <SearchButton />
        {hasMenu && <VehicleMenu vehicle={vehicle} />}
      </header>
      <div className="veh">
        <div className="veh__sil">
          <Silhouette kind={kind} cropped />
          <div className="floor" />
        </div>
        <div className="veh__id">
          <h1>{nickname}</h1>
          <p className="muted">
            {describe(vehicle)} {licensePlate && <span className="plate">{licensePlate}</span>}
          </p>
        </div>
        <KeyFigures vehicle={vehicle} format={format} />
        <DepartedNotice vehicle={vehicle} />
        <div className="tabs">
          <NavLink href={`/vehicles/${id}`}>{t('timeline')}</NavLink>
          <NavLink href={`/vehicles/${id}/overview`}>{t('overview')}</NavLink>
          {may(vehicle, 'share.manage') && <NavLink href={`/vehicles/${id}/proof`}>{t('proof')}</NavLink>}
          {mayManage && vehicle.handedOverAt === null && (
            <NavLink href={`/vehicles/${id}/edit`}>{t('details')}</NavLink>
          )}
          <span className="end desk">
            {hasMenu && <VehicleMenu vehicle={vehicle} />}
            {may(vehicle, 'event.record') && <AddEntryButton variant="head" />}
          </span>
        </div>
      </div>
    </>
  );
}
