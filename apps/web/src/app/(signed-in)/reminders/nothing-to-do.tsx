import { useTranslations } from 'next-intl';
import Link from '@/ui/link';

interface NothingToDoProps {
  /** Whether there is a vehicle at all. */
  readonly hasVehicles: boolean;
  /** Whether there is one that the person may be reminded of. */
  readonly hasRemindable: boolean;
}

export function NothingToDo({ hasVehicles, hasRemindable }: NothingToDoProps) {
  const t = useTranslations('reminders');
  return (
    <>
      <p className="muted rem-none">{t(hasRemindable ? 'none' : 'noVehicle')}</p>
      {!hasVehicles && (
        <Link className="btn btn--go btn--tap" href="/">
          {t('toGarage')}
        </Link>
      )}
    </>
  );
}
