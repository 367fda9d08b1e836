import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Anomaly } from './fleet-rows';

export function AnomalyWords({ anomaly }: { anomaly: Anomaly }) {
  return (
    <span className={anomaly.kind === 'economy' ? 'anom anom--hot' : 'anom'}>
      <TriangleAlert className="i" />
      <span>{useAnomalyText()(anomaly)}</span>
    </span>
  );
}

export function useAnomalyText(): (anomaly: Anomaly) => string {
  const t = useTranslations('fleet.anomaly');
  const energies = useTranslations('energies');
  return (anomaly) => {
    if (anomaly.kind === 'silent') return t('silent', { days: anomaly.days });
    const { energy, percent } = anomaly;
    const name = energies.has(energy as 'petrol') ? energies(energy as 'petrol') : energy;
    return t('economy', { energy: name, percent: Math.round(percent) });
  };
}
