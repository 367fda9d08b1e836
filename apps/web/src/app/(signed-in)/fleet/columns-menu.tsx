import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { ColumnChoice } from './columns-menu-items';

const ColumnsMenuItems = lazy(() => import('./columns-menu-items'));

/** Which columns are shown. The menu's code comes with the first press. */
export function ColumnsMenu(choice: ColumnChoice) {
  const t = useTranslations('fleet');
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className="btn"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('chooseColumns')}
        onClick={() => setOpen(!open)}
      >
        <Columns3 className="i" />
        <span className="desk-b">{t('chooseColumns')}</span>
      </button>
      {open && (
        <Suspense>
          <ColumnsMenuItems {...choice} anchor={anchor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
