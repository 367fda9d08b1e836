import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { MenuButton } from '@/ui/menu-button';
import type { ColumnChoice } from './columns-menu-items';

const ColumnsMenuItems = lazy(() => import('./columns-menu-items'));

/** Which columns are shown. */
export function ColumnsMenu(choice: ColumnChoice) {
  const t = useTranslations('fleet');
  return (
    <MenuButton label={t('chooseColumns')} menu={(place) => <ColumnsMenuItems {...place} {...choice} />}>
      <Columns3 className="i" />
      <span className="desk-b">{t('chooseColumns')}</span>
    </MenuButton>
  );
}
