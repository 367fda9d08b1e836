import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Vehicle } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { FormerList } from '../vehicles/former-list';

interface FormerVehiclesProps {
  readonly vehicles: readonly Vehicle[];
  readonly format: ViewerFormat;
  /** Whether the person may bring back what was removed. */
  readonly mayRestore: boolean;
}

const mostShown = 4;

/** What was sold, handed over or laid up: still there to be read, out of the way. */
export function FormerVehicles({ vehicles, format, mayRestore }: FormerVehiclesProps) {
  const t = useTranslations('parting');
  const isMore = vehicles.length > mostShown;
  // What was removed is found in the settings, too.
  if (vehicles.length === 0) return null;
  return (
    <section className="sec former" aria-labelledby="former">
      <h2 id="former">{t('group')}</h2>
      <FormerList vehicles={vehicles.slice(0, mostShown)} format={format} />
      {(isMore || mayRestore) && (
        <p className="former__all">
          <Link className="link sm" href="/vehicles/former">
            {t(mayRestore ? 'allAndRemoved' : 'all')}
          </Link>
        </p>
      )}
    </section>
  );
}
