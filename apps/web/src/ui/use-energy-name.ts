import { useTranslations } from 'next-intl';

/** What an energy is called; of one that nobody knows, its code. */
export function useEnergyName(): (energy: string) => string {
  const energies = useTranslations('energies');
  return (energy) => (energies.has(energy as 'petrol') ? energies(energy as 'petrol') : energy);
}
