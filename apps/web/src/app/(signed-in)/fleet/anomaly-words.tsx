import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEnergyName } from '@/ui/use-energy-name';
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
  const energyName = useEnergyName();
  return (anomaly) => {
    if (anomaly.kind === 'silent') return t('silent', { days: anomaly.days });
    const { energy, percent } = anomaly;
    return t('economy', { energy: energyName(energy), percent: Math.round(percent) });
  };
}
