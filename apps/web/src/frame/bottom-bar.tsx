import { FileInput, Milestone, Settings2, Warehouse } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AddEntryButton } from '@/quick-add/add-entry-button';
import { NavLink } from './nav-link';

/** The phone's frame: four places and, in the middle, the one thing that is done most. */
export function BottomBar({ hasVehicles }: { hasVehicles: boolean }) {
  const t = useTranslations('frame');
  return (
    <nav className="bar phone" aria-label={t('main')}>
      <NavLink href="/">
        <Warehouse className="i i-lg" />
        {t('garage')}
      </NavLink>
      <NavLink href={hasVehicles ? '/timeline' : '/vehicles/new'}>
        <Milestone className="i i-lg" />
        {hasVehicles ? t('timeline') : t('addVehicle')}
      </NavLink>
      <AddEntryButton variant="bar" hasVehicles={hasVehicles} />
      <NavLink href="/import">
        <FileInput className="i i-lg" />
        {t('import')}
      </NavLink>
      <NavLink href="/settings">
        <Settings2 className="i i-lg" />
        {t('settings')}
      </NavLink>
    </nav>
  );
}
